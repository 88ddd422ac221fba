"""The activation is overwritten."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"

import numpy as np


def sigmoid(x):
    small = np.exp(-np.abs(x))
    return np.where(x >= 0, 1, small) / (1 + small)


def sigmoid_backward(activation, upstream):
    activation *= 1 - activation
    return activation * upstream
