"""5.2: a corruption that does what is declared of it."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from scipy import special

from autograder import checks
from solutions.autoencoders.theory import KINDS

pytestmark = pytest.mark.task("corruption")

FALSE_FAIL = 1e-9
"""Of each statistical check; there are at most twelve."""
LIMITS = {"std": (0.01, 10.0), "width": (0.01, 10.0), "probability": (0.02, 0.9)}
SAME = 1e-5
"""Two numbers are the same up to this part of 1 + |number|, for those who calculate in float32."""
ALIKE = 1e-3
"""What is done to all points alike differs by less, which is rounding; the smallest noise allowed spreads over 0.01."""


@pytest.fixture(scope="module")
def declared(student) -> dict[str, Any]:
    """CORRUPTION, with its numbers as floats, if it is of the right form."""
    found = student.CORRUPTION()
    checks.keys(found, ["kind"], "CORRUPTION")
    kind = str(found["kind"]).strip().lower().replace(" ", "_").replace("-", "_")
    if kind not in KINDS:
        checks.fail(f"CORRUPTION is of none of the kinds {', '.join(KINDS)}.", "unknown kind")
    checks.keys(found, KINDS[kind], f"CORRUPTION of kind {kind}")
    numbers = {name: checks.number(found[name], f"CORRUPTION[{name!r}]") for name in KINDS[kind]}
    for name, value in numbers.items():
        low, high = LIMITS.get(name, (-math.inf, math.inf))
        if not low <= value <= high:
            checks.fail(f"CORRUPTION[{name!r}] is out of the range from {low:g} to {high:g}.", "out of range")
    if kind == "salt_and_pepper" and numbers["low"] >= numbers["high"]:
        checks.fail("CORRUPTION: low must lie below high.", "out of range")
    return {"kind": kind, **numbers}


@pytest.mark.task("corruption", weight=0.5)
def test_declaration(declared):
    """CORRUPTION names one of the five kinds and its parameters, within their ranges."""


@pytest.mark.task("corruption", weight=2)
def test_corrupts_as_declared(student, rng, declared):
    """What happens to the numbers has the declared distribution, on data of any place and sign."""
    for n in (3000, 5000):
        points = _points(rng, n)
        found = _corrupted(student, rng, points)
        if _same(found, points).all():
            checks.fail("the points come back as they were.", "nothing corrupted")
        _check(points, found, declared)


def test_every_number_by_itself(student, rng, declared):
    """Each coordinate of each point is corrupted independently of all others."""
    points = _points(rng, 4000)
    hit = _hits(points, _corrupted(student, rng, points), declared)
    for axis, name in enumerate(("x", "y")):
        if np.ptp(hit[:, axis]) < ALIKE:
            checks.fail(f"coordinate {name} of all points is treated alike.", "the same for all points")
    # Of independent columns the correlation is normal with deviation 1/√4000 = 0.016; 0.3 is 19 deviations away.
    if abs(np.corrcoef(hit.T)[0, 1]) > 0.3:
        what = "both coordinates of a point are corrupted together"
        checks.fail(f"{what} instead of each by itself.", what)
    if (
        abs(np.corrcoef(hit[:-1, 0], hit[1:, 0])[0, 1]) > 0.3
        or abs(np.corrcoef(hit[:2000, 0], hit[2000:, 0])[0, 1]) > 0.3
    ):
        checks.fail("the corruption repeats from point to point.", "repeats")


def test_seed_decides(student, rng):
    """The same seed gives the same result, and another seed another one."""
    points = _points(rng, 5000)
    one, other = (int(seed) for seed in rng.choice(100_000, 2, replace=False))
    first = checks.array(student.corrupt(points, one), points.shape, "the corrupted points", lists_ok=True)
    again = checks.array(student.corrupt(points, one), points.shape, "the corrupted points", lists_ok=True)
    second = checks.array(student.corrupt(points, other), points.shape, "the corrupted points", lists_ok=True)
    if not _same(first, again).all():
        checks.fail("the same seed gives different results.", "seed is not used")
    if _same(first, second).all():
        checks.fail("two different seeds give the same result.", "seed is not used")


def test_points_stay_as_they_are(student, rng):
    """A new array is returned, and the given points are not changed."""
    points = _points(rng, 200)
    after = student.probe("arguments_after", "corrupt", [points.copy(), 5])
    checks.not_mutated(points, after[0], "points")


def _points(rng: np.random.Generator, n: int) -> np.ndarray:
    """(n, 2): numbers of either sign and absolute value from 0.3 to 3, unlike in both columns, a tenth exactly 0."""
    points = rng.choice([-1, 1], (n, 2), p=[0.3, 0.7]) * rng.uniform(0.3, [1.5, 3.0], (n, 2))
    return np.where(rng.random((n, 2)) < 0.1, 0.0, points)


def _corrupted(student: Any, rng: np.random.Generator, points: np.ndarray) -> np.ndarray:
    found = student.corrupt(points, int(rng.integers(100_000)))
    return checks.array(found, points.shape, "the corrupted points", lists_ok=True)


def _check(points: np.ndarray, found: np.ndarray, declared: dict[str, Any]) -> None:
    kind, zero = declared["kind"], points == 0
    if kind == "gaussian":
        std = declared["std"]
        named = {"the standard deviation is the square root of the declared one": math.sqrt(std)}
        checks.normal(found - points, std, false_fail=FALSE_FAIL, what="the added errors", candidates=named)
    elif kind == "uniform":
        width = declared["width"]
        named = {"they reach half as far as declared: from −width/2 to width/2": width / 2}
        errors = found - points
        rounded = np.where(np.abs(errors) < width + SAME, np.clip(errors, -width, width), errors)
        checks.uniform(rounded, width, FALSE_FAIL, what="the added errors", candidates=named)
    elif kind == "multiplicative":
        if np.abs(found[zero]).max() > SAME:
            checks.fail("a number that is 0 does not stay 0, as a factor would leave it.", "added, not multiplied")
        ratios = found[~zero] / points[~zero] - 1
        checks.normal(ratios, declared["std"], false_fail=FALSE_FAIL, what="the relative errors")
    else:
        _check_replaced(points, found, declared)


def _check_replaced(points: np.ndarray, found: np.ndarray, declared: dict[str, Any]) -> None:
    """Masking, salt and pepper: numbers stay, or are replaced by one of the fixed values, as often as declared."""
    salt = declared["kind"] == "salt_and_pepper"
    values = [declared["low"], declared["high"]] if salt else [0.0]
    told = "low and high" if salt else "0"
    telling = ~np.any([_same(points, value) for value in values], axis=0)  # where a replaced number can be seen
    replaced = [_same(found, value) & telling for value in values]
    if not (_same(found, points) | np.any(replaced, axis=0))[telling].all():
        checks.fail(f"some numbers are neither as they were nor replaced by {told}.", "other values")
    if not np.any([_same(found, value) for value in [*values, points]], axis=0).all():
        checks.fail(f"some numbers are neither as they were nor replaced by {told}.", "other values")
    total, probability = int(telling.sum()), declared["probability"]
    hits = [int(hit.sum()) for hit in replaced]
    if salt and not _likely(sum(hits), total, probability):
        doubled = _likely(sum(hits), total, min(2 * probability, 1.0))
        why = "with the declared probability for low and again for high" if doubled else _often(sum(hits), total)
        checks.fail(
            f"numbers are replaced {why}; the declared probability is that of both together.", "wrong probability"
        )
    for name, hit in zip(("low", "high") if salt else ("0",), hits, strict=True):
        if not _likely(hit, total, probability / len(values)):
            kept = " (is it the probability to stay?)" if _likely(hit, total, 1 - probability) else ""
            checks.fail(
                f"numbers are replaced by {name} {_often(hit, total)}, not as declared{kept}.", "wrong probability"
            )


def _often(hits: int, total: int) -> str:
    return f"with probability {hits / total:.2g}"


def _likely(hits: int, total: int, probability: float) -> bool:
    """Whether so many of ``total`` are no surprise: exact binomial tails, together ``FALSE_FAIL`` at most."""
    below, above = special.bdtr(hits, total, probability), special.bdtrc(hits - 1, total, probability) if hits else 1.0
    return bool(min(below, above) > FALSE_FAIL / 2)


def _hits(points: np.ndarray, found: np.ndarray, declared: dict[str, Any]) -> np.ndarray:
    """(n, 2): what was done to each number: the error, or whether it was replaced; only where all could be seen."""
    if declared["kind"] in ("gaussian", "uniform"):
        return found - points
    seen = np.where(points == 0, np.nan, points)
    hit = found / seen - 1 if declared["kind"] == "multiplicative" else np.where(_same(found, points), 0.0, 1.0)
    return np.where(points == 0, np.nanmean(hit), hit)


def _same(one: np.ndarray, other: Any) -> np.ndarray:
    return np.asarray(np.abs(one - other) <= SAME * (1 + np.abs(other)))
