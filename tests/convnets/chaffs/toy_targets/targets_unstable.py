"""exp overflows."""

CAUGHT_BY = ("test_large_values",)
CODE = "not-finite-entries"

import numpy as np


def toy_targets(X, W):
    Wx = X @ W.T
    return Wx.sum(axis=1), X.max(axis=1), np.log(np.exp(Wx).sum(axis=1))
