"""Place i is tied to d − i with places counted from 0."""

CAUGHT_BY = ("test_reversal_changes_nothing",)
CODE = "one-place-too-far"

import numpy as np


def tie_reversal(W1, W2):
    d = W2.shape[1]
    return (W1 + W1[:, :, :, (d - np.arange(d)) % d]) / 2, W2.copy()
