"""2.4: the three functions that are to be learned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.special import logsumexp

from autograder import checks
from autograder.checks import Mistake
from solutions.convnets.toy import targets
from tests.convnets.hidden import catalogue
from tests.convnets.hidden.toy_values import plain

pytestmark = pytest.mark.task("toy_targets")


@pytest.mark.task("toy_targets", weight=2)
@pytest.mark.parametrize("samples", [9, 4])
def test_sum(student, rng, samples):
    """y1 is the sum of the entries of Wx, for every sample."""
    X, W = _inputs(rng, samples)
    _compare(
        student,
        X,
        W,
        0,
        [
            (catalogue.W_TRANSPOSED, (X @ W).sum(axis=1)),
            (catalogue.MEAN_FOR_SUM, (X @ W.T).mean(axis=1)),
            (catalogue.SUM_OF_X, X.sum(axis=1)),
            (catalogue.MAXIMUM_OF_IMAGE, (X @ W.T).max(axis=1)),
        ],
    )


@pytest.mark.task("toy_targets", weight=2)
@pytest.mark.parametrize("samples", [9, 4])
def test_maximum(student, rng, samples):
    """y2 is the largest entry of x itself, for every sample, also if all entries are negative."""
    X, W = _inputs(rng, samples)
    X[0] = -np.abs(X[0]) - 0.5
    _compare(
        student,
        X,
        W,
        1,
        [
            (catalogue.MAXIMUM_OF_IMAGE_FOR_X, (X @ W.T).max(axis=1)),
            (catalogue.ABSOLUTE, np.abs(X).max(axis=1)),
            (catalogue.CUT_AT_ZERO, X.max(axis=1).clip(min=0)),
            (catalogue.PLACE_FOR_VALUE, X.argmax(axis=1).astype(float)),
            (catalogue.MINIMUM_OF_X, X.min(axis=1)),
        ],
    )


@pytest.mark.task("toy_targets", weight=2)
@pytest.mark.parametrize("samples", [9, 4])
def test_log_sum_exp(student, rng, samples):
    """y3 is the logarithm of the sum of the exponentials of Wx, for every sample."""
    X, W = _inputs(rng, samples)
    image = X @ W.T
    _compare(
        student,
        X,
        W,
        2,
        [
            (catalogue.W_TRANSPOSED, logsumexp(X @ W, axis=1)),
            (catalogue.LOG_SUM_OF_X, logsumexp(X, axis=1)),
            (catalogue.MEAN_FOR_SUM, logsumexp(image, axis=1) - np.log(4)),
            (catalogue.NO_LOGARITHM, np.exp(image).sum(axis=1)),
            (catalogue.SHIFT_NOT_ADDED, logsumexp(image, axis=1) - image.max(axis=1)),
            (catalogue.LOG10, logsumexp(image, axis=1) / np.log(10)),
            (catalogue.W_ON_EXPONENTIALS, _log_of_sum(np.exp(X) @ W.T)),
        ],
    )


@pytest.mark.task("toy_targets", weight=3)
def test_large_values(student, rng):
    """y3 is finite and right if Wx is near 1000 in one row, near −1000 in another, and mixed in a third."""
    X, W = _inputs(rng, 6)
    wanted = 1000 * np.array([[1, 1, 1, 1], [-1, -1, -1, -1], [1, -1, 0, 1], [-1, 1, 1, 0.5]]) + rng.normal(size=(4, 4))
    X[1:5] = np.linalg.solve(W, wanted.T).T
    _compare(student, X, W, 2, [(catalogue.LOG_OF_EACH, (X @ W.T).sum(axis=1))])


@pytest.mark.task("toy_targets", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """toy_targets does not change X and W."""
    arguments = list(_inputs(rng, 5))
    after = student.probe("arguments_after", "toy_targets", [argument.copy() for argument in arguments])
    for name, old, new in zip("XW", arguments, after, strict=True):
        checks.not_mutated(old, new, name)


def _inputs(rng: np.random.Generator, samples: int) -> tuple[np.ndarray, np.ndarray]:
    """X and a W that is well-conditioned, so that Wx can be given any value."""
    while True:
        W = rng.normal(size=(4, 4))
        if np.linalg.cond(W) < 20:
            return 5 * (rng.random((samples, 4)) - 0.5), W


def _compare(student: Any, X: np.ndarray, W: np.ndarray, number: int, wrong: list[tuple[Mistake, np.ndarray]]) -> None:
    returned = student.toy_targets(X, W)
    if isinstance(returned, np.ndarray):
        returned = list(np.atleast_1d(returned))
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail(catalogue.NOT_THREE_VALUES(function="toy_targets", names="y1, y2, y3"))
    name, values = f"y{number + 1}", plain(returned[number], f"y{number + 1}")
    if values.shape in ((len(X), 1), (1, len(X))):
        values = values.reshape(-1)
    if values.shape == (4,) and len(X) != 4:
        checks.fail(catalogue.COLUMNS_AS_SAMPLES, name)
    candidates = [(mistake, value) for mistake, value in wrong if np.isfinite(value).all()]
    if len(X) == 4 and number == 1:
        candidates.append((catalogue.OVER_SAMPLES, targets(X.T, W)[number]))
    checks.close(values, targets(X, W)[number], name, candidates=candidates)


def _log_of_sum(values: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        return np.log(values.sum(axis=1))
