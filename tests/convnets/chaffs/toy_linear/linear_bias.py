"""A bias is learned as a fifth weight."""

CAUGHT_BY = ("test_returns_w_and_two_lists",)
CODE = "wrong-shape"

import numpy as np


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    one = {k: np.hstack([v, np.ones((len(v), 1))]) for k, v in X.items()}
    w = np.zeros(5)
    training_loss, test_loss = [], []
    for _ in range(iterations):
        idx = np.random.choice(len(one["train"]), batch_size)
        error = one["train"][idx] @ w - Y["train"][idx]
        training_loss.append(np.mean(error**2))
        test_loss.append(np.mean((one["test"] @ w - Y["test"]) ** 2))
        w = w - learning_rate * (2 * one["train"][idx].T @ error / batch_size + lamb * w)
    return w, training_loss, test_loss
