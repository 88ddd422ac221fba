"""Only the signs are left."""

CAUGHT_BY = ("test_normalised_input_has_no_scale", "test_normalised_sequences_stay_apart")
CODE = "sequences-made-equal"

import numpy as np


def normalise(X):
    return np.sign(X)
