"""A large number is added to the norm, so that small inputs stay small."""

CAUGHT_BY = ("test_normalised_input_has_no_scale",)
CODE = "scaled-by-a-constant"

import numpy as np


def normalise(X):
    return X / (np.linalg.norm(X) + 1)
