"""Normal draws with Glorot's variance."""

CAUGHT_BY = ("test_weights_are_uniform_within_the_glorot_bound",)
CODE = "normal-instead-of-uniform"

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.standard_normal(weight.shape) * np.sqrt(2 / (n_in + n_out))
        net.biases[k] = np.zeros(n_out)
