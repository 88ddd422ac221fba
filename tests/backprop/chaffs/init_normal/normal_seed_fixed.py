"""The seed is a constant."""

CAUGHT_BY = ("test_normal_seed_decides",)
CODE = "seed-fixed"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(42)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.standard_normal(weight.shape)
        net.biases[k] = np.zeros(n_out)
