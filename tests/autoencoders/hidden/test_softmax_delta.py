"""2.2: the error of a softmax layer with the log-likelihood cost."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.special import expit, log_softmax, softmax

from autograder import checks
from solutions.autoencoders.theory import softmax_delta
from tests.autoencoders.hidden import catalogue_gradients as catalogue

pytestmark = pytest.mark.task("softmax_delta")


@pytest.mark.task("softmax_delta", weight=2)
def test_one_hot_targets(student, rng):
    """δ = a − y holds for each row, for several numbers of rows and classes and for scores of either sign."""
    for n, classes in ((4, 3), (9, 5), (1, 4)):
        _check(student, rng.normal(0, 1.5, (n, classes)), _one_hot(rng, n, classes))


@pytest.mark.task("softmax_delta", weight=2)
def test_targets_that_are_probabilities(student, rng):
    """δ is right for targets that spread over several classes, too."""
    for n, classes in ((5, 4), (6, 6)):
        _check(student, rng.normal(0, 1.5, (n, classes)), rng.dirichlet(np.full(classes, 0.7), n))


def test_single_input(student, rng):
    """z and y may be vectors of shape (classes,); the result has this shape, too."""
    for classes in (3, 6):
        z, y = rng.normal(0, 1.5, classes), _one_hot(rng, 1, classes)[0]
        _check(student, z, y)
        checks.shape(student.softmax_delta(z, y), z.shape, "δ")


@pytest.mark.task("softmax_delta", weight=2)
def test_large_scores(student, rng):
    """δ is finite and right for scores of ±1000, in some rows or in all."""
    z = rng.normal(0, 1.5, (5, 4))
    z[0] += 1000  # exp overflows here without a shift,
    z[1] -= 1000  # and underflows here with one shift for all rows
    z[2] = rng.permutation([1000.0, -1000.0, 0.0, 999.0])
    _check(student, z, rng.dirichlet(np.ones(4), 5))
    _check(student, z[0], np.eye(4)[0])
    _check(student, z[1], np.eye(4)[1])


@pytest.mark.task("softmax_delta", weight=0.5)
def test_arguments_of_softmax_delta_stay_as_they_are(student, rng):
    """The function does not change z and y."""
    arguments = [rng.normal(0, 1.5, (4, 3)), _one_hot(rng, 4, 3)]
    after = student.probe("arguments_after", "softmax_delta", [array.copy() for array in arguments])
    for name, before, now in zip(("z", "y"), arguments, after, strict=True):
        checks.not_mutated(before, now, name)


def _one_hot(rng: np.random.Generator, n: int, classes: int) -> np.ndarray:
    return np.eye(classes)[rng.integers(0, classes, n)]


def _check(student: Any, z: np.ndarray, y: np.ndarray) -> None:
    answer = student.softmax_delta(z, y)
    if isinstance(answer, np.ndarray) and answer.dtype.kind == "f" and np.isnan(answer).any():
        checks.fail(catalogue.OVERFLOW, "δ")
    checks.close(answer, softmax_delta(z, y), "δ", atol=1e-7, candidates=_mistakes(z, y))


def _mistakes(z: np.ndarray, y: np.ndarray) -> list[tuple[checks.Mistake, np.ndarray]]:
    a, rows = softmax(z, axis=-1), len(z) if z.ndim == 2 else 1
    best = np.eye(z.shape[-1])[np.argmax(y, axis=-1)]
    mistakes = [
        (catalogue.SIGN_Y_MINUS_A, y - a),
        (catalogue.AVERAGED_OVER_ROWS, (a - y) / rows),
        (catalogue.TARGETS_NOT_SUBTRACTED, a),
        (catalogue.NO_SOFTMAX, z - y),
        (catalogue.SOFTMAX_TWICE, softmax(a, axis=-1) - y),
        (catalogue.SIGMOIDS_FOR_SOFTMAX, expit(z) - y),
        (catalogue.SLOPE_ONCE_MORE, (a - y) * a * (1 - a)),
        (catalogue.ONLY_RIGHT_CLASS, (a - y) * best),
        (catalogue.ONE_AT_LARGEST_TARGET, a - best),
        (catalogue.LOG_FOR_SOFTMAX, log_softmax(z, axis=-1) - y),
        (catalogue.DERIVATIVE_BY_ACTIVATION, -y / np.maximum(a, 1e-12)),
    ]
    if z.ndim == 2:
        mistakes.append((catalogue.SOFTMAX_OVER_ROWS, softmax(z, axis=0) - y))
        mistakes.append((catalogue.SOFTMAX_OVER_ALL, softmax(z) - y))
    return mistakes
