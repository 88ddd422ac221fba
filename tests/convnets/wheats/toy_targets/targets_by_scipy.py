"""Samples as columns inside, and scipy's logsumexp; a list of three."""

import numpy as np


from scipy.special import logsumexp


def toy_targets(X, W):
    Wx = np.dot(W, X.T)
    return [W.sum(axis=0) @ X.T, np.amax(X, 1), logsumexp(Wx, axis=0)]
