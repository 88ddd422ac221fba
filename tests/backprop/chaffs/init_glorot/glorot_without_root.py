"""6 / (fan_in + fan_out)."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "square-root-missing"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * 6 / (n_in + n_out)
        net.biases[k] = np.zeros(n_out)
