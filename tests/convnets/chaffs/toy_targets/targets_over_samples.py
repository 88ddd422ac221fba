"""The maximum runs over the samples."""

CAUGHT_BY = ("test_maximum",)
CODE = "over-the-samples"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    top = Wx.max(axis=1, keepdims=True)
    y3 = top[:, 0] + np.log(np.exp(Wx - top).sum(axis=1))
    return Wx.sum(axis=1), X.max(axis=0), y3
