"""A matrix of zeros becomes NaN."""

CAUGHT_BY = ("test_normalised_zeros_stay_finite",)
CODE = "not-finite-entries"

import numpy as np


def normalise(X):
    return X / np.linalg.norm(X)
