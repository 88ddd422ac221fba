"""Each layer is updated before the error goes through it."""

CAUGHT_BY = ("test_a_step_is_the_learning_rate_times_the_gradient",)
CODE = "updated-too-early"

import numpy as np


def sgd_step(net, x, y, learning_rate):
    error = net.forward(x).copy()
    error[np.arange(len(y)), y] -= 1
    error /= len(y)
    for k in reversed(range(len(net.weights))):
        layer = net.layers[k]
        net.weights[k] = net.weights[k] - learning_rate * layer.T @ error
        net.biases[k] = net.biases[k] - learning_rate * error.sum(axis=0)
        if k:
            error = error @ net.weights[k].T
            slopes = {"relu": layer > 0, "tanh": 1 - layer**2, "sigmoid": layer * (1 - layer)}
            error = error * slopes[net.activation]
