"""One maximum for all samples: the others underflow to log 0."""

CAUGHT_BY = ("test_large_values",)
CODE = "not-finite-entries"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    top = Wx.max()
    y3 = top + np.log(np.exp(Wx - top).sum(axis=1))
    return Wx.sum(axis=1), X.max(axis=1), y3
