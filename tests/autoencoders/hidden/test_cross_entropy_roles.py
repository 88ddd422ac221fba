"""3.1: the cross-entropy, exact at both ends."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy.special import xlog1py, xlogy

from autograder import checks
from solutions.autoencoders.theory import cross_entropy

pytestmark = pytest.mark.task("cross_entropy_roles")

CLIPPED = (1e-16, 1e-15, 1e-14, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5, 1e-4, 1e-3)
"""Limits that are often used."""


def test_value_between_the_ends(student, rng):
    """The mean of −[y ln a + (1 − y) ln(1 − a)] is right for numbers strictly between 0 and 1."""
    for n in (1, 6, 15):
        _check(student, rng.uniform(0.05, 0.95, n), rng.uniform(0.05, 0.95, n))


def test_targets_of_zero_and_one(student, rng):
    """For y = 0 and y = 1 the value is finite and exact, however small a is, and where a = y it is 0."""
    y = rng.permutation(np.array([0.0, 1.0] * 4))
    _check(student, rng.uniform(0.05, 0.95, 8), y)
    _check(student, np.array([10.0 ** -rng.uniform(33, 36), 0.3]), np.array([1.0, 0.0]))
    _check(student, np.where(np.arange(8) < 4, y, 0.25), y)
    found = student.cross_entropy(y, y)
    if _number(found) != 0:
        checks.close(found, 0.0, "the cross-entropy where a = y, both 0 or 1", atol=1e-12)


def test_infinite_where_a_logarithm_is(student, rng):
    """Where ln 0 has a factor above 0 the value is infinite: for the second expression whenever y is 0 or 1."""
    ends = rng.permutation(np.array([0.0, 0.0, 1.0, 1.0]))
    inside = np.abs(ends - rng.uniform(0.55, 0.9, 4))  # nearer to the other end: rounded targets are infinite too
    cases = [
        (ends, inside, "cross_entropy(y, a), the second expression, at y = 0 and 1"),
        (ends[:1], inside[:1], "cross_entropy(y, a), the second expression, at y = 0 or 1"),
        (np.array([0.0]), np.array([1.0]), "the cross-entropy for a = 0 and y = 1"),
        (np.array([1.0, 0.5]), np.array([0.0, 0.5]), "the cross-entropy for a = 1 and y = 0"),
    ]
    for a, y, what in cases:
        found = _number(student.cross_entropy(a, y))
        if math.isnan(found):
            checks.fail(f"{what} is NaN, where it is infinite: 0 · ln 0 counts as 0.", "0 · ln 0 is NaN")
        if found == -math.inf:
            checks.fail(f"{what} is −∞: its sign is wrong.", "wrong sign")
        if found < math.inf:
            checks.fail(f"{what} is finite, where it is infinite; is something clipped?", "clipped")


@pytest.mark.task("cross_entropy_roles", weight=0.5)
def test_arguments_of_cross_entropy_stay_as_they_are(student):
    """a and y are not changed."""
    arguments = [np.array([0.0, 1.0, 0.5, 0.2]), np.array([0.0, 1.0, 0.25, 1.0])]
    after = student.probe("arguments_after", "cross_entropy", [one.copy() for one in arguments])
    for name, before, now in zip(("a", "y"), arguments, after, strict=True):
        checks.not_mutated(before, now, name)


def _check(student: Any, a: np.ndarray, y: np.ndarray) -> None:
    expected = cross_entropy(a, y)
    exchanged = cross_entropy(y, a)
    first = float(-np.mean(xlogy(y, a)))
    wrong = {
        "a and y have exchanged their roles": exchanged,
        "the sum stands in place of the mean": expected * len(a),
        "its sign is wrong": -expected,
        "the term with 1 − y is missing": first,
        "the term with y is missing": expected - first,
        "the logarithm has base 2": expected / math.log(2),
        "the logarithm has base 10": expected / math.log(10),
        "the logarithms stand for a(1 − y) instead of y and 1 − y": float(-np.mean(xlogy(1 - y, a) + xlog1py(y, -a))),
    }
    for count, least in enumerate(CLIPPED):
        name = f"a is clipped, which changes it where a is near 0 or 1{' ' * count}"  # blanks: one name, many values
        wrong[name] = cross_entropy(np.clip(a, least, 1 - least), y)
    clear = {name: value for name, value in wrong.items() if math.isfinite(value) and abs(value - expected) > 1e-3}
    found = student.cross_entropy(a, y)
    if math.isnan(_number(found)):
        checks.fail("the cross-entropy is NaN at y = 0 or 1: 0 · ln 0 counts as 0.", "0 · ln 0 is NaN")
    checks.close(found, expected, "the cross-entropy", candidates=clear)


def _number(value: Any) -> float:
    """A float, which may be infinite or NaN."""
    plain = np.asarray(value) if isinstance(value, int | float | np.ndarray) else None
    if plain is None or plain.size != 1 or plain.dtype.kind not in "fiu":
        return checks.number(value, "the cross-entropy")
    return float(plain.reshape(()))
