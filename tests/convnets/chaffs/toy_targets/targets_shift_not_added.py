"""The maximum that was subtracted is not added again."""

CAUGHT_BY = ("test_log_sum_exp",)
CODE = "maximum-not-added-again"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    top = Wx.max(axis=1, keepdims=True)
    y3 = np.log(np.exp(Wx - top).sum(axis=1))
    return Wx.sum(axis=1), X.max(axis=1), y3
