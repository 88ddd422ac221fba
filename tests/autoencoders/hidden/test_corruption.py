"""5.2: a corruption that does what CORRUPTION declares."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import special

from autograder import checks
from solutions.autoencoders.theory import KINDS
from tests.autoencoders.hidden import catalogue_corruption as catalogue

pytestmark = pytest.mark.task("corruption")

FALSE_FAIL = 1e-9
"""Probability that a right answer fails one statistical check; there are at most twelve checks."""
LIMITS = {"std": (0.01, 10.0), "width": (0.01, 10.0), "probability": (0.02, 0.9)}
SAME = 1e-5
"""Two numbers count as equal up to this part of 1 + |number|, because an answer may calculate in float32."""
ALIKE = 1e-3
"""A change that is the same for all points varies by less than this, by rounding alone. The smallest noise that is
allowed spreads over 0.01."""


@pytest.fixture(scope="module")
def declared(student) -> dict[str, Any]:
    """CORRUPTION, with its numbers as floats, if it has the right form."""
    declaration = student.CORRUPTION()
    checks.keys(declaration, ["kind"], "CORRUPTION")
    kind = str(declaration["kind"]).strip().lower().replace(" ", "_").replace("-", "_")
    if kind not in KINDS:
        checks.fail(catalogue.UNKNOWN_KIND(kinds=", ".join(KINDS)))
    checks.keys(declaration, KINDS[kind], f"CORRUPTION of kind {kind}")
    numbers = {name: checks.number(declaration[name], f"CORRUPTION[{name!r}]") for name in KINDS[kind]}
    for name, value in numbers.items():
        low, high = LIMITS.get(name, (-math.inf, math.inf))
        if not low <= value <= high:
            checks.fail(catalogue.OUT_OF_RANGE(name=repr(name), low=f"{low:g}", high=f"{high:g}"))
    if kind == "salt_and_pepper" and numbers["low"] >= numbers["high"]:
        checks.fail(catalogue.LOW_ABOVE_HIGH)
    return {"kind": kind, **numbers}


@pytest.mark.task("corruption", weight=0.5)
def test_declaration(declared):
    """CORRUPTION names one of the five kinds and its parameters, within their ranges."""


@pytest.mark.task("corruption", weight=2)
def test_corrupts_as_declared(student, rng, declared):
    """The corruption has the declared distribution, on data of either sign and of any mean."""
    for n in (3000, 5000):
        points = _points(rng, n)
        corrupted = _corrupted(student, rng, points)
        if _same(corrupted, points).all():
            checks.fail(catalogue.NOT_CORRUPTED)
        _check(points, corrupted, declared)


def test_every_number_by_itself(student, rng, declared):
    """Each coordinate of each point is corrupted independently of all others."""
    points = _points(rng, 4000)
    change = _changes(points, _corrupted(student, rng, points), declared)
    for axis, name in enumerate(("x", "y")):
        if np.ptp(change[:, axis]) < ALIKE:
            checks.fail(catalogue.COORDINATE_TREATED_ALIKE(axis=name))
    # Of independent columns the correlation is normal with deviation 1/√4000 = 0.016; 0.3 is 19 deviations away.
    if abs(np.corrcoef(change.T)[0, 1]) > 0.3:
        checks.fail(catalogue.COORDINATES_TOGETHER)
    if (
        abs(np.corrcoef(change[:-1, 0], change[1:, 0])[0, 1]) > 0.3
        or abs(np.corrcoef(change[:2000, 0], change[2000:, 0])[0, 1]) > 0.3
    ):
        checks.fail(catalogue.REPEATS)


def test_seed_decides(student, rng):
    """The same seed gives the same result, and another seed gives another result."""
    points = _points(rng, 5000)
    one, other = (int(seed) for seed in rng.choice(100_000, 2, replace=False))
    first = checks.array(student.corrupt(points, one), points.shape, "the corrupted points")
    again = checks.array(student.corrupt(points, one), points.shape, "the corrupted points")
    second = checks.array(student.corrupt(points, other), points.shape, "the corrupted points")
    if not _same(first, again).all():
        checks.fail(catalogue.SEED_IGNORED)
    if _same(first, second).all():
        checks.fail(catalogue.SEED_FIXED)


def test_points_stay_as_they_are(student, rng):
    """The function returns a new array and does not change the given points."""
    points = _points(rng, 200)
    after = student.probe("arguments_after", "corrupt", [points.copy(), 5])
    checks.not_mutated(points, after[0], "the array points")


def _points(rng: np.random.Generator, n: int) -> np.ndarray:
    """(n, 2): numbers of either sign, 0.3 to 3 in absolute value; the columns differ, and a tenth is exactly 0."""
    points = rng.choice([-1, 1], (n, 2), p=[0.3, 0.7]) * rng.uniform(0.3, [1.5, 3.0], (n, 2))
    return np.where(rng.random((n, 2)) < 0.1, 0.0, points)


def _corrupted(student: Any, rng: np.random.Generator, points: np.ndarray) -> np.ndarray:
    corrupted = student.corrupt(points, int(rng.integers(100_000)))
    return checks.array(corrupted, points.shape, "the corrupted points")


def _check(points: np.ndarray, corrupted: np.ndarray, declared: dict[str, Any]) -> None:
    kind, zero = declared["kind"], points == 0
    if kind == "gaussian":
        std = declared["std"]
        candidates = [(catalogue.STD_ROOT, math.sqrt(std))]
        checks.normal(corrupted - points, std, false_fail=FALSE_FAIL, what="the added errors", candidates=candidates)
    elif kind == "uniform":
        width = declared["width"]
        errors = corrupted - points
        rounded = np.where(np.abs(errors) < width + SAME, np.clip(errors, -width, width), errors)
        candidates = [(catalogue.HALF_THE_WIDTH, width / 2)]
        checks.uniform(rounded, width, FALSE_FAIL, what="the added errors", candidates=candidates)
    elif kind == "multiplicative":
        if np.abs(corrupted[zero]).max() > SAME:
            checks.fail(catalogue.ADDED_NOT_MULTIPLIED)
        ratios = corrupted[~zero] / points[~zero] - 1
        checks.normal(ratios, declared["std"], false_fail=FALSE_FAIL, what="the relative errors")
    else:
        _check_replaced(points, corrupted, declared)


def _check_replaced(points: np.ndarray, corrupted: np.ndarray, declared: dict[str, Any]) -> None:
    """Masking, salt and pepper: numbers stay, or are replaced by one of the fixed values, as often as declared."""
    salt = declared["kind"] == "salt_and_pepper"
    values = [declared["low"], declared["high"]] if salt else [0.0]
    names = ("low", "high") if salt else ("0",)
    visible = ~np.any([_same(points, value) for value in values], axis=0)  # where a replaced number can be seen
    replaced = [_same(corrupted, value) & visible for value in values]
    if not (_same(corrupted, points) | np.any(replaced, axis=0))[visible].all():
        checks.fail(catalogue.OTHER_VALUES(values=" and ".join(names)))
    if not np.any([_same(corrupted, value) for value in [*values, points]], axis=0).all():
        checks.fail(catalogue.OTHER_VALUES(values=" and ".join(names)))
    total, probability = int(visible.sum()), declared["probability"]
    counts = [int(of_value.sum()) for of_value in replaced]
    if salt and not _likely(sum(counts), total, probability):
        if _likely(sum(counts), total, min(2 * probability, 1.0)):
            checks.fail(catalogue.PROBABILITY_FOR_EACH)
        checks.fail(catalogue.PROBABILITY_OF_BOTH(share=sum(counts) / total))
    for name, count in zip(names, counts, strict=True):
        if not _likely(count, total, probability / len(values)):
            inverted = not salt and _likely(count, total, 1 - probability)
            entry = catalogue.PROBABILITY_TO_STAY if inverted else catalogue.WRONG_PROBABILITY
            checks.fail(entry(value=name, share=count / total))


def _likely(count: int, total: int, probability: float) -> bool:
    """Whether ``count`` of ``total`` is no surprise: exact binomial tails, together ``FALSE_FAIL`` at most."""
    below = special.bdtr(count, total, probability)
    above = special.bdtrc(count - 1, total, probability) if count else 1.0
    return bool(min(below, above) > FALSE_FAIL / 2)


def _changes(points: np.ndarray, corrupted: np.ndarray, declared: dict[str, Any]) -> np.ndarray:
    """(n, 2): what was done to each number: its error, or 1 if it was replaced.

    A point coordinate that is 0 would hide it: there the mean of the others is taken, except for added errors.
    """
    if declared["kind"] in ("gaussian", "uniform"):
        return corrupted - points
    nonzero = np.where(points == 0, np.nan, points)
    multiplied = declared["kind"] == "multiplicative"
    change = corrupted / nonzero - 1 if multiplied else np.where(_same(corrupted, points), 0.0, 1.0)
    return np.where(points == 0, np.nanmean(change), change)


def _same(numbers: np.ndarray, others: Any) -> np.ndarray:
    return np.asarray(np.abs(numbers - others) <= SAME * (1 + np.abs(others)))
