"""Symmetric weights of their own, whatever was given."""

CAUGHT_BY = ("test_pairs_are_tied_and_nothing_else",)
CODE = "given-weights-not-used"

import numpy as np


def tie_pairs(W1, W2):
    rng = np.random.default_rng(0)
    W1 = rng.standard_normal(W1.shape)
    return W1 + np.roll(W1, 2, axis=2), rng.standard_normal(W2.shape)
