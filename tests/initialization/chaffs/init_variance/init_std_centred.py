"""The variance of φ(z) in place of its second moment."""

CAUGHT_BY = ("test_relu_gives_the_known_value", "test_both_sides_of_zero_count", "test_smooth_activations")
CODE = "variance-of-activation"

import numpy as np


def init_std(phi, fan_in):
    z = np.linspace(-10, 10, 100_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    mean = np.trapezoid(phi(z) * density, z)
    return float(1 / np.sqrt(fan_in * np.trapezoid((phi(z) - mean) ** 2 * density, z)))
