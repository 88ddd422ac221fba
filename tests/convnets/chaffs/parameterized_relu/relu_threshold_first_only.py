"""The threshold of the first unit is used for all."""

CAUGHT_BY = ("test_a_threshold_for_each_unit",)
CODE = "one-threshold-for-all"

import numpy as np


def parameterized_relu(t, W, b):
    t = np.ravel(t)[0]
    return W, b - t, t
