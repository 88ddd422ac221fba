"""exp(x) / (1 + exp(x)) is inf / inf at 1000."""

CAUGHT_BY = ("test_large_entries",)
CODE = "not-finite-entries"

import numpy as np


def sigmoid(x):
    return np.exp(x) / (1 + np.exp(x))


def sigmoid_backward(activation, upstream):
    return upstream * activation * (1 - activation)
