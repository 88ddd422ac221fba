"""2.4: the three functions that are to be learned."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.special import logsumexp

from autograder import checks
from solutions.convnets.toy import targets
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
        {
            "W is transposed": (X @ W).sum(axis=1),
            "the mean is taken instead of the sum": (X @ W.T).mean(axis=1),
            "the sum of x is taken, without W": X.sum(axis=1),
            "it is the maximum of Wx": (X @ W.T).max(axis=1),
        },
    )


@pytest.mark.task("toy_targets", weight=2)
@pytest.mark.parametrize("samples", [9, 4])
def test_maximum(student, rng, samples):
    """y2 is the largest entry of x itself, for every sample, also where all entries are negative."""
    X, W = _inputs(rng, samples)
    X[0] = -np.abs(X[0]) - 0.5
    _compare(
        student,
        X,
        W,
        1,
        {
            "it is the maximum of Wx, where that of x is asked for": (X @ W.T).max(axis=1),
            "the absolute values are compared": np.abs(X).max(axis=1),
            "it is cut off at 0": X.max(axis=1).clip(min=0),
            "it is the place of the maximum": X.argmax(axis=1).astype(float),
            "it is the minimum": X.min(axis=1),
        },
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
        {
            "W is transposed": logsumexp(X @ W, axis=1),
            "the sum is taken of x, without W": logsumexp(X, axis=1),
            "the mean is taken instead of the sum": logsumexp(image, axis=1) - np.log(4),
            "the logarithm is missing": np.exp(image).sum(axis=1),
            "the maximum that was subtracted is not added again": logsumexp(image, axis=1) - image.max(axis=1),
            "the logarithm is that of base 10": logsumexp(image, axis=1) / np.log(10),
            "W is multiplied by the exponentials of x": _log(np.exp(X) @ W.T),
        },
    )


@pytest.mark.task("toy_targets", weight=3)
def test_large_values(student, rng):
    """y3 is finite and right where Wx is near 1000 in one row, near −1000 in another, and mixed in a third."""
    X, W = _inputs(rng, 6)
    wanted = 1000 * np.array([[1, 1, 1, 1], [-1, -1, -1, -1], [1, -1, 0, 1], [-1, 1, 1, 0.5]]) + rng.normal(size=(4, 4))
    X[1:5] = np.linalg.solve(W, wanted.T).T
    _compare(student, X, W, 2, {"log(exp(…)) is taken of each": (X @ W.T).sum(axis=1)})


@pytest.mark.task("toy_targets", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """X and W are not changed."""
    arguments = list(_inputs(rng, 5))
    after = student.probe("arguments_after", "toy_targets", [one.copy() for one in arguments])
    for name, old, new in zip("XW", arguments, after, strict=True):
        checks.not_mutated(old, new, name)


def _inputs(rng: np.random.Generator, samples: int) -> tuple[np.ndarray, np.ndarray]:
    """X and a W that is well-conditioned, so that Wx can be given any value."""
    while True:
        W = rng.normal(size=(4, 4))
        if np.linalg.cond(W) < 20:
            return 5 * (rng.random((samples, 4)) - 0.5), W


def _compare(student: Any, X: np.ndarray, W: np.ndarray, number: int, wrong: dict[str, np.ndarray]) -> None:
    found = student.toy_targets(X, W)
    if isinstance(found, np.ndarray):
        found = list(np.atleast_1d(found))
    if not isinstance(found, (list, tuple)) or len(found) != 3:
        checks.fail("toy_targets does not return three arrays; end it with: return y1, y2, y3.")
    name, values = f"y{number + 1}", plain(found[number], f"y{number + 1}")
    if values.shape in ((len(X), 1), (1, len(X))):
        values = values.reshape(-1)
    if values.shape == (4,) and len(X) != 4:
        checks.fail(f"{name} has an entry for each column of X; the samples are the rows.", "over the samples")
    candidates = {told: value for told, value in wrong.items() if np.isfinite(value).all()}
    if len(X) == 4:
        columns = targets(X.T, W)[number] if number == 1 else None
        candidates |= {"it runs over the samples instead of the entries": columns} if columns is not None else {}
    checks.close(values, targets(X, W)[number], name, candidates=candidates, lists_ok=True)


def _log(values: np.ndarray) -> np.ndarray:
    with np.errstate(all="ignore"):
        return np.log(values.sum(axis=1))
