"""A standard deviation of 0.01."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "wrong-std"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = 0.01 * rng.standard_normal(weight.shape)
        net.biases[k] = np.zeros(n_out)
