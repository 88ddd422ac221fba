"""sqrt(3 / (fan_in + fan_out))."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-with-3-for-6"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * np.sqrt(3 / (n_in + n_out))
        net.biases[k] = np.zeros(n_out)
