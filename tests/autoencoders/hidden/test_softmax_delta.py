"""2.2: the error of a softmax layer with the log-likelihood cost."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.special import expit, log_softmax, softmax

from autograder import checks
from solutions.autoencoders.theory import softmax_delta

pytestmark = pytest.mark.task("softmax_delta")


@pytest.mark.task("softmax_delta", weight=2)
def test_one_hot_targets(student, rng):
    """δ = a − y for each row by itself, for several numbers of rows and classes and scores of either sign."""
    for n, classes in ((4, 3), (9, 5), (1, 4)):
        _check(student, rng.normal(0, 1.5, (n, classes)), _one_hot(rng, n, classes))


@pytest.mark.task("softmax_delta", weight=2)
def test_targets_that_are_probabilities(student, rng):
    """It is right for targets that spread over several classes as well."""
    for n, classes in ((5, 4), (6, 6)):
        _check(student, rng.normal(0, 1.5, (n, classes)), rng.dirichlet(np.full(classes, 0.7), n))


def test_single_input(student, rng):
    """z and y may be vectors (classes,), and so is the result."""
    for classes in (3, 6):
        _check(student, rng.normal(0, 1.5, classes), _one_hot(rng, 1, classes)[0])


@pytest.mark.task("softmax_delta", weight=2)
def test_large_scores(student, rng):
    """Scores of ±1000, in some rows or in all, give finite and right errors."""
    z = rng.normal(0, 1.5, (5, 4))
    z[0] += 1000  # exp overflows here without a shift,
    z[1] -= 1000  # and underflows here with one shift for all rows
    z[2] = rng.permutation([1000.0, -1000.0, 0.0, 999.0])
    _check(student, z, rng.dirichlet(np.ones(4), 5))
    _check(student, z[0], np.eye(4)[0])
    _check(student, z[1], np.eye(4)[1])


@pytest.mark.task("softmax_delta", weight=0.5)
def test_arguments_of_softmax_delta_stay_as_they_are(student, rng):
    """z and y are not changed."""
    arguments = [rng.normal(0, 1.5, (4, 3)), _one_hot(rng, 4, 3)]
    after = student.probe("arguments_after", "softmax_delta", [one.copy() for one in arguments])
    for name, before, now in zip(("z", "y"), arguments, after, strict=True):
        checks.not_mutated(before, now, name)


def _one_hot(rng: np.random.Generator, n: int, classes: int) -> np.ndarray:
    return np.eye(classes)[rng.integers(0, classes, n)]


def _check(student: Any, z: np.ndarray, y: np.ndarray) -> None:
    found = student.softmax_delta(z, y)
    if isinstance(found, np.ndarray) and found.dtype.kind == "f" and np.isnan(found).any():
        checks.fail("δ holds NaN: exp of a large score overflows; shift each row by its own maximum first.", "overflow")
    checks.close(found, softmax_delta(z, y), "δ", atol=1e-7, lists_ok=True, candidates=_mistakes(z, y))


def _mistakes(z: np.ndarray, y: np.ndarray) -> dict[str, np.ndarray]:
    a, rows = softmax(z, axis=-1), len(z) if z.ndim == 2 else 1
    best = np.eye(z.shape[-1])[np.argmax(y, axis=-1)]
    mistakes = {
        "it has the wrong sign, y − a": y - a,
        "it is averaged over the rows, while each row has its own cost": (a - y) / rows,
        "the targets are not subtracted": a,
        "the targets are subtracted from z, without the softmax": z - y,
        "the softmax is applied twice": softmax(a, axis=-1) - y,
        "sigmoids stand in place of the softmax": expit(z) - y,
        "the derivative a(1 − a) is multiplied in once more": (a - y) * a * (1 - a),
        "only the entry of the right class is kept": (a - y) * best,
        "1 is subtracted at the most probable target, which holds for one-hot targets only": a - best,
        "the logarithm of the softmax stands in its place": log_softmax(z, axis=-1) - y,
        "it is the derivative by the activation, −y/a": -y / np.maximum(a, 1e-12),
    }
    if z.ndim == 2:
        mistakes["the softmax runs over the rows instead of the classes"] = softmax(z, axis=0) - y
        mistakes["the softmax runs over all rows together"] = softmax(z) - y
    return mistakes
