"""Names the mistake behind a wrong array, when the numbers confirm it.

``explain`` tries hypotheses ("transposed", "7 times too large, which is the batch size") and reports the first that
turns the wrong array into the right one. Nothing is guessed: without a confirmed hypothesis there is no diagnosis.
No expected number and no input is ever part of a diagnosis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import permutations
from typing import Any

import numpy as np

from autograder.checks.catalogue import arrays
from autograder.checks.outcome import Mistake, Statement

CONFIRMED = 1e-4
"""Relative error up to which two arrays count as equal: float32 round-off of long sums stays below, while the smallest
real mistake (a scale off by 1 %) leaves 5e-3 or more."""

MIN_INDEPENDENT = 3
"""Entries that must agree before a hypothesis with a free constant (any factor, any offset) is believed."""


Candidates = Sequence[tuple[Mistake | Statement, Any]]
"""Mistakes with the wrong value that each leads to; several values may belong to one mistake."""


def relative_error(actual: np.ndarray, expected: np.ndarray) -> float:
    """max|a − b| / max(max|a|, max|b|), one number per array; 0 for two arrays of zeros or without entries."""
    scale = max(_largest(actual), _largest(expected))
    return _largest(actual - expected) / scale if scale else 0.0


@np.errstate(all="ignore")  # overflow and log(0) only mean that a hypothesis does not hold
def explain(
    actual: np.ndarray,
    expected: np.ndarray,
    *,
    batch_size: int | None = None,
    parameter: np.ndarray | None = None,
    candidates: Candidates = (),
    tolerance: float = CONFIRMED,
) -> Statement | None:
    """The mistake that leads from ``expected`` to ``actual``, or None when it is right or nothing is confirmed.

    ``batch_size`` lets a factor be called by its name. ``parameter`` is the weight array that ``expected`` is the
    gradient of: a difference proportional to it is a regulariser's share. ``candidates`` are pairs of a mistake and
    the value it leads to; these come first and are compared with ``tolerance`` (the check's own), everything else
    with at most ``CONFIRMED``. Both arrays are finite; an ``actual`` with NaN or infinities has no diagnosis.

    >>> explain(np.array([4.0, 2.0, 6.0]), np.array([2.0, 1.0, 3.0])).entry.code
    'twice-as-large'
    """
    actual, expected = np.asarray(actual, float), np.asarray(expected, float)
    if not (np.isfinite(actual).all() and actual.size and expected.size):
        return None
    if actual.shape != expected.shape:
        return next(_confirmed(_other_shapes(actual, expected), actual, expected), None)
    if relative_error(actual, expected) <= CONFIRMED:
        return None
    return (
        _candidate(actual, expected, candidates, tolerance)
        or _zeros(actual)
        or _scaled(actual, expected, batch_size, named_only=True)
        or next(_confirmed(_rearranged(actual), actual, expected), None)
        or _regulariser(actual, expected, parameter)
        or _function(actual, expected)
        or _offset(actual, expected)
        or _scaled(actual, expected, batch_size, named_only=False)
        or _shuffled(actual, expected)
    )


_Attempt = tuple[Statement, np.ndarray]
"""A mistake, and the wrong array with that mistake undone."""


def _confirmed(attempts: Iterator[_Attempt], actual: np.ndarray, expected: np.ndarray) -> Iterator[Statement]:
    """The diagnoses whose corrected array equals ``expected``, clearly better than ``actual`` does."""
    before = relative_error(actual, expected) if actual.shape == expected.shape else 1.0
    for diagnosis, fixed in attempts:
        if fixed.shape == expected.shape and relative_error(fixed, expected) <= min(CONFIRMED, before / 10):
            yield diagnosis


def _candidate(actual: np.ndarray, expected: np.ndarray, candidates: Candidates, tolerance: float) -> Statement | None:
    """The closest candidate within ``tolerance``, if it is also much closer than the right value."""
    errors = [
        (relative_error(actual, np.asarray(wrong, float)), number)
        for number, (_, wrong) in enumerate(candidates)
        if np.shape(wrong) == actual.shape
    ]
    error, number = min(errors, default=(np.inf, 0))
    if error > min(tolerance, relative_error(actual, expected) / 4):
        return None
    return as_statement(candidates[number][0])


def as_statement(mistake: Mistake | Statement) -> Statement:
    return mistake if isinstance(mistake, Statement) else mistake()


def _zeros(actual: np.ndarray) -> Statement | None:
    if actual.any():
        return None
    return arrays.ZERO() if actual.ndim == 0 else arrays.ALL_ZEROS()


def _scaled(actual: np.ndarray, expected: np.ndarray, batch_size: int | None, named_only: bool) -> Statement | None:
    """``actual`` = k · ``expected``. A k with a meaning is believed at once, any other only from several entries."""
    if not expected.any():
        return None
    k = float(np.vdot(expected, actual) / np.vdot(expected, expected))
    if not k or not np.isfinite(k) or relative_error(actual, k * expected) > min(CONFIRMED, abs(k - 1) / 10):
        return None
    for factor, mistake in _factors(batch_size):
        if abs(k / factor - 1) <= CONFIRMED:
            return mistake
    independent = np.count_nonzero(np.abs(expected) > 100 * CONFIRMED * _largest(expected))
    if named_only or independent < MIN_INDEPENDENT:
        return None
    return arrays.SCALED(ratio=k)


def _factors(batch_size: int | None) -> Iterator[tuple[float, Statement]]:
    yield -1.0, arrays.WRONG_SIGN()
    if batch_size and batch_size > 1:
        yield batch_size, arrays.SUM_INSTEAD_OF_MEAN(factor=batch_size)
        yield 1 / batch_size, arrays.DIVIDED_TWICE(factor=batch_size)
    yield 2.0, arrays.TWICE_AS_LARGE()
    yield 0.5, arrays.HALF_AS_LARGE()
    yield 180 / np.pi, arrays.DEGREES()


def _rearranged(actual: np.ndarray) -> Iterator[_Attempt]:
    """Same shape, entries elsewhere: axes swapped (square arrays), reversed."""
    if actual.ndim == 2:
        yield arrays.TRANSPOSED(), actual.T
    elif 2 < actual.ndim <= 5:
        for axes in permutations(range(actual.ndim)):
            yield arrays.AXES_ORDER(), actual.transpose(axes)
    if actual.ndim == 1:
        yield arrays.REVERSED(), actual[::-1]
        return
    for axis in range(actual.ndim):
        yield arrays.REVERSED_AXIS(axis=axis), np.flip(actual, axis)
    if actual.ndim > 1:
        yield arrays.REVERSED_EVERYWHERE(), np.flip(actual)


def _other_shapes(actual: np.ndarray, expected: np.ndarray) -> Iterator[_Attempt]:
    """The right numbers in another shape, or with an axis that was to be summed or averaged away."""
    shape = tuple(actual.shape)
    if actual.ndim == 2:
        yield arrays.SHAPE_TRANSPOSED(found=shape), actual.T
    elif 2 < actual.ndim <= 5:
        for axes in permutations(range(actual.ndim)):
            yield arrays.SHAPE_AXES(found=shape), actual.transpose(axes)
    if actual.size == expected.size:
        right = arrays.OTHER_SHAPE(found=shape, expected=tuple(expected.shape))
        yield right, actual.reshape(expected.shape)
        return
    for axis in range(actual.ndim):
        if expected.shape != actual.shape[:axis] + actual.shape[axis + 1 :]:
            continue
        yield arrays.NOT_AVERAGED(found=shape, axis=axis), actual.mean(axis)
        yield arrays.NOT_SUMMED(found=shape, axis=axis), actual.sum(axis)


def _regulariser(actual: np.ndarray, expected: np.ndarray, parameter: np.ndarray | None) -> Statement | None:
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
    return arrays.REGULARISER()


def _function(actual: np.ndarray, expected: np.ndarray) -> Statement | None:
    """``actual`` is a well-known function of ``expected``, entry by entry.

    0, ±1 and a single whole number prove nothing: 1 is exp(0) and 1 − 0, 9 is 3² and much else.
    """
    telling = np.setdiff1d(expected, [-1.0, 0.0, 1.0])
    if not telling.size or (telling.size == 1 and float(telling[0]).is_integer()):
        return None
    attempts: list[tuple[Callable[[np.ndarray], np.ndarray], Mistake]] = [
        (np.square, arrays.SQUARED),
        (np.sqrt, arrays.ROOT_TAKEN),
        (np.reciprocal, arrays.INVERTED),
        (np.log, arrays.LOG_TAKEN),
        (np.log10, arrays.LOG10_TAKEN),
        (np.exp, arrays.EXP_TAKEN),
        (lambda right: 1 - right, arrays.COMPLEMENT),
    ]
    limit = min(CONFIRMED, relative_error(actual, expected) / 10)
    for function, mistake in attempts:
        wrong = function(expected)
        if np.isfinite(wrong).all() and relative_error(actual, wrong) <= limit:
            return mistake()
    return None


def _offset(actual: np.ndarray, expected: np.ndarray) -> Statement | None:
    """``actual`` = ``expected`` + c, judged by how ``expected`` varies: a large c must not swallow the rest."""
    spread = _largest(expected - expected.mean())
    difference = actual - expected
    if actual.size < MIN_INDEPENDENT or spread <= 0.01 * _largest(expected):
        return None
    if _largest(difference - difference.mean()) > CONFIRMED * spread:
        return None
    direction = "large" if difference.mean() > 0 else "small"
    return arrays.OFFSET(size=direction)


def _shuffled(actual: np.ndarray, expected: np.ndarray) -> Statement | None:
    """The same numbers in another order, when they are far enough apart to tell one from the other."""
    right = np.sort(expected, axis=None)
    gaps = np.diff(right)
    if right.size <= MIN_INDEPENDENT or np.median(gaps) < 10 * CONFIRMED * _largest(right):
        return None
    if relative_error(np.sort(actual, axis=None), right) > CONFIRMED:
        return None
    return arrays.WRONG_ORDER()


def _largest(values: np.ndarray) -> float:
    return float(np.abs(values).max(initial=0.0))
