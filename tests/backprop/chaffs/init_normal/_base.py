"""A right answer in other words than the model answer; wrong answers change a line of it."""

import numpy as np


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.standard_normal(weight.shape)
        net.biases[k] = np.zeros(n_out)
