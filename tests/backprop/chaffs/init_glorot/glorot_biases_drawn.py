"""The biases are drawn as well."""

CAUGHT_BY = ("test_glorot_biases_are_zero",)
CODE = "bias-not-zero"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * np.sqrt(6 / (n_in + n_out))
        net.biases[k] = rng.uniform(-0.1, 0.1, n_out)
