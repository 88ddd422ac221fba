"""All places share one weight: their order is lost."""

CAUGHT_BY = ("test_reversal_is_tied_and_nothing_else",)
CODE = "tied-too-far"

import numpy as np


def tie_reversal(W1, W2):
    return np.broadcast_to(W1.mean(axis=3, keepdims=True), W1.shape).copy(), W2.copy()
