"""X is shifted in place."""

CAUGHT_BY = ("test_arguments_stay_as_they_are",)
CODE = "changed-in-place"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    y1, y2 = Wx.sum(axis=1), X.max(axis=1)
    top = Wx.max(axis=1, keepdims=True)
    y3 = np.log(np.exp(Wx - top).sum(axis=1)) + top[:, 0]
    X -= X.mean(axis=0)
    return y1, y2, y3
