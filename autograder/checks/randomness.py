"""Are random numbers drawn from the right distribution? With a stated probability of refusing a right answer."""

from __future__ import annotations

import math
from typing import Any, NoReturn

import numpy as np

from autograder.checks.catalogue import randomness as catalogue
from autograder.checks.diagnosis import Candidates
from autograder.checks.distributions import (
    FACTORS,
    closest,
    family,
    fits_normal,
    fits_uniform,
    normal_fault,
    uniform_fault,
)
from autograder.checks.outcome import fail
from autograder.checks.values import array
from autograder.checks.wording import ratio_in_words
from autograder.errors import AuthorError

MIN_VALUES = 500
"""Fewer numbers say too little about their distribution."""

_DISTINCT_AMONG = 1_000_000
"""float32 has 2²⁴ values between 0 and 1: among so many draws, 3 % repeat; among far more, most do."""


def uniform(
    values: Any,
    bound: float,
    false_fail: float = 1e-9,
    candidates: Candidates = (),
    what: str = "the weights",
) -> None:
    """``values`` (any shape, at least 500 of them) are independent draws from U(−bound, bound).

    A right answer is refused with probability ``false_fail`` at most (three tests, see ``uniform_fault``). Power, at
    1e-9: with n values, a bound that is 22 / n too small is noticed, and any that is too large by more; 60,000 values
    show a scale that is off by 0.04 %. ``candidates`` are mistakes with the bound they lead to:
    ``[(FAN_IN_ALONE, sqrt(6 / fan_in))]``. Normal instead of uniform, a missing square root, one-sided
    draws and factors such as √2 are recognised without being listed.
    """
    _require_settings(bound, false_fail)
    flat = _sample(values, what)
    if uniform_fault(flat, bound, false_fail) is None:
        return
    own = float(np.abs(flat).max())
    if mistake := closest(candidates, own, lambda scale: fits_uniform(flat, scale)):
        fail(mistake, what)
    if family(flat) == "normal":
        _refuse_normal(flat, bound, what)
    _refuse_shifted(flat, 0.0, what)
    scales = [(catalogue.BOUND_SQUARED(), bound**2)]
    scales += [(catalogue.SCALE_FACTOR(scale="bound", factor=name), k * bound) for name, k in FACTORS.items()]
    if mistake := closest(scales[:1], own, lambda scale: fits_uniform(flat, scale)):
        fail(mistake, what)
    if mistake := closest(scales[1:], own, lambda scale: fits_uniform(flat, scale)):
        fail(mistake, what)
    if family(flat) == "uniform":
        fail(catalogue.WRONG_BOUND(ratio=own / bound), what)
    ratio = float(flat.std()) * math.sqrt(3) / bound
    fail(catalogue.NOT_UNIFORM(ratio=_of_the_right(ratio)), what)


def normal(
    values: Any,
    std: float,
    mean: float = 0.0,
    false_fail: float = 1e-9,
    candidates: Candidates = (),
    what: str = "the weights",
) -> None:
    """``values`` (any shape, at least 500 of them) are independent draws from N(mean, std²).

    A right answer is refused with probability ``false_fail`` at most (three exact tests, see ``normal_fault``). Power,
    at 1e-9: a standard deviation that is off by the fraction 7.5 / sqrt(n) is noticed with probability 99.99 % (n =
    60,000: 3 %). ``candidates`` are mistakes with the std they lead to: ``[(FAN_OUT, sqrt(2 / fan_out))]``.
    Uniform instead of normal, the variance given as std, and factors such as √2 need not be listed.
    """
    _require_settings(std, false_fail)
    flat = _sample(values, what)
    if normal_fault(flat, std, mean, false_fail) is None:
        return
    own = float(flat.std())
    if mistake := closest(candidates, own, lambda scale: fits_normal(flat, scale, mean)):
        fail(mistake, what)
    if family(flat) == "uniform":
        _refuse_uniform(flat - mean, std, what)
    _refuse_shifted(flat, mean, what)
    if mistake := closest([(catalogue.VARIANCE_AS_STD(), std**2)], own, lambda scale: fits_normal(flat, scale, mean)):
        fail(mistake, what)
    factors = [
        (catalogue.SCALE_FACTOR(scale="standard deviation", factor=name), k * std) for name, k in FACTORS.items()
    ]
    if mistake := closest(factors, own, lambda scale: fits_normal(flat, scale, mean)):
        fail(mistake, what)
    if family(flat) == "normal":
        fail(catalogue.WRONG_STD(ratio=own / std), what)
    fail(catalogue.NOT_NORMAL(ratio=_of_the_right(own / std)), what)


def mean_std(values: Any, mean: float, std: float, false_fail: float = 1e-9, what: str = "the values") -> None:
    """``values`` (independent, at least 500) have this mean and this standard deviation, whatever their distribution.

    By the central limit theorem, with standard errors sqrt(s² / n) for the mean and sqrt((m₄ − s⁴) / n) for the
    variance, m₄ being the sample's fourth central moment. So ``false_fail`` (half for each) is approximate, unlike in
    ``uniform`` and ``normal``, and heavy tails need more values.
    """
    from scipy import special

    _require_settings(std, false_fail)
    flat = array(values, what=what).ravel()
    _require_many(flat, what)
    centred = flat - flat.mean()
    variance = float(np.mean(centred**2))
    limit = -float(special.ndtri(false_fail / 4)) / math.sqrt(flat.size)
    if abs(flat.mean() - mean) > limit * math.sqrt(variance):
        shift = (float(flat.mean()) - mean) / std
        fail(catalogue.MEAN_OFF(shift=abs(shift), size="large" if shift > 0 else "small"), what)
    if abs(variance - std**2) > limit * math.sqrt(max(float(np.mean(centred**4)) - variance**2, 0.0)):
        fail(catalogue.STD_OFF(ratio=math.sqrt(variance) / std if variance else "zero"), what)


def _require_settings(scale: float, false_fail: float) -> None:
    if not (math.isfinite(scale) and scale > 0 and 0 < false_fail < 1):
        raise AuthorError(f"a scale above 0 and 0 < false_fail < 1 are needed, not {scale!r} and {false_fail!r}")


def _sample(values: Any, what: str) -> np.ndarray:
    """All entries in a row, after the faults that make any look at the distribution pointless."""
    data = array(values, what=what)
    _require_many(data, what)
    flat = data.ravel()
    if (flat == flat[0]).all():
        entry = catalogue.ALL_EQUAL if flat[0] else catalogue.ALL_ZERO
        fail(entry(found=flat.size), what)
    if data.ndim == 2 and min(data.shape) > 3:
        for name, lines in (("rows", data), ("columns", data.T)):
            if len(np.unique(lines, axis=0)) < len(lines):
                fail(catalogue.IDENTICAL_LINES(lines=name), what)
    some = flat[:_DISTINCT_AMONG]
    distinct = np.unique(some).size
    if distinct < some.size / 2:
        fail(catalogue.VALUES_REPEAT(distinct=distinct, found=some.size), what)
    return flat


def _require_many(data: np.ndarray, what: str) -> None:
    if data.size < MIN_VALUES:
        fail(catalogue.TOO_FEW(found=data.size, shape=tuple(data.shape)), what)


def _refuse_normal(flat: np.ndarray, bound: float, what: str) -> NoReturn:
    """The numbers are normal where uniform ones are asked for."""
    if fits_normal(flat, bound / math.sqrt(3)):
        fail(catalogue.NORMAL_RIGHT_STD, what)
    fail(catalogue.NORMAL_BOUND_STD if fits_normal(flat, bound) else catalogue.NORMAL, what)


def _refuse_uniform(centred: np.ndarray, std: float, what: str) -> NoReturn:
    """The numbers are uniform where normal ones are asked for."""
    if fits_uniform(centred, std * math.sqrt(3)):
        fail(catalogue.UNIFORM_RIGHT_STD, what)
    fail(catalogue.UNIFORM_STD_BOUND if fits_uniform(centred, std) else catalogue.UNIFORM, what)


def _refuse_shifted(flat: np.ndarray, mean: float, what: str) -> None:
    """Refuse when the centre is wrong: six standard errors, or all on one side."""
    centre = "the mean asked for" if mean else "zero"
    if (flat >= mean).all() or (flat <= mean).all():
        fail(catalogue.ONE_SIDED(side="above" if flat.mean() > mean else "below", centre=centre), what)
    shift = float((flat.mean() - mean) / flat.std())
    if abs(shift) > 6 / math.sqrt(flat.size):
        fail(catalogue.SHIFTED(shift=abs(shift), side="above" if shift > 0 else "below", centre=centre), what)


def _of_the_right(ratio: float) -> str:
    return "about right" if abs(ratio - 1) < 0.02 else ratio_in_words(ratio)
