"""1.1: a threshold as the activation, written with ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from tests.convnets.hidden.toy_values import plain

pytestmark = pytest.mark.task("parameterized_relu")


@pytest.mark.task("parameterized_relu", weight=3)
@pytest.mark.parametrize("threshold", ["positive", "negative"])
def test_one_threshold_for_all_units(student, rng, threshold):
    """relu(W2 x + b2) + c equals max(t, W x + b) for random x, where t is one number."""
    t = float(rng.uniform(0.5, 2)) * (1 if threshold == "positive" else -1)
    _compare(student, rng, t, (5, 3))


@pytest.mark.task("parameterized_relu", weight=2)
def test_a_threshold_for_each_unit(student, rng):
    """The same holds where t is an array with a threshold for each unit, some of them negative."""
    thresholds = rng.permutation([-1.5, -0.4, 0.7]) * rng.uniform(0.8, 1.2)
    _compare(student, rng, np.insert(thresholds, 2, 0.0), (4, 4))


@pytest.mark.task("parameterized_relu", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """W and b are not changed."""
    arguments = [0.8, rng.normal(size=(3, 2)), rng.normal(size=3)]
    after = student.probe("arguments_after", "parameterized_relu", [0.8, arguments[1].copy(), arguments[2].copy()])
    for name, old, new in zip("tWb", arguments, after, strict=True):
        checks.not_mutated(old, new, name)


def _compare(student: Any, rng: np.random.Generator, t: Any, shape: tuple[int, int]) -> None:
    W, b = rng.normal(size=shape), rng.normal(size=shape[0])
    x = rng.normal(0, 2, (shape[1], 60))
    W2, b2, c = _triple(student.parameterized_relu(t, W, b), shape)
    if W2.shape != shape:
        checks.shape(W2, shape, "W2")
    inside, threshold = (W @ x).T + b, np.broadcast_to(t, shape[:1])
    found, right = np.maximum(W2 @ x + b2[:, None], 0).T + c, np.maximum(inside, threshold)
    wrong = {
        "the sign of t is wrong in b2 and in c": np.maximum(inside + threshold, 0) - threshold,
        "the sign of t is wrong in b2": np.maximum(inside + threshold, 0) + threshold,
        "the sign of t is wrong in c": np.maximum(inside - threshold, 0) - threshold,
        "t is not subtracted in b2": np.maximum(inside, 0) + threshold,
        "t is not added again in c": np.maximum(inside - threshold, 0),
        "t plays no part": np.maximum(inside, 0),
        "it is the mirrored function, min(t, W x + b)": np.minimum(inside, threshold),
        "b is left out of b2": np.maximum(inside - b - threshold, 0) + threshold,
    }
    if np.ndim(t):
        wrong["one threshold is used for all units"] = np.maximum(inside, t[0])
    checks.close(found, right, "relu(W2 x + b2) + c", candidates=wrong)


def _triple(found: Any, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """W2, b2 (k,) and c (k,); b2 and c may be single numbers, rows or columns."""
    if not isinstance(found, (list, tuple)) or len(found) != 3:
        checks.fail("parameterized_relu does not return three values; end it with: return W2, b2, c.")
    units = shape[0]
    vectors = []
    for name, value in (("b2", found[1]), ("c", found[2])):
        flat = plain(value, name)
        if flat.size not in (1, units):
            checks.shape(flat, (units,), name)
        vectors.append(np.broadcast_to(checks.array(flat.reshape(-1), (None,), name), (units,)))
    return checks.array(found[0], (None, None), "W2", lists_ok=True), *vectors
