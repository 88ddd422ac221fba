"""The biases are drawn as well."""

CAUGHT_BY = ("test_normal_biases_are_zero",)
CODE = "bias-not-zero"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.standard_normal(weight.shape)
        net.biases[k] = rng.standard_normal(n_out)
