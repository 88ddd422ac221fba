"""Gauss–Hermite with thirty nodes, too few for a jump."""

CAUGHT_BY = ("test_activation_with_a_jump",)
CODE = "number-off"

import numpy as np


def init_std(phi, fan_in):
    z, weight = np.polynomial.hermite_e.hermegauss(30)
    return float(1 / np.sqrt(fan_in * np.sum(weight * phi(z) ** 2) / np.sqrt(2 * np.pi)))
