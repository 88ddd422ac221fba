"""Zero in u is taken to stop everything."""

CAUGHT_BY = ("test_only_u_zero",)
CODE = "u-gradient-zero"

import numpy as np


def zero_init_gradients(x, y, w1=np.zeros(3), w2=np.zeros(3), u=np.zeros(4)):
    o = [np.maximum(np.convolve(x, w, mode="same"), 0) for w in (w1, w2)]
    m = np.array([o[0][:2].max(), o[0][2:].max(), o[1][:2].max(), o[1][2:].max()])
    return np.zeros(3), np.zeros(3), 0 * m
