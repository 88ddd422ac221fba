"""Uniform draws from 0 to 1."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "uniform-instead-of-normal"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.random(weight.shape)
        net.biases[k] = np.zeros(n_out)
