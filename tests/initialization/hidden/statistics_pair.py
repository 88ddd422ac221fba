"""Checks of a returned pair (mean, std), where the std may divide by n or by n − 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np

from autograder import checks
from tests.initialization.hidden import catalogue


def pair(result: Any, what: str = "the result") -> tuple[float, float]:
    """``result`` as (mean, std); fails where it is no such pair."""
    if not isinstance(result, list):
        checks.fail(catalogue.NO_PAIR(found=f"of type {type(result).__name__}"), what)
    if len(result) != 2:
        checks.fail(catalogue.NO_PAIR(found=f"a list of {len(result)} entries"), what)
    return checks.number(result[0], f"the mean of {what}"), checks.number(result[1], f"the std of {what}")


def check_pair(
    result: Any,
    expected: tuple[float, float],
    size: int,
    wrong: Sequence[tuple[checks.Mistake, tuple[float, float]]],
    rtol: float = 1e-3,
) -> None:
    """Mean and std agree with ``expected`` (std with n = ``size`` in the denominator, or n − 1).

    Compared together, relative to the larger of the two, so that a mean near zero is not judged by its digits.
    ``rtol`` 1e-3: float32 rounding through the few, small layers of the tests stays below 1e-4.
    """
    mean, std = pair(result)
    reference = nearest(std, expected, size)
    candidates = [(mistake, np.array(nearest(std, values, size))) for mistake, values in wrong]
    variance = min(expected[1] ** 2, expected[1] ** 2 * size / (size - 1), key=lambda value: abs(value - std))
    candidates += [
        (catalogue.VARIANCE_INSTEAD_OF_STD, np.array([reference[0], variance])),
        (catalogue.MEAN_AND_STD_SWAPPED, np.array(reference[::-1])),
    ]
    checks.close(np.array([mean, std]), np.array(reference), "(mean, std)", rtol=rtol, candidates=candidates)


def nearest(std: float, values: tuple[float, float], size: int) -> tuple[float, float]:
    """``values`` with the std divided by n or by n − 1, whichever is closer to ``std``."""
    unbiased = values[1] * math.sqrt(size / (size - 1))
    return values[0], min(values[1], unbiased, key=lambda value: abs(value - std))
