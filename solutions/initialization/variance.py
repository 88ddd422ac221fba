"""Q4, T1.5, T1.6: the spread of initial weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np


def second_moment(phi: Callable[[Any], Any]) -> float:
    """E[φ(z)²] for z ~ N(0, 1), by adaptive quadrature (relative error below 1e-7 for the usual activations).

    The line is cut at the whole numbers from −38 to 38, beyond which the density is 0 in float64: a kink at 0 lies
    on a cut, and kinks or jumps elsewhere are left to a short interval of their own.
    """
    from scipy.integrate import quad

    def integrand(z: float) -> float:
        value = np.asarray(phi(np.array([z])), np.float64).reshape(-1)[0]
        return float(value * value * np.exp(-0.5 * z * z) / np.sqrt(2 * np.pi))

    return float(sum(quad(integrand, left, left + 1, limit=200, epsabs=1e-12)[0] for left in range(-38, 38)))


def init_std(phi: Callable[[Any], Any], fan_in: int) -> float:
    """Standard deviation of the weights that keeps the pre-activations at variance 1: 1/sqrt(fan_in·E[φ²]).

    >>> import numpy as np
    >>> round(init_std(lambda z: np.maximum(z, 0), 200), 6)
    0.1
    """
    return float(1.0 / np.sqrt(fan_in * second_moment(phi)))


def xavier_bound(fan_in: int, fan_out: int) -> float:
    """Half-width of Glorot's uniform distribution, sqrt(6/(fan_in + fan_out)); its sd is the bound/sqrt(3)."""
    return float(np.sqrt(6.0 / (fan_in + fan_out)))


def kaiming_std(fan_in: int) -> float:
    """Standard deviation of He's normal distribution in fan_in mode with ReLU, sqrt(2/fan_in)."""
    return float(np.sqrt(2.0 / fan_in))
