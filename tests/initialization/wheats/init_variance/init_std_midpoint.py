"""The midpoint rule on ±6 with a step of 0.01, φ called on a column."""

import numpy as np


def init_std(phi, fan_in):
    step = 0.01
    z = np.arange(-6 + step / 2, 6, step).reshape(-1, 1)
    weight = np.exp(-0.5 * z**2)
    return (fan_in * np.sum(phi(z) ** 2 * weight) / np.sum(weight)) ** -0.5
