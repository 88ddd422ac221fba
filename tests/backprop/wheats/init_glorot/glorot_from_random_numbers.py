"""Scales draws from 0 to 1."""

import numpy as np


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for k, W in enumerate(net.weights):
        d = (6 / (W.shape[0] + W.shape[1])) ** 0.5
        net.weights[k] = 2 * d * rng.random(W.shape) - d
        net.biases[k] = np.zeros(W.shape[1])
