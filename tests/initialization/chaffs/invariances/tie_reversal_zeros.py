"""All weights zero: invariant, but useless."""

CAUGHT_BY = ("test_reversal_changes_nothing", "test_reversal_is_tied_and_nothing_else")
CODE = "f-constant"

import numpy as np


def tie_reversal(W1, W2):
    return np.zeros_like(W1), np.zeros_like(W2)
