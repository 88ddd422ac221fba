"""A right answer in other words than the model answer; wrong answers change a line of it."""

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, weight in enumerate(net.weights):
        n_in, n_out = weight.shape
        net.weights[k] = rng.uniform(-1, 1, weight.shape) * np.sqrt(6 / (n_in + n_out))
        net.biases[k] = np.zeros(n_out)
