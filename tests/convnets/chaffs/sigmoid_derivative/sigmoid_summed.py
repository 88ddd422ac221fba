"""The gradient is summed to a number."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "wrong-shape"

import numpy as np


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def sigmoid_backward(activation, upstream):
    return np.sum(upstream * activation * (1 - activation))
