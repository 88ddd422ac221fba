"""What the tests of Problem 1 share: random inputs, and networks as they come back from the worker."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder import checks
from solutions.spirals.spiral import activations
from tests.spirals.hidden import catalogue

NAMES = ("W1", "b1", "W2", "b2", "W3", "b3")
KINK = 1e-5
"""Least distance of a pre-activation from 0: float32 answers must find the same units active."""


def labelled_points(rng: np.random.Generator, count: int, classes: int = 3) -> tuple[np.ndarray, np.ndarray]:
    """Points (count, 2) without structure and random classes as uint8."""
    return rng.normal(0, 1.2, (count, 2)), rng.integers(0, classes, count).astype(np.uint8)


def shapes(D: int, H1: int, H2: int, K: int) -> list[tuple[int, ...]]:
    return [(D, H1), (1, H1), (H1, H2), (1, H2), (H2, K), (1, K)]


def as_network(found: Any, H1: int, H2: int, D: int = 2, K: int = 3) -> list[np.ndarray]:
    """The six parameters as float64 arrays, biases of shape (1, H); fails with what is wrong about them."""
    if not isinstance(found, (list, tuple)):
        checks.fail(catalogue.NO_SIX_ARRAYS(found=_kind(found), names=", ".join(NAMES)))
    if len(found) != 6:
        checks.fail(catalogue.WRONG_NUMBER_OF_ARRAYS(found=len(found), names=", ".join(NAMES)))
    wanted = shapes(D, H1, H2, K)
    given = [np.shape(value) for value in found]
    if [_flat(shape) for shape in given] != [_flat(shape) for shape in wanted]:
        _wrong_shapes(given, wanted, shapes(D, H2, H1, K))
    return [
        checks.array(np.reshape(value, shape) if name[0] == "b" else value, shape, name)
        for name, value, shape in zip(NAMES, found, wanted, strict=True)
    ]


def _wrong_shapes(given: list[tuple], wanted: list[tuple], swapped: list[tuple]) -> None:
    flat = [_flat(shape) for shape in given]
    if sorted(flat) == sorted(_flat(shape) for shape in wanted):
        checks.fail(catalogue.PARAMETERS_ELSEWHERE(names=", ".join(NAMES)))
    if flat == [_flat(shape) for shape in swapped]:
        checks.fail(catalogue.H1_H2_SWAPPED)
    if flat == [_flat(shape[::-1]) for shape in wanted]:
        checks.fail(catalogue.WEIGHTS_TRANSPOSED)
    for name, shape, right in zip(NAMES, given, wanted, strict=True):
        if _flat(shape) != _flat(right):
            checks.shape(np.zeros(shape), right, name)


def _flat(shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape of a bias does not depend on axes of length 1."""
    return tuple(length for length in shape if length != 1)


def _kind(found: Any) -> str:
    return "nothing" if found is None else f"a {type(found).__name__}"


def far_from_kinks(X: np.ndarray, parameters: list[np.ndarray]) -> bool:
    """Whether no hidden unit is so near its kink that round-off could decide on which side it is."""
    return min(float(np.abs(z).min()) for z in activations(X, parameters)[:-1]) > KINK
