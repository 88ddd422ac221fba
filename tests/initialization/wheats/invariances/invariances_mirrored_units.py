"""Units in mirrored pairs instead of symmetric filters; the middle unit of an odd length is symmetric."""

import numpy as np


def tie_reversal(W1, W2):
    mirrored_W1, mirrored_W2 = W1[:, ::-1, :, ::-1], W2[:, ::-1]
    return (W1 + mirrored_W1) / 2, (W2 + mirrored_W2) / 2


def tie_pairs(W1, W2):
    W1, W2 = W1.copy(), W2.copy()
    for r in (2, 3):
        W2[r] = W2[r - 2]
        for j in range(4):
            W1[r, :, j] = W1[r - 2, :, (j + 2) % 4]
    return W1, W2


def normalise(X):
    return X / (np.linalg.norm(X) + 1e-8)
