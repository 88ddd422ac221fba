"""The pooled values are not cut off at 0."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "relu-missing"

import numpy as np


def zero_init_gradients(x, y, w1=np.zeros(3), w2=np.zeros(3), u=np.zeros(4)):
    o = [np.convolve(x, w, mode="same") for w in (w1, w2)]
    m = np.array([o[0][:2].max(), o[0][2:].max(), o[1][:2].max(), o[1][2:].max()])
    return np.zeros(3), np.zeros(3), -2 * y * m
