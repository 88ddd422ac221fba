"""Means where sums are asked for."""

CAUGHT_BY = ("test_sum", "test_log_sum_exp")
CODE = "mean-instead-of-sum"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    top = Wx.max(axis=1, keepdims=True)
    y3 = top[:, 0] + np.log(np.exp(Wx - top).mean(axis=1))
    return Wx.mean(axis=1), X.max(axis=1), y3
