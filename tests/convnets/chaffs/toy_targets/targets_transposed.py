"""W is applied from the wrong side."""

CAUGHT_BY = ("test_sum", "test_log_sum_exp")
CODE = "w-transposed"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W
    top = Wx.max(axis=1, keepdims=True)
    y3 = top[:, 0] + np.log(np.exp(Wx - top).sum(axis=1))
    return Wx.sum(axis=1), X.max(axis=1), y3
