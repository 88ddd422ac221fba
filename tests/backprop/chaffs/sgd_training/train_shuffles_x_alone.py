"""Inputs are shuffled without their labels."""

CAUGHT_BY = ("test_training_lowers_the_loss",)
CODE = "loss-falls-too-little"

import numpy as np


def train(net, x, y, *, epochs, learning_rate, batch_size, seed):
    rng = np.random.default_rng(seed)
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, len(x), batch_size):
            batch = order[start : start + batch_size]
            sgd_step(net, x[batch], y[start : start + batch_size], learning_rate)
        losses.append(loss_and_gradients(net, x, y)[0])
    return losses
