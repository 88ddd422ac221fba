"""Tests of a sample against a distribution, and names for the distribution it has instead.

Every test here states its probability of refusing a right sample, for any sample size. Two kinds of use: a check
tests at its ``false_fail``; a diagnosis asks whether another distribution *fits*, at the far stricter ``FITS``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Literal, TypeVar

import numpy as np

Named = TypeVar("Named")

Misfit = Literal["mean", "wide", "narrow", "shape"]

FITS = 1e-3
"""A diagnosis names a distribution only if the sample would be refused for it with at most this probability."""

FACTORS: dict[str, float] = {
    "√2 times too large": math.sqrt(2),
    "√2 times too small": 1 / math.sqrt(2),
    "√3 times too large": math.sqrt(3),
    "√3 times too small": 1 / math.sqrt(3),
    "twice too large": 2.0,
    "half of what it should be": 0.5,
}


def uniform_fault(flat: np.ndarray, bound: float, false_fail: float) -> Misfit | None:
    """What is not as in U(−bound, bound). ``false_fail`` is shared by three tests (union bound):

    - the largest of n absolute values is below x with probability (x / bound)ⁿ, exactly; above the bound it never is
      (1e-6 is allowed for rounding to float32);
    - the mean m of n such values has P(|m| > t) ≤ 2 exp(−3 n t² / (2 bound²)), as U(±b) is sub-Gaussian with b²/3;
    - Kolmogorov–Smirnov.
    """
    share, n = false_fail / 3, flat.size
    largest = float(np.abs(flat).max())
    if abs(flat.mean()) > bound * math.sqrt(2 * math.log(2 / share) / (3 * n)):
        return "mean"
    if largest > bound * (1 + 1e-6):
        return "wide"
    if n * math.log(largest / bound) < math.log(share):
        return "narrow"
    return "shape" if ks_uniform(flat, -bound, bound) < share else None


def normal_fault(flat: np.ndarray, std: float, mean: float, false_fail: float) -> Misfit | None:
    """What is not as in N(mean, std²). ``false_fail`` is shared by three tests (union bound), all of them exact:

    the mean (z-test), the sum of squares (χ² with n degrees of freedom, two-sided), Kolmogorov–Smirnov.
    """
    from scipy import special

    share, n = false_fail / 3, flat.size
    z = (flat - mean) / std
    if abs(z.mean()) * math.sqrt(n) > -special.ndtri(share / 2):
        return "mean"
    squares = float(z @ z)
    if special.chdtrc(n, squares) < share / 2:
        return "wide"
    if special.chdtr(n, squares) < share / 2:
        return "narrow"
    return "shape" if ks_normal(z) < share else None


def ks_uniform(flat: np.ndarray, low: float, high: float) -> float:
    """p-value of the Kolmogorov–Smirnov test against U(low, high)."""
    return ks_pvalue(np.clip((np.sort(flat) - low) / (high - low), 0.0, 1.0))


def ks_normal(z: np.ndarray) -> float:
    """p-value of the Kolmogorov–Smirnov test against N(0, 1)."""
    from scipy import special

    return ks_pvalue(special.ndtr(np.sort(z)))


def ks_pvalue(cumulative: np.ndarray) -> float:
    """Kolmogorov–Smirnov: ``cumulative`` is the distribution function at the sorted values, (n,).

    Twice the exact one-sided probability (Smirnov), which bounds the two-sided one from above and equals it where it
    is small. ``scipy.stats`` says the same, but importing it takes longer than grading a submission.
    """
    from scipy import special

    n = cumulative.size
    steps = np.arange(1, n + 1) / n
    distance = max(float((steps - cumulative).max()), float((cumulative - steps).max()) + 1 / n)
    return min(1.0, 2 * float(special.smirnov(n, distance)))


def family(flat: np.ndarray) -> Literal["uniform", "normal"] | None:
    """The shape of the histogram, whatever its centre and its width.

    Uniform is tried first, between the extreme values: a normal sample of a few hundred never fits there, while the
    reverse is not so. The mean and std of the normal are the sample's own, which only makes that test more lenient.
    """
    low, high = float(flat.min()), float(flat.max())
    if ks_uniform(flat, low, high) > FITS:
        return "uniform"
    if ks_normal((flat - flat.mean()) / flat.std()) > FITS:
        return "normal"
    return None


def fits_uniform(flat: np.ndarray, bound: float) -> bool:
    return bound > 0 and uniform_fault(flat, bound, FITS) is None


def fits_normal(flat: np.ndarray, std: float, mean: float = 0.0) -> bool:
    return std > 0 and family(flat) == "normal" and normal_fault(flat, std, mean, FITS) is None


def closest(scales: Sequence[tuple[Named, float]], own: float, fits: Callable[[float], bool]) -> Named | None:
    """What belongs to the scale nearest to the sample's ``own`` among those that fit, or None."""
    good = [
        (abs(math.log(own / scale)), number) for number, (_, scale) in enumerate(scales) if scale > 0 and fits(scale)
    ]
    return scales[min(good)[1]][0] if good else None
