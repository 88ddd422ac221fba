"""3.1: the cross-entropy, which must be exact at both ends."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy.special import xlog1py, xlogy

from autograder import checks
from autograder.checks.catalogue import arrays
from solutions.autoencoders.theory import cross_entropy
from tests.autoencoders.hidden import catalogue

pytestmark = pytest.mark.task("cross_entropy_roles")

CLIPPED = (1e-16, 1e-15, 1e-14, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3)
"""Bounds that answers often clip a to."""


def test_value_between_the_ends(student, rng):
    """The mean of −[y ln a + (1 − y) ln(1 − a)] is right for numbers strictly between 0 and 1."""
    for n in (1, 6, 15):
        _check(student, rng.uniform(0.05, 0.95, n), rng.uniform(0.05, 0.95, n))


def test_targets_of_zero_and_one(student, rng):
    """For y = 0 and y = 1 the value is finite and exact, however small a is, and it is 0 where a = y."""
    y = rng.permutation(np.array([0.0, 1.0] * 4))
    _check(student, rng.uniform(0.05, 0.95, 8), y)
    _check(student, np.array([10.0 ** -rng.uniform(33, 36), 0.3]), np.array([1.0, 0.0]))
    _check(student, np.where(np.arange(8) < 4, y, 0.25), y)
    answer = student.cross_entropy(y, y)
    if _number(answer) != 0:
        checks.close(answer, 0.0, "the cross-entropy where a = y, both 0 or 1", atol=1e-12)


def test_infinite_where_a_logarithm_is(student, rng):
    """The value is infinite where ln 0 has a factor above 0: in the second expression, whenever y is 0 or 1."""
    ends = rng.permutation(np.array([0.0, 0.0, 1.0, 1.0]))
    inside = np.abs(ends - rng.uniform(0.55, 0.9, 4))  # nearer to the other end: rounded targets are infinite too
    cases = [
        (ends, inside, "cross_entropy(y, a), the second expression, at y = 0 and 1"),
        (ends[:1], inside[:1], "cross_entropy(y, a), the second expression, at y = 0 or 1"),
        (np.array([0.0]), np.array([1.0]), "the cross-entropy for a = 0 and y = 1"),
        (np.array([1.0, 0.5]), np.array([0.0, 0.5]), "the cross-entropy for a = 1 and y = 0"),
    ]
    for a, y, what in cases:
        value = _number(student.cross_entropy(a, y))
        if math.isnan(value):
            checks.fail(catalogue.NAN_WHERE_INFINITE, what)
        if value == -math.inf:
            checks.fail(catalogue.MINUS_INFINITE, what)
        if value < math.inf:
            checks.fail(catalogue.FINITE_WHERE_INFINITE, what)


@pytest.mark.task("cross_entropy_roles", weight=0.5)
def test_arguments_of_cross_entropy_stay_as_they_are(student):
    """The function does not change a and y."""
    arguments = [np.array([0.0, 1.0, 0.5, 0.2]), np.array([0.0, 1.0, 0.25, 1.0])]
    after = student.probe("arguments_after", "cross_entropy", [array.copy() for array in arguments])
    for name, before, now in zip(("a", "y"), arguments, after, strict=True):
        checks.not_mutated(before, now, f"the argument {name}")


def _check(student: Any, a: np.ndarray, y: np.ndarray) -> None:
    expected = cross_entropy(a, y)
    exchanged = cross_entropy(y, a)
    first = float(-np.mean(xlogy(y, a)))
    candidates = [
        (catalogue.ROLES_EXCHANGED, exchanged),
        (catalogue.SUM_FOR_MEAN, expected * len(a)),
        (arrays.WRONG_SIGN, -expected),
        (catalogue.SECOND_TERM_MISSING, first),
        (catalogue.FIRST_TERM_MISSING, expected - first),
        (catalogue.BASE_2, expected / math.log(2)),
        (catalogue.BASE_10, expected / math.log(10)),
        (catalogue.LOGARITHMS_EXCHANGED, float(-np.mean(xlogy(1 - y, a) + xlog1py(y, -a)))),
    ]
    candidates += [(catalogue.CLIPPED, cross_entropy(np.clip(a, least, 1 - least), y)) for least in CLIPPED]
    clear = [(mistake, value) for mistake, value in candidates if math.isfinite(value) and abs(value - expected) > 1e-3]
    answer = student.cross_entropy(a, y)
    if math.isnan(_number(answer)):
        checks.fail(catalogue.NAN_AT_THE_ENDS)
    checks.close(answer, expected, "the cross-entropy", candidates=clear)


def _number(value: Any) -> float:
    """A float, which may be infinite or NaN."""
    plain = np.asarray(value) if isinstance(value, int | float | np.ndarray) else None
    if plain is None or plain.size != 1 or plain.dtype.kind not in "fiu":
        return checks.number(value, "the cross-entropy")
    return float(plain.reshape(()))
