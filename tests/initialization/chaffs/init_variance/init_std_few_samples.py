"""The mean over 500 random numbers."""

CAUGHT_BY = ("test_smooth_activations",)
CODE = "number-off"

import numpy as np


def init_std(phi, fan_in):
    z = np.random.randn(500)
    return float(1 / np.sqrt(fan_in * np.mean(phi(z) ** 2)))
