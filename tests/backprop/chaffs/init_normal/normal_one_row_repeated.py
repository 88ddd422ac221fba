"""One row of draws stands for all."""

CAUGHT_BY = ("test_weights_are_standard_normal",)
CODE = "identical-lines"

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = np.tile(rng.standard_normal(n_out), (n_in, 1))
        net.biases[k] = np.zeros(n_out)
