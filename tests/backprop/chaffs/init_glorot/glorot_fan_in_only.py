"""sqrt(6 / fan_in)."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "bound-of-inputs-alone"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * np.sqrt(6 / n_in)
        net.biases[k] = np.zeros(n_out)
