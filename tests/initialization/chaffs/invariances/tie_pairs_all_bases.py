"""All four bases share one weight."""

CAUGHT_BY = ("test_pairs_are_tied_and_nothing_else",)
CODE = "tied-too-far"

import numpy as np


def tie_pairs(W1, W2):
    return np.broadcast_to(W1.mean(axis=2, keepdims=True), W1.shape).copy(), W2.copy()
