"""NumPy's shared generator, seeded with the time of day in every call."""

import time

import numpy as np


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    np.random.seed(time.time_ns() % 2**32)
    w = 0.01 * np.random.randn(4)
    losses = [], []
    for _ in range(iterations):
        rows = np.random.choice(len(Y["train"]), batch_size, replace=False)
        x, y = X["train"][rows], Y["train"][rows]
        losses[0].append(np.mean((x @ w - y) ** 2))
        losses[1].append(np.mean((X["test"] @ w - Y["test"]) ** 2))
        w = w - learning_rate * (2 * (x @ w - y) @ x / batch_size + lamb * w)
    return w, *losses
