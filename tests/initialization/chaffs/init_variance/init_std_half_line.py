"""The integral runs over [0, ∞), right for ReLU by chance."""

CAUGHT_BY = ("test_both_sides_of_zero_count", "test_smooth_activations")
CODE = "half-line"

import numpy as np


def init_std(phi, fan_in):
    z = np.linspace(0, 10, 100_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return float(1 / np.sqrt(fan_in * np.trapezoid(phi(z) ** 2 * density, z)))
