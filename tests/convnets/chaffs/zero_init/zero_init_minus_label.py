"""The gradient of u at zero is taken to be −2y."""

CAUGHT_BY = ("test_all_parameters_zero", "test_only_filters_zero", "test_only_u_zero")
CODE = "gradient-not-zero"

import numpy as np


def zero_init_gradients(x, y, w1=np.zeros(3), w2=np.zeros(3), u=np.zeros(4)):
    return np.zeros(3), np.zeros(3), -2 * y * np.ones(4)
