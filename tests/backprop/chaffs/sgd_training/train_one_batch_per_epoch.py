"""One batch is used in each epoch."""

CAUGHT_BY = ("test_every_sample_is_used_once_in_an_epoch",)
CODE = "last-batch-left-out"

import numpy as np


def train(net, x, y, *, epochs, learning_rate, batch_size, seed):
    rng = np.random.default_rng(seed)
    losses = []
    for _ in range(epochs):
        order = rng.permutation(len(x))
        for start in range(0, 1, batch_size):
            batch = order[start : start + batch_size]
            sgd_step(net, x[batch], y[batch], learning_rate)
        losses.append(loss_and_gradients(net, x, y)[0])
    return losses
