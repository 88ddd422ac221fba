"""Names the mistake behind a wrong array, when the numbers confirm it.

``explain`` tries hypotheses ("transposed", "7 times too large, which is the batch size") and reports the first that
turns the wrong array into the right one. Nothing is guessed: without a confirmed hypothesis there is no diagnosis.
No expected number and no input is ever part of a diagnosis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations

import numpy as np

CONFIRMED = 1e-4
"""Relative error up to which two arrays count as equal: float32 round-off of long sums stays below, while the smallest
real mistake (a scale off by 1 %) leaves 5e-3 or more."""

MIN_INDEPENDENT = 3
"""Entries that must agree before a hypothesis with a free constant (any factor, any offset) is believed."""


@dataclass(frozen=True)
class Diagnosis:
    """``name`` is short and the same for all students; ``sentence`` goes on after "the answer is wrong: "."""

    name: str
    message: str


def relative_error(actual: np.ndarray, expected: np.ndarray) -> float:
    """max|a − b| / max(max|a|, max|b|), one number per array; 0 for two arrays of zeros or without entries."""
    scale = max(_largest(actual), _largest(expected))
    return _largest(actual - expected) / scale if scale else 0.0


def ratio_in_words(ratio: float) -> str:
    """``ratio`` = found / expected: "about 1.41 times too large", "about 3 % too small", with the sign if wrong."""
    size = abs(ratio)
    if 0.9 < size < 1.1:
        words = f"about {100 * abs(size - 1):.2g} % too {'large' if size > 1 else 'small'}"
    else:
        words = f"about {size:.3g} times too large" if size > 1 else f"about {1 / size:.3g} times too small"
    return words if ratio > 0 else f"{words} and has the wrong sign"


@np.errstate(all="ignore")  # overflow and log(0) only mean that a hypothesis does not hold
def explain(
    actual: np.ndarray,
    expected: np.ndarray,
    *,
    batch_size: int | None = None,
    parameter: np.ndarray | None = None,
    candidates: Mapping[str, np.ndarray | float] | None = None,
    tolerance: float = CONFIRMED,
) -> Diagnosis | None:
    """The mistake that leads from ``expected`` to ``actual``, or None when it is right or nothing is confirmed.

    ``batch_size`` lets a factor be called by its name. ``parameter`` is the weight array that ``expected`` is the
    gradient of: a difference proportional to it is a regulariser's share. ``candidates`` maps the name of a mistake
    to the value it leads to; these come first and are compared with ``tolerance`` (the check's own), everything else
    with at most ``CONFIRMED``. Both arrays are finite; an ``actual`` with NaN or infinities has no diagnosis.

    >>> explain(np.array([4.0, 2.0, 6.0]), np.array([2.0, 1.0, 3.0])).name
    'twice as large'
    """
    actual, expected = np.asarray(actual, float), np.asarray(expected, float)
    if not (np.isfinite(actual).all() and actual.size and expected.size):
        return None
    if actual.shape != expected.shape:
        return next(_confirmed(_other_shapes(actual, expected), actual, expected), None)
    if relative_error(actual, expected) <= CONFIRMED:
        return None
    return (
        _candidate(actual, expected, candidates or {}, tolerance)
        or _zeros(actual)
        or _scaled(actual, expected, batch_size, named_only=True)
        or next(_confirmed(_rearranged(actual), actual, expected), None)
        or _regulariser(actual, expected, parameter)
        or _function(actual, expected)
        or _offset(actual, expected)
        or _scaled(actual, expected, batch_size, named_only=False)
        or _shuffled(actual, expected)
    )


_Attempt = tuple[Diagnosis, np.ndarray]
"""A mistake, and the wrong array with that mistake undone."""


def _confirmed(attempts: Iterator[_Attempt], actual: np.ndarray, expected: np.ndarray) -> Iterator[Diagnosis]:
    """The diagnoses whose corrected array equals ``expected``, clearly better than ``actual`` does."""
    before = relative_error(actual, expected) if actual.shape == expected.shape else 1.0
    for diagnosis, fixed in attempts:
        if fixed.shape == expected.shape and relative_error(fixed, expected) <= min(CONFIRMED, before / 10):
            yield diagnosis


def _candidate(
    actual: np.ndarray, expected: np.ndarray, candidates: Mapping[str, np.ndarray | float], tolerance: float
) -> Diagnosis | None:
    """The closest candidate within ``tolerance``, if it is also much closer than the right value."""
    errors = {
        name: relative_error(actual, np.asarray(wrong, float))
        for name, wrong in candidates.items()
        if np.shape(wrong) == actual.shape
    }
    name = min(errors, key=errors.__getitem__, default="")
    if not name or errors[name] > min(tolerance, relative_error(actual, expected) / 4):
        return None
    return Diagnosis(name.strip(), name.strip())  # blanks at the end let several values bear one name


def _zeros(actual: np.ndarray) -> Diagnosis | None:
    if actual.any():
        return None
    return Diagnosis("all zeros", "it is zero" if actual.ndim == 0 else "all its entries are zero")


def _scaled(actual: np.ndarray, expected: np.ndarray, batch_size: int | None, named_only: bool) -> Diagnosis | None:
    """``actual`` = k · ``expected``. A k with a meaning is believed at once, any other only from several entries."""
    if not expected.any():
        return None
    k = float(np.vdot(expected, actual) / np.vdot(expected, expected))
    if not k or not np.isfinite(k) or relative_error(actual, k * expected) > min(CONFIRMED, abs(k - 1) / 10):
        return None
    for factor, name, message in _factors(batch_size):
        if abs(k / factor - 1) <= CONFIRMED:
            return Diagnosis(name, message)
    independent = np.count_nonzero(np.abs(expected) > 100 * CONFIRMED * _largest(expected))
    if named_only or independent < MIN_INDEPENDENT:
        return None
    return Diagnosis("scaled by a constant", f"every entry is {ratio_in_words(k)}")


def _factors(batch_size: int | None) -> Iterator[tuple[float, str, str]]:
    yield -1.0, "wrong sign", "its sign is wrong"
    if batch_size and batch_size > 1:
        size = f"{batch_size} times too"
        yield batch_size, "times the batch size", f"it is {size} large, the batch size: a sum instead of a mean"
        yield 1 / batch_size, "divided by the batch size", f"it is {size} small, the batch size: divided once too often"
    yield 2.0, "twice as large", "it is twice as large as it should be"
    yield 0.5, "half as large", "it is half as large as it should be"
    yield 180 / np.pi, "degrees", "it is in degrees instead of radians"


def _rearranged(actual: np.ndarray) -> Iterator[_Attempt]:
    """Same shape, entries elsewhere: axes swapped (square arrays), reversed."""
    yield from _permuted(actual)
    if actual.ndim == 1:
        yield Diagnosis("reversed", "it is reversed, last entry first"), actual[::-1]
        return
    for axis in range(actual.ndim):
        yield Diagnosis("reversed", f"it is reversed along axis {axis}"), np.flip(actual, axis)
    if actual.ndim > 1:
        yield Diagnosis("reversed", "it is reversed along every axis"), np.flip(actual)


def _permuted(actual: np.ndarray) -> Iterator[_Attempt]:
    if actual.ndim == 2:
        yield Diagnosis("transposed", "it is transposed"), actual.T
    elif 2 < actual.ndim <= 5:
        for axes in permutations(range(actual.ndim)):
            yield (
                Diagnosis("axes in the wrong order", "its axes are in the wrong order"),
                actual.transpose(axes),
            )


def _other_shapes(actual: np.ndarray, expected: np.ndarray) -> Iterator[_Attempt]:
    """The right numbers in another shape, or with an axis that was to be summed or averaged away."""
    yield from _permuted(actual)
    if actual.size == expected.size:
        right = Diagnosis("right numbers in the wrong shape", "the numbers are right and only their shape is wrong")
        yield right, actual.reshape(expected.shape)
        return
    for axis in range(actual.ndim):
        if expected.shape != actual.shape[:axis] + actual.shape[axis + 1 :]:
            continue
        yield Diagnosis("not averaged", f"the mean over axis {axis} is missing"), actual.mean(axis)
        yield Diagnosis("not summed", f"the sum over axis {axis} is missing"), actual.sum(axis)


def _regulariser(actual: np.ndarray, expected: np.ndarray, parameter: np.ndarray | None) -> Diagnosis | None:
    """The difference is a multiple of the parameter, as λW is. Compared with the difference, which may be small."""
    if parameter is None or np.shape(parameter) != actual.shape:
        return None
    weights, difference = np.asarray(parameter, float), expected - actual
    if np.unique(weights).size < MIN_INDEPENDENT:
        return None
    factor = np.vdot(weights, difference) / np.vdot(weights, weights)
    rest = _largest(difference - factor * weights)
    if not rest <= min(CONFIRMED * _largest(expected), 0.01 * _largest(difference)):
        return None
    return Diagnosis(
        "regulariser's share wrong",
        "it differs by a multiple of the parameter itself: the regulariser's gradient is missing or has a wrong factor",
    )


def _function(actual: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """``actual`` is a well-known function of ``expected``, entry by entry.

    0, ±1 and a single whole number prove nothing: 1 is exp(0) and 1 − 0, 9 is 3² and much else.
    """
    telling = np.setdiff1d(expected, [-1.0, 0.0, 1.0])
    if not telling.size or (telling.size == 1 and float(telling[0]).is_integer()):
        return None
    attempts: list[tuple[Callable[[np.ndarray], np.ndarray], str, str]] = [
        (np.square, "squared", "it is squared: a square root is missing"),
        (np.sqrt, "square root taken", "a square root was taken that should not be"),
        (np.reciprocal, "inverted", "it is inverted: 1 divided by the right value"),
        (np.log, "logarithm taken", "it is the logarithm of the right value"),
        (np.log10, "logarithm taken", "it is the logarithm (base 10) of the right value"),
        (np.exp, "exponential taken", "it is the exponential of the right value"),
        (lambda right: 1 - right, "1 minus the right value", "it is 1 minus the right value"),
    ]
    limit = min(CONFIRMED, relative_error(actual, expected) / 10)
    for function, name, message in attempts:
        wrong = function(expected)
        if np.isfinite(wrong).all() and relative_error(actual, wrong) <= limit:
            return Diagnosis(name, message)
    return None


def _offset(actual: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """``actual`` = ``expected`` + c, judged by how ``expected`` varies: a large c must not swallow the rest."""
    spread = _largest(expected - expected.mean())
    difference = actual - expected
    if actual.size < MIN_INDEPENDENT or spread <= 0.01 * _largest(expected):
        return None
    if _largest(difference - difference.mean()) > CONFIRMED * spread:
        return None
    direction = "large" if difference.mean() > 0 else "small"
    return Diagnosis("constant added", f"every entry is too {direction} by the same amount")


def _shuffled(actual: np.ndarray, expected: np.ndarray) -> Diagnosis | None:
    """The same numbers in another order, when they are far enough apart to tell one from the other."""
    right = np.sort(expected, axis=None)
    gaps = np.diff(right)
    if right.size <= MIN_INDEPENDENT or np.median(gaps) < 10 * CONFIRMED * _largest(right):
        return None
    if relative_error(np.sort(actual, axis=None), right) > CONFIRMED:
        return None
    return Diagnosis("wrong order", "its entries are the right ones in the wrong order")


def _largest(values: np.ndarray) -> float:
    return float(np.abs(values).max(initial=0.0))
