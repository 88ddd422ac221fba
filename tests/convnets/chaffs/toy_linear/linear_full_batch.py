"""All samples in every step."""

CAUGHT_BY = ("test_batches_are_drawn_at_random",)
CODE = "batch-size-ignored"

import numpy as np


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    w = np.zeros(4)
    training_loss, test_loss = [], []
    for _ in range(iterations):
        idx = np.arange(len(X["train"]))
        x, y = X["train"][idx], Y["train"][idx]
        error = np.dot(x, w) - y
        training_loss.append(np.mean(error**2) + lamb / 2 * np.sum(w**2))
        test_loss.append(np.mean((np.dot(X["test"], w) - Y["test"]) ** 2) + lamb / 2 * np.sum(w**2))
        dl_dw = 2 * np.dot(x.T, error) / len(x) + lamb * w
        w = w - learning_rate * dl_dw
    return w, training_loss, test_loss
