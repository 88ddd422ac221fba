"""The seed is a constant."""

CAUGHT_BY = ("test_glorot_seed_decides",)
CODE = "seed-fixed"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(0)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * np.sqrt(6 / (n_in + n_out))
        net.biases[k] = np.zeros(n_out)
