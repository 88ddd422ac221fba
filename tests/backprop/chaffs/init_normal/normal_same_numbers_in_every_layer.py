"""The generator starts anew in each layer."""

CAUGHT_BY = ("test_normal_seed_decides",)
CODE = "same-numbers-in-layers"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = np.random.default_rng(seed).standard_normal(weight.shape)
        net.biases[k] = np.zeros(n_out)
