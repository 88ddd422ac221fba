"""The sign of x is wrong."""

CAUGHT_BY = ("test_sigmoid",)
CODE = "sign-of-x"

import numpy as np


def sigmoid(x):
    return 0.5 - 0.5 * np.tanh(x / 2)


def sigmoid_backward(activation, upstream):
    return upstream * activation * (1 - activation)
