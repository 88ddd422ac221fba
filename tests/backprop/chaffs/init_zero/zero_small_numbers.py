"""Small random numbers instead of zeros."""

CAUGHT_BY = ("test_everything_is_zero",)
CODE = "weights-not-zero"

import numpy as np


def initialize_zero(net, seed):
    net.weights = [1e-3 * np.random.default_rng(seed).standard_normal(weight.shape) for weight in net.weights]
    net.biases = [0 * bias for bias in net.biases]
