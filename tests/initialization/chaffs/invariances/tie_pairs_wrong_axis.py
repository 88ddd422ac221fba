"""Places are shifted by two, not the bases."""

CAUGHT_BY = ("test_partner_bases_change_nothing",)
CODE = "not-invariant"

import numpy as np


def tie_pairs(W1, W2):
    return (W1 + np.roll(W1, 2, axis=3)) / 2, W2.copy()
