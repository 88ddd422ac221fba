"""Weights start smaller, at sqrt(2 / fan_in); a loss print at every twentieth of N_STEPS; a generator of the module."""

import numpy as np

RNG = np.random.default_rng(355)


def forward(x, W1, b1, W2, b2, W3, b3):
    h1 = np.maximum(0, x @ W1 + b1)
    h2 = np.maximum(0, h1 @ W2 + b2)
    s = h2 @ W3 + b3
    log_p = s - np.logaddexp.reduce(s, axis=1, keepdims=True)
    return h1, h2, log_p


def train_3_layer_network(H1=100, H2=100):
    W1 = RNG.normal(0, np.sqrt(2 / D), (D, H1))
    W2 = RNG.normal(0, np.sqrt(2 / H1), (H1, H2))
    W3 = RNG.normal(0, np.sqrt(2 / H2), (H2, K))
    b1, b2, b3 = np.zeros(H1), np.zeros(H2), np.zeros(K)
    onehot = np.zeros((len(X), K))
    onehot[np.arange(len(X)), y] = 1
    for it in range(N_STEPS):
        h1, h2, log_p = forward(X, W1, b1, W2, b2, W3, b3)
        if it % (N_STEPS // 20) == 0:
            print(it, -(onehot * log_p).sum() / len(X))
        d3 = np.exp(log_p) - onehot
        d2 = (d3 @ W3.T) * (h2 > 0)
        d1 = (d2 @ W2.T) * (h1 > 0)
        W3, b3 = W3 - 0.1 * h2.T @ d3 / len(X), b3 - 0.1 * d3.mean(0)
        W2, b2 = W2 - 0.1 * h1.T @ d2 / len(X), b2 - 0.1 * d2.mean(0)
        W1, b1 = W1 - 0.1 * X.T @ d1 / len(X), b1 - 0.1 * d1.mean(0)
    return W1, b1, W2, b2, W3, b3
