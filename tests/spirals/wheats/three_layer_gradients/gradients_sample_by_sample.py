"""Loops over the samples, outer products, biases with one axis."""

import numpy as np


def three_layer_gradients(X, y, W1, b1, W2, b2, W3, b3):
    total = [np.zeros_like(W1), np.zeros(W1.shape[1]), np.zeros_like(W2), np.zeros(W2.shape[1]), np.zeros_like(W3), np.zeros(W3.shape[1])]
    for x, label in zip(X, y):
        z1 = W1.T.dot(x) + b1[0]
        z2 = W2.T.dot(np.maximum(z1, 0)) + b2[0]
        z3 = W3.T.dot(np.maximum(z2, 0)) + b3[0]
        p = np.exp(z3 - z3.max())
        p /= p.sum()
        p[label] -= 1
        d2 = (z2 > 0) * W3.dot(p)
        d1 = (z1 > 0) * W2.dot(d2)
        parts = [np.outer(x, d1), d1, np.outer(np.maximum(z1, 0), d2), d2, np.outer(np.maximum(z2, 0), p), p]
        total = [t + part for t, part in zip(total, parts)]
    return [t / len(X) for t in total]
