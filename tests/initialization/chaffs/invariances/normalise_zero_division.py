"""A matrix of zeros becomes NaN."""

CAUGHT_BY = ("test_normalised_zeros_stay_finite",)
SAYS = "NaN"

import numpy as np


def normalise(X):
    return X / np.linalg.norm(X)
