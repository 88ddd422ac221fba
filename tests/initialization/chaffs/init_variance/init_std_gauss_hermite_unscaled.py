"""Gauss–Hermite nodes for exp(−z²) without the change of variable."""

CAUGHT_BY = ("test_relu_gives_the_known_value", "test_smooth_activations")
CODE = "gauss-hermite-unscaled"

import numpy as np


def init_std(phi, fan_in):
    z, weight = np.polynomial.hermite.hermgauss(100)
    return float(1 / np.sqrt(fan_in * np.sum(weight * phi(z) ** 2)))
