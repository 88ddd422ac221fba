"""With filters of zeros, ReLU is taken to pass the gradient on."""

CAUGHT_BY = ("test_only_filters_zero",)
CODE = "gradient-not-zero"

import numpy as np


def zero_init_gradients(x, y, w1=np.zeros(3), w2=np.zeros(3), u=np.zeros(4)):
    o = [np.maximum(np.convolve(x, w, mode="same"), 0) for w in (w1, w2)]
    m = np.array([o[0][:2].max(), o[0][2:].max(), o[1][:2].max(), o[1][2:].max()])
    g = [-2 * y * (u[k] * np.array([x[1], x[0], 0]) + u[k + 1] * x[3:0:-1]) for k in (0, 2)]
    return g[0], g[1], -2 * y * m
