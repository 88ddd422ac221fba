"""The weights are absolute values of normal draws."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "one-sided"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = np.abs(rng.standard_normal(weight.shape))
        net.biases[k] = np.zeros(n_out)
