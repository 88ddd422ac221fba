"""Shared by the tests of Problem 1: random points, and the form of the networks that the worker returns."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks
from solutions.spirals.spiral import pre_activations
from tests.spirals.hidden import catalogue

NAMES = ("W1", "b1", "W2", "b2", "W3", "b3")
KINK = 1e-5
"""Least distance of a pre-activation from 0: float32 answers must find the same units active."""


def labelled_points(rng: np.random.Generator, count: int, classes: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Points (count, 2) without structure and random classes as uint8."""
    return rng.normal(0, 1.2, (count, 2)), rng.integers(0, classes, count).astype(np.uint8)


def parameter_shapes(D: int, H1: int, H2: int, K: int) -> list[tuple[int, ...]]:
    """The shapes of W1, b1, W2, b2, W3, b3."""
    return [(D, H1), (1, H1), (H1, H2), (1, H2), (H2, K), (1, K)]


def as_network(result: Any, H1: int, H2: int, D: int = 2, K: int = 3) -> list[np.ndarray]:
    """The six parameters as float64 arrays, biases of shape (1, H).

    Raises CheckFailed where the result is no list of six arrays, or where their shapes or their order are wrong.
    """
    if not isinstance(result, (list, tuple)):
        checks.fail(catalogue.NO_SIX_ARRAYS(found=_describe_type(result), names=", ".join(NAMES)))
    if len(result) != 6:
        checks.fail(catalogue.WRONG_NUMBER_OF_ARRAYS(found=len(result), names=", ".join(NAMES)))
    expected = parameter_shapes(D, H1, H2, K)
    shapes = [np.shape(value) for value in result]
    if [_flat(shape) for shape in shapes] != [_flat(shape) for shape in expected]:
        _fail_for_shapes(shapes, expected, parameter_shapes(D, H2, H1, K))
    return [
        checks.array(np.reshape(value, shape) if name[0] == "b" else value, shape, name)
        for name, value, shape in zip(NAMES, result, expected, strict=True)
    ]


def _fail_for_shapes(shapes: list[tuple], expected: list[tuple], swapped: list[tuple]) -> None:
    """Name the mistake that explains all shapes, or else the first wrong shape. ``swapped``: with H2 for H1."""
    flat = [_flat(shape) for shape in shapes]
    if sorted(flat) == sorted(_flat(shape) for shape in expected):
        checks.fail(catalogue.PARAMETERS_ELSEWHERE(names=", ".join(NAMES)))
    if flat == [_flat(shape) for shape in swapped]:
        checks.fail(catalogue.H1_H2_SWAPPED)
    if flat == [_flat(shape[::-1]) for shape in expected]:
        checks.fail(catalogue.WEIGHTS_TRANSPOSED)
    for name, shape, expected_shape in zip(NAMES, shapes, expected, strict=True):
        if _flat(shape) != _flat(expected_shape):
            checks.shape(np.zeros(shape), expected_shape, name)


def _flat(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape without axes of length 1, which a bias may have or not."""
    return tuple(length for length in shape if length != 1)


def _describe_type(result: Any) -> str:
    return "nothing" if result is None else f"an object of type {type(result).__name__}"


def is_far_from_kinks(X: np.ndarray, parameters: list[np.ndarray]) -> bool:
    """True if no hidden unit is so near its kink that rounding could decide on which side it is."""
    return min(float(np.abs(z).min()) for z in pre_activations(X, parameters)[:-1]) > KINK
