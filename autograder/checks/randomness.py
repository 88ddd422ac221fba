"""Are random numbers drawn from the right distribution? With a stated probability of refusing a right answer."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, NoReturn

import numpy as np

from autograder.checks.diagnosis import ratio_in_words
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
from autograder.errors import AuthorError

MIN_VALUES = 500
"""Fewer numbers say too little about their distribution."""

_DISTINCT_AMONG = 1_000_000
"""float32 has 2²⁴ values between 0 and 1: among so many draws, 3 % repeat; among far more, most do."""


def uniform(
    values: Any,
    bound: float,
    false_fail: float = 1e-9,
    candidates: Mapping[str, float] | None = None,
    what: str = "the weights",
) -> None:
    """``values`` (any shape, at least 500 of them) are independent draws from U(−bound, bound).

    A right answer is refused with probability ``false_fail`` at most (three tests, see ``uniform_fault``). Power, at
    1e-9: with n values, a bound that is 22 / n too small is noticed, and any that is too large by more; 60,000 values
    show a scale that is off by 0.04 %. ``candidates`` maps mistakes to the bound they lead to: ``{"fan_in alone
    instead of fan_in + fan_out": sqrt(6 / fan_in)}``. Normal instead of uniform, a missing square root, one-sided
    draws and factors such as √2 are recognised without being listed.
    """
    _require_settings(bound, false_fail)
    flat = _sample(values, what)
    if uniform_fault(flat, bound, false_fail) is None:
        return
    own = float(np.abs(flat).max())
    mistake = closest(candidates or {}, own, lambda scale: fits_uniform(flat, scale))
    if mistake:
        _refuse(what, mistake, mistake)
    if family(flat) == "normal":
        _refuse_normal(flat, bound, what)
    _refuse_shifted(flat, 0.0, what)
    if closest({"squared": bound**2}, own, lambda scale: fits_uniform(flat, scale)):
        _refuse(what, "the bound is squared: a square root is missing", "square root missing")
    factor = closest({name: k * bound for name, k in FACTORS.items()}, own, lambda scale: fits_uniform(flat, scale))
    if factor:
        _refuse(what, f"the bound is {factor}", f"bound {factor}")
    if family(flat) == "uniform":
        _refuse(what, f"they are uniform, but the bound is {ratio_in_words(own / bound)}", "wrong bound")
    ratio = float(flat.std()) * math.sqrt(3) / bound
    _refuse(what, f"they are not uniform (their spread is {_of_the_right(ratio)})", "")


def normal(
    values: Any,
    std: float,
    mean: float = 0.0,
    false_fail: float = 1e-9,
    candidates: Mapping[str, float] | None = None,
    what: str = "the weights",
) -> None:
    """``values`` (any shape, at least 500 of them) are independent draws from N(mean, std²).

    A right answer is refused with probability ``false_fail`` at most (three exact tests, see ``normal_fault``). Power,
    at 1e-9: a standard deviation that is off by the fraction 7.5 / sqrt(n) is noticed with probability 99.99 % (n =
    60,000: 3 %). ``candidates`` maps mistakes to the std they lead to: ``{"fan_out instead of fan_in": sqrt(2 /
    fan_out)}``. Uniform instead of normal, the variance given as std, and factors such as √2 need not be listed.
    """
    _require_settings(std, false_fail)
    flat = _sample(values, what)
    if normal_fault(flat, std, mean, false_fail) is None:
        return
    own = float(flat.std())
    mistake = closest(candidates or {}, own, lambda scale: fits_normal(flat, scale, mean))
    if mistake:
        _refuse(what, mistake, mistake)
    if family(flat) == "uniform":
        _refuse_uniform(flat - mean, std, what)
    _refuse_shifted(flat, mean, what)
    if closest({"variance": std**2}, own, lambda scale: fits_normal(flat, scale, mean)):
        _refuse(what, "the variance was used as the standard deviation", "variance used as standard deviation")
    factor = closest({name: k * std for name, k in FACTORS.items()}, own, lambda scale: fits_normal(flat, scale, mean))
    if factor:
        _refuse(what, f"the standard deviation is {factor}", f"standard deviation {factor}")
    if family(flat) == "normal":
        about = f"they are normal, but the standard deviation is {ratio_in_words(own / std)}"
        _refuse(what, about, "wrong standard deviation")
    _refuse(what, f"they are not normally distributed (their spread is {_of_the_right(own / std)})", "")


def mean_std(values: Any, mean: float, std: float, false_fail: float = 1e-9, what: str = "the values") -> None:
    """``values`` (independent, at least 500) have this mean and this standard deviation, whatever their distribution.

    By the central limit theorem, with standard errors sqrt(s² / n) for the mean and sqrt((m₄ − s⁴) / n) for the
    variance, m₄ being the sample's fourth central moment. So ``false_fail`` (half for each) is approximate, unlike in
    ``uniform`` and ``normal``, and heavy tails need more values.
    """
    from scipy import special

    _require_settings(std, false_fail)
    flat = array(values, what=what, lists_ok=True).ravel()
    _require_many(flat, what)
    centred = flat - flat.mean()
    variance = float(np.mean(centred**2))
    limit = -float(special.ndtri(false_fail / 4)) / math.sqrt(flat.size)
    if abs(flat.mean() - mean) > limit * math.sqrt(variance):
        shift = (float(flat.mean()) - mean) / std
        _refuse(what, f"their mean is {abs(shift):.2g} standard deviations too {_side(shift)}", "wrong mean")
    if abs(variance - std**2) > limit * math.sqrt(max(float(np.mean(centred**4)) - variance**2, 0.0)):
        about = f"their standard deviation is {ratio_in_words(math.sqrt(variance) / std) if variance else 'zero'}"
        _refuse(what, about, "wrong standard deviation")


def _require_settings(scale: float, false_fail: float) -> None:
    if not (math.isfinite(scale) and scale > 0 and 0 < false_fail < 1):
        raise AuthorError(f"a scale above 0 and 0 < false_fail < 1 are needed, not {scale!r} and {false_fail!r}")


def _sample(values: Any, what: str) -> np.ndarray:
    """All entries in a row, after the faults that make any look at the distribution pointless."""
    data = array(values, what=what)
    _require_many(data, what)
    flat = data.ravel()
    if (flat == flat[0]).all():
        kind = "all zeros" if not flat[0] else "all entries equal"
        _refuse(what, f"all {flat.size} entries are {'zero' if not flat[0] else 'equal'}", kind)
    if data.ndim == 2 and min(data.shape) > 3:
        for name, lines in (("rows", data), ("columns", data.T)):
            if len(np.unique(lines, axis=0)) < len(lines):
                _refuse(what, f"some {name} are identical; every entry is to be drawn by itself", f"identical {name}")
    some = flat[:_DISTINCT_AMONG]
    distinct = np.unique(some).size
    if distinct < some.size / 2:
        _refuse(what, f"they have only {distinct} different values among {some.size} entries", "values repeat")
    return flat


def _require_many(data: np.ndarray, what: str) -> None:
    if data.size < MIN_VALUES:
        fail(f"{what}: only {data.size} entries (shape {data.shape}), which is too few to be what was asked for.")


def _refuse_normal(flat: np.ndarray, bound: float, what: str) -> NoReturn:
    """The numbers are normal where uniform ones are asked for."""
    name = "normal instead of uniform"
    if fits_normal(flat, bound / math.sqrt(3)):
        _refuse(what, "they are normally distributed (with the right standard deviation) instead of uniform", name)
    if fits_normal(flat, bound):
        _refuse(what, "they are normally distributed, with the bound as standard deviation, instead of uniform", name)
    _refuse(what, "they are normally distributed instead of uniform", name)


def _refuse_uniform(centred: np.ndarray, std: float, what: str) -> NoReturn:
    """The numbers are uniform where normal ones are asked for."""
    name = "uniform instead of normal"
    if fits_uniform(centred, std * math.sqrt(3)):
        _refuse(what, "they are uniform (with the right standard deviation) instead of normally distributed", name)
    if fits_uniform(centred, std):
        _refuse(what, "they are uniform, with the standard deviation as bound, instead of normally distributed", name)
    _refuse(what, "they are uniform instead of normally distributed", name)


def _refuse_shifted(flat: np.ndarray, mean: float, what: str) -> None:
    """Refuse when the centre is wrong: six standard errors, or all on one side."""
    if (flat >= mean).all() or (flat <= mean).all():
        side = "above" if flat.mean() > mean else "below"
        _refuse(what, f"all of them lie {side} {_centre(mean)}; they should lie on both sides", "one-sided")
    shift = float((flat.mean() - mean) / flat.std())
    if abs(shift) > 6 / math.sqrt(flat.size):
        about = f"their mean is {abs(shift):.2g} of their standard deviations {'above' if shift > 0 else 'below'}"
        _refuse(what, f"{about} {_centre(mean)}", "wrong mean")


def _centre(mean: float) -> str:
    return "the mean asked for" if mean else "zero"


def _side(shift: float) -> str:
    return "large" if shift > 0 else "small"


def _of_the_right(ratio: float) -> str:
    return "about right" if abs(ratio - 1) < 0.02 else ratio_in_words(ratio)


def _refuse(what: str, about: str, diagnosis: str) -> NoReturn:
    fail(f"{what} are not distributed as asked: {about}.", diagnosis)
