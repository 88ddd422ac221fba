"""Judging a returned pair (mean, std) where dividing by n and by n − 1 are equally right."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from autograder import checks


def pair(found: Any, what: str = "the result") -> tuple[float, float]:
    """``found`` as (mean, std), or a sentence that says why it is no such pair."""
    if not isinstance(found, list) or len(found) != 2:
        length = f" of {len(found)} entries" if isinstance(found, list) else ""
        checks.fail(f"{what} is a {type(found).__name__}{length}; return the tuple (mean, std).")
    return checks.number(found[0], f"the mean of {what}"), checks.number(found[1], f"the std of {what}")


def check_pair(
    found: Any, expected: tuple[float, float], size: int, wrong: Mapping[str, tuple[float, float]], rtol: float = 1e-3
) -> None:
    """Mean and std agree with ``expected`` (std with n = ``size`` in the denominator, or n − 1).

    Compared together, relative to the larger of the two, so that a mean near zero is not judged by its digits.
    ``rtol`` 1e-3: float32 rounding through the few, small layers of the tests stays below 1e-4.
    """
    mean, std = pair(found)
    right = nearest(std, expected, size)
    candidates = {name: np.array(nearest(std, values, size)) for name, values in wrong.items()}
    swapped = {"mean and std are returned in the wrong order": np.array(right[::-1])}
    squares = min(expected[1] ** 2, expected[1] ** 2 * size / (size - 1), key=lambda value: abs(value - std))
    variance = {"the variance is returned instead of the std": np.array([right[0], squares])}
    checks.close(
        np.array([mean, std]), np.array(right), "(mean, std)", rtol=rtol, candidates=candidates | variance | swapped
    )


def nearest(std: float, values: tuple[float, float], size: int) -> tuple[float, float]:
    """``values`` with the std in the denominator convention that comes closer to ``std``."""
    unbiased = values[1] * math.sqrt(size / (size - 1))
    return values[0], min(values[1], unbiased, key=lambda value: abs(value - std))
