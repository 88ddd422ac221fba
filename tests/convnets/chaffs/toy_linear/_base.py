"""A right training loop; wrong answers change a line of it."""

import numpy as np


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    w = np.zeros(4)
    training_loss, test_loss = [], []
    for _ in range(iterations):
        idx = np.random.choice(len(X["train"]), batch_size)
        x, y = X["train"][idx], Y["train"][idx]
        error = np.dot(x, w) - y
        training_loss.append(np.mean(error**2) + lamb / 2 * np.sum(w**2))
        test_loss.append(np.mean((np.dot(X["test"], w) - Y["test"]) ** 2) + lamb / 2 * np.sum(w**2))
        dl_dw = 2 * np.dot(x.T, error) / batch_size + lamb * w
        w = w - learning_rate * dl_dw
    return w, training_loss, test_loss
