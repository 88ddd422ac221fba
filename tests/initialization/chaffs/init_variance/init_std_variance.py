"""The square root is left out: the variance of the weights."""

CAUGHT_BY = ("test_relu_gives_the_known_value", "test_both_sides_of_zero_count", "test_smooth_activations")
CODE = "square-root-missing"

import numpy as np


def init_std(phi, fan_in):
    z = np.linspace(-10, 10, 100_001)
    density = np.exp(-(z**2) / 2) / np.sqrt(2 * np.pi)
    return float(1 / (fan_in * np.trapezoid(phi(z) ** 2 * density, z)))
