"""The sign of the derivative is wrong."""

CAUGHT_BY = ("test_backward_from_the_activation",)
CODE = "wrong-sign"

import numpy as np


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def sigmoid_backward(activation, upstream):
    return upstream * activation * (activation - 1)
