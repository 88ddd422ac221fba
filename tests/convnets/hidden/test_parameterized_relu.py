"""1.1: a threshold as the activation, written with ReLU."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from tests.convnets.hidden import catalogue
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
    """The same holds if t is an array with one threshold for each unit, some of them negative."""
    thresholds = rng.permutation([-1.5, -0.4, 0.7]) * rng.uniform(0.8, 1.2)
    _compare(student, rng, np.insert(thresholds, 2, 0.0), (4, 4))


@pytest.mark.task("parameterized_relu", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """parameterized_relu does not change W and b."""
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
    output, expected = np.maximum(W2 @ x + b2[:, None], 0).T + c, np.maximum(inside, threshold)
    wrong = [
        (catalogue.T_SIGN_IN_BOTH, np.maximum(inside + threshold, 0) - threshold),
        (catalogue.T_SIGN_IN_B2, np.maximum(inside + threshold, 0) + threshold),
        (catalogue.T_SIGN_IN_C, np.maximum(inside - threshold, 0) - threshold),
        (catalogue.T_NOT_SUBTRACTED, np.maximum(inside, 0) + threshold),
        (catalogue.T_NOT_ADDED, np.maximum(inside - threshold, 0)),
        (catalogue.T_WITHOUT_EFFECT, np.maximum(inside, 0)),
        (catalogue.MINIMUM, np.minimum(inside, threshold)),
        (catalogue.B_LEFT_OUT, np.maximum(inside - b - threshold, 0) + threshold),
    ]
    if np.ndim(t):
        wrong.append((catalogue.ONE_THRESHOLD, np.maximum(inside, t[0])))
    checks.close(output, expected, "relu(W2 x + b2) + c", candidates=wrong)


def _triple(returned: Any, shape: tuple[int, int]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """W2, b2 (k,) and c (k,); b2 and c may be single numbers, rows or columns."""
    if not isinstance(returned, (list, tuple)) or len(returned) != 3:
        checks.fail(catalogue.NOT_THREE_VALUES(function="parameterized_relu", names="W2, b2, c"))
    units = shape[0]
    vectors = []
    for name, value in (("b2", returned[1]), ("c", returned[2])):
        flat = plain(value, name)
        if flat.size not in (1, units):
            checks.shape(flat, (units,), name)
        vectors.append(np.broadcast_to(checks.array(flat.reshape(-1), (None,), name), (units,)))
    return checks.array(returned[0], (None, None), "W2"), *vectors
