"""The formula as it stands overflows at −1000."""

CAUGHT_BY = ("test_large_entries",)
CODE = "numpy-warns"

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


def sigmoid_backward(activation, upstream):
    return upstream * activation * (1 - activation)
