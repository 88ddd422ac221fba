"""(j + 1) mod 4 instead of (j + 2) mod 4."""

CAUGHT_BY = ("test_partner_bases_change_nothing",)
CODE = "not-invariant"

import numpy as np


def tie_pairs(W1, W2):
    return (W1 + np.roll(W1, 1, axis=2)) / 2, W2.copy()
