"""One half of every filter copied onto the other, loops, sums instead of means, lists returned, division by the maximum."""

import numpy as np


def rescale_unit(W1, W2, r, k, alpha):
    factor = np.ones(W2.shape)
    factor[r, k] = alpha
    return [W1 * factor[:, :, None, None], W2 / factor]


def permute_units(W1, W2, order):
    new_W1, new_W2 = np.zeros_like(W1), np.zeros_like(W2)
    d = W2.shape[1]
    for u in range(4 * d):
        new_W1[u // d, u % d] = W1[order[u] // d, order[u] % d]
        new_W2[u // d, u % d] = W2[order[u] // d, order[u] % d]
    return [new_W1, new_W2]


def tie_reversal(W1, W2):
    d = W2.shape[1]
    W1 = W1.copy()
    for i in range(d // 2):
        W1[:, :, :, d - 1 - i] = W1[:, :, :, i]
    return [W1, W2]


def tie_pairs(W1, W2):
    W1 = np.array(W1)
    W1[:, :, 2:] = W1[:, :, :2]
    return [W1, W2]


def normalise(X):
    largest = np.abs(X).max()
    return X / largest if largest else X
