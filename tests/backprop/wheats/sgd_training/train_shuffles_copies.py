"""Shuffles copies of the data together, by numpy's global generator."""

import numpy as np


def train(net, x, y, *, epochs, learning_rate, batch_size, seed):
    np.random.seed(seed)
    losses = []
    for _ in range(epochs):
        order = np.arange(len(y))
        np.random.shuffle(order)
        shuffled_x, shuffled_y = x[order], y[order]
        steps = int(np.ceil(len(y) / batch_size))
        for step in range(steps):
            part = slice(step * batch_size, (step + 1) * batch_size)
            sgd_step(net, shuffled_x[part], shuffled_y[part], learning_rate)
        losses.append(loss_and_gradients(net, x, y)[0])
    return losses
