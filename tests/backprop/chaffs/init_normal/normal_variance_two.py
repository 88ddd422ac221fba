"""A variance of 2."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "scale-off-by-a-factor"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = np.sqrt(2) * rng.standard_normal(weight.shape)
        net.biases[k] = np.zeros(n_out)
