"""The maximum is taken of Wx."""

CAUGHT_BY = ("test_maximum",)
CODE = "maximum-of-wx"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    top = Wx.max(axis=1, keepdims=True)
    y3 = top[:, 0] + np.log(np.exp(Wx - top).sum(axis=1))
    return Wx.sum(axis=1), Wx.max(axis=1), y3
