"""Counts with numpy and returns numpy integers."""

import numpy as np


def choose_architecture():
    return np.array([700, 400])


def count_parameters(layer_sizes):
    sizes = np.array(layer_sizes)
    return np.dot(sizes[:-1], sizes[1:]) + sizes[1:].sum()
