"""The mean of φ² over positive z only."""

CAUGHT_BY = ("test_relu_gives_the_known_value", "test_both_sides_of_zero_count")
CODE = "half-normal"

import numpy as np


def init_std(phi, fan_in):
    z = np.linspace(0, 10, 100_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return float(1 / np.sqrt(fan_in * 2 * np.trapezoid(phi(z) ** 2 * density, z)))
