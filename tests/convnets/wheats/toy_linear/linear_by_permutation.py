"""Batches of a permutation drawn with a Generator; random start; losses after the step, without the regulariser."""

import numpy as np


rng = np.random.default_rng(1)


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    w = rng.normal(size=(4, 1))
    losses = np.zeros((2, iterations))
    for t in range(iterations):
        chosen = rng.permutation(X["train"].shape[0])[:batch_size]
        x, y = X["train"][chosen], Y["train"][chosen, None]
        w -= learning_rate * (lamb * w + np.mean(2 * (x @ w - y) * x, axis=0, keepdims=True).T)
        losses[:, t] = np.mean((x @ w - y) ** 2), np.mean((X["test"] @ w - Y["test"][:, None]) ** 2)
    return w, losses[0], losses[1]
