"""Q4: the standard deviation of initial weights, for any activation."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from scipy.special import ndtr

from autograder import checks
from solutions.initialization import kaiming_std
from tests.initialization.hidden import catalogue_theory as catalogue
from tests.initialization.probes.theory import ACTIVATIONS

pytestmark = pytest.mark.task("init_variance")

SMOOTH_RTOL = 2e-3
"""Twice the accuracy that the sheet asks for. Gauss-Hermite with 32 nodes and the trapezoidal rule with 1,000
points on ±6 stay below 1e-3 on the activations of this file; 10,000 random numbers are off by 1e-2."""
JUMP_RTOL = 4e-3
"""At a jump, a grid with spacing 0.01 is off by at most 2e-3."""


def test_relu_gives_the_known_value(student, rng):
    """For ReLU the standard deviation is sqrt(2 / fan_in)."""
    for fan_in in rng.integers(3, 3000, 3):
        _check(student, "two_slopes", [0.0, 1.0], int(fan_in), kaiming_std(int(fan_in)))


@pytest.mark.task("init_variance", weight=2)
def test_both_sides_of_zero_count(student, rng):
    """Where the activation is not zero for negative arguments, both sides of zero contribute to E[φ²]."""
    negative, positive, shift = rng.uniform(-1.5, -0.6), rng.uniform(0.3, 2.0), rng.uniform(0.3, 1.0)
    moments = [
        # E[z²; z > 0] = ½, the same for z < 0.
        ("two_slopes", [negative, positive], (negative**2 + positive**2) / 2),
        # E[(z + s)²; z > −s] = (1 + s²)·Φ(s) + s·φ(s), from integrating by parts.
        ("shifted_relu", [shift], (1 + shift**2) * ndtr(shift) + shift * _density(shift)),
    ]
    for activation, parameters, moment in moments:
        fan_in = int(rng.integers(5, 2000))
        _check(student, activation, parameters, fan_in, _std(moment, fan_in))


@pytest.mark.task("init_variance", weight=2)
def test_smooth_activations(student, rng):
    """The value is correct for smooth activations too: odd ones, and ones whose mean is not zero."""
    frequency, rate, gain = rng.uniform(0.5, 1.5), rng.uniform(0.2, 0.5), rng.uniform(0.5, 1.5)
    a, b, c = rng.uniform(0.5, 1.5), rng.uniform(-1, 1), rng.uniform(0.2, 0.6)
    moments = [
        # E[cos(kz)] = exp(−k²/2) and sin² = (1 − cos 2)/2; E[exp(kz)] = exp(k²/2); E[z²] = 1, E[z⁴] = 3.
        ("sine", [frequency], (1 - np.exp(-2 * frequency**2)) / 2),
        ("exponential", [rate], np.exp(2 * rate**2)),
        ("parabola", [a, b, c], a**2 + b**2 + 3 * c**2 + 2 * a * c),
    ]
    for activation, parameters, moment in moments:
        fan_in = int(rng.integers(5, 2000))
        _check(student, activation, parameters, fan_in, _std(moment, fan_in))
    z, weight = np.polynomial.hermite_e.hermegauss(150)  # tanh has no closed form; 150 nodes are exact to 1e-9
    _check(student, "tanh", [gain], 77, _std(np.tanh(gain * z) ** 2 @ weight / np.sqrt(2 * np.pi), 77))


@pytest.mark.task("init_variance", weight=0.5)
def test_activation_with_a_jump(student, rng):
    """The value is correct for an activation with a jump.

    The test uses six thresholds, because an inaccurate value is correct for one threshold in four by chance.
    """
    for threshold in rng.uniform(0.1, 0.6, 6):
        fan_in = int(rng.integers(5, 2000))
        _check(student, "step", [threshold], fan_in, _std(ndtr(-threshold), fan_in), JUMP_RTOL)


def _check(
    student: Any, activation: str, parameters: list[float], fan_in: int, expected: float, rtol: float = SMOOTH_RTOL
) -> None:
    answer = student.probe("init_std_of", activation, [float(value) for value in parameters], fan_in)
    what = f"σ for φ = {activation.replace('_', ' ')}"
    if abs(checks.number(answer, what) / expected - 1) <= rtol:
        return  # the wrong values take longer to compute than the answer
    wrong = _wrong(activation, parameters, fan_in)
    clear = [(mistake, value) for mistake, value in wrong if abs(value / expected - 1) > 10 * rtol]
    checks.close(answer, expected, what, rtol=rtol, candidates=clear)


def _density(z: Any) -> Any:
    """Density of N(0, 1) at z."""
    return np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)


def _std(moment: float, fan_in: int) -> float:
    return float(1 / np.sqrt(fan_in * moment))


def _wrong(activation: str, parameters: list[float], fan_in: int) -> list[tuple[checks.Mistake, float]]:
    """Known mistakes, each with the value that it leads to, computed on a fine grid."""
    z = np.linspace(-12, 12, 48_001)
    value, weight = ACTIVATIONS[activation](z, *parameters), _density(z) * (z[1] - z[0])
    square = float((value**2 * weight).sum())
    half = float((value**2 * weight)[z > 0].sum())
    mean, flat = float((value * weight).sum()), float((value**2).mean())
    hermite = float((value**2 * np.exp(-(z**2)) * (z[1] - z[0])).sum())
    wrong = [
        (catalogue.ROOT_MISSING, 1 / (fan_in * square)),
        (catalogue.FAN_IN_NOT_USED, float(1 / np.sqrt(square))),
        (catalogue.HALF_LINE, _std(half, fan_in)),
        (catalogue.HALF_NORMAL, _std(2 * half, fan_in)),
        (catalogue.VARIANCE_OF_PHI, _std(max(square - mean**2, 1e-9), fan_in)),
        (catalogue.PHI_NOT_SQUARED, _std(abs(mean), fan_in) if abs(mean) > 1e-6 else 0.0),
        (catalogue.MEAN_OF_ABSOLUTE, _std(float((abs(value) * weight).sum()), fan_in)),
        (catalogue.DENSITY_MISSING, _std(flat, fan_in)),
        (catalogue.DENSITY_WITHOUT_FACTOR, _std(square * np.sqrt(2 * np.pi), fan_in)),
        (catalogue.MULTIPLIED, float(np.sqrt(square / fan_in))),
        (catalogue.GAUSS_HERMITE_UNSCALED, _std(hermite, fan_in)),
    ]
    return [(mistake, value) for mistake, value in wrong if value]
