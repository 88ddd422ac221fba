"""Divided by the root of the number of inputs."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "wrong-std"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.standard_normal(weight.shape) / np.sqrt(n_in)
        net.biases[k] = np.zeros(n_out)
