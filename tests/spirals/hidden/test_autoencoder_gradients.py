"""2a: the gradients of an autoencoder with one layer on each side, and ReLU on code and output."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks import Mistake
from autograder.checks.catalogue import dense
from autograder.checks.dense_mistakes import dense_gradients, dense_mistakes
from solutions.spirals.autoencoder import autoencoder_gradients
from tests.spirals.hidden import catalogue

pytestmark = pytest.mark.task("autoencoder_gradients")

NAMES = ("dW1", "db1", "dW2", "db2")
FIXED_SIZES = (10, 32, 64, 100, 128, 256, 300)
"""Batch sizes and numbers of samples that students write into the division."""
Arguments = tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]


@pytest.mark.task("autoencoder_gradients", weight=4)
def test_gradients_of_a_batch(student, rng):
    """All four gradients of the mean squared norm are correct, for several batch sizes and for inputs of both signs."""
    for n in (7, 32):
        _check(student, _arguments(rng, n, D=9, H=5))


def test_gradients_of_a_single_sample(student, rng):
    """For a single sample (n = 1) the gradients are correct and have the same shapes."""
    for _ in range(8):  # with a single sample, a wrong mask can be correct by chance
        _check(student, _arguments(rng, 1, D=6, H=4))


def test_derivative_of_relu_at_zero(student, rng):
    """Units of the code and of the output whose pre-activation is exactly 0 pass no gradient on."""
    X, W1, b1, W2, b2 = _arguments(rng, 8, D=7, H=4)
    W1[1], b1[1], W2[2], b2[2] = 0, 0, 0, 0
    arguments = (X, W1, b1, W2, b2)
    _check(student, arguments, [(dense.SLOPE_AT_ZERO, _with_slope_at_zero(*arguments))])


@pytest.mark.task("autoencoder_gradients", weight=0.5)
def test_arguments_of_the_gradients_stay_as_they_are(student, rng):
    """The function changes none of its arguments."""
    arguments = _arguments(rng, 5, D=6, H=4)
    after = student.probe("arguments_after_gradients", list(arguments))
    for name, old, new in zip(("X", "W1", "b1", "W2", "b2"), arguments, after, strict=True):
        checks.not_mutated(old, new, name)


def _arguments(rng: np.random.Generator, n: int, D: int, H: int) -> Arguments:
    """Every unit of code and output is active for some samples and not for others, as far as n allows."""
    while True:
        X, W1 = rng.uniform(-0.5, 1, (n, D)), rng.normal(size=(H, D))
        b1, W2, b2 = rng.normal(0, 0.5, H), rng.normal(size=(D, H)), rng.normal(0, 0.5, D)
        z1 = X @ W1.T + b1
        z2 = np.maximum(z1, 0) @ W2.T + b2
        mixed = [0.2 < np.mean(z > 0) < 0.8 for z in (z1, z2)]
        if all(mixed) and min(np.abs(z1).min(), np.abs(z2).min()) > 1e-4:  # float32 finds the same signs
            return X, W1, b1, W2, b2


def _check(student: Any, arguments: Arguments, mistakes: Sequence[tuple[Mistake, list]] = ()) -> None:
    X, W1, b1, W2, b2 = arguments
    expected = autoencoder_gradients(*arguments)
    layers = [(W1.T, b1), (W2.T, b2)]
    wrong = [
        *((mistake, _out_in(pairs)) for mistake, pairs in dense_mistakes(layers, X, X, "relu", "relu")),
        (catalogue.OUTPUT_RELU_MISSING, _out_in(dense_gradients(layers, X, X, "relu", "linear"))),
        (catalogue.AVERAGED_OVER_COORDINATES, [gradient / X.shape[1] for gradient in expected]),
    ]
    gradients = student.autoencoder_gradients(*arguments)
    if isinstance(gradients, list):
        _check_division(gradients, expected, len(X))
    checks.network_gradients(
        gradients,
        expected,
        mistakes=[*mistakes, *wrong],
        batch_size=len(X),
        parameters=[W1, b1, W2, b2],
        names=NAMES,
    )


def _check_division(gradients: list, expected: Any, n: int) -> None:
    """Fail if all gradients are divided by a fixed number instead of n. Half and double are other mistakes."""
    sizes = [value.size if isinstance(value, np.ndarray) and value.dtype.kind == "f" else 0 for value in gradients]
    if sizes != [value.size for value in expected]:
        return
    for count in FIXED_SIZES:
        pairs = zip(gradients, expected, strict=True)
        if count not in (n, n / 2, 2 * n, n * n) and all(
            np.allclose(np.ravel(value), gradient.ravel() * n / count, rtol=1e-4) for value, gradient in pairs
        ):
            checks.fail(catalogue.FIXED_SAMPLES(count=count), NAMES)


def _out_in(pairs: list) -> list[np.ndarray]:
    """The gradients as a flat list in the sheet's orientation, (out, in)."""
    return [gradient for dW, db in pairs for gradient in (dW.T, db)]


def _with_slope_at_zero(X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray) -> list:
    """The gradients with ReLU′(0) = 1."""
    z1 = X @ W1.T + b1
    z2 = np.maximum(z1, 0) @ W2.T + b2
    delta2 = 2 / len(X) * (np.maximum(z2, 0) - X) * (z2 >= 0)
    delta1 = delta2 @ W2 * (z1 >= 0)
    return [delta1.T @ X, delta1.sum(0), delta2.T @ np.maximum(z1, 0), delta2.sum(0)]
