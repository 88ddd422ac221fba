"""Shuffled once an epoch and taken in turn, sample by sample; large random start."""

import numpy as np


import random


def learn_linear(X, Y, batch_size, lamb, iterations, learning_rate):
    n = len(X["train"])
    w = [random.gauss(0, 5) for _ in range(4)]
    training_loss, test_loss, queue = [], [], []

    def predict(x):
        return sum(a * b for a, b in zip(w, x))

    for _ in range(iterations):
        if len(queue) < batch_size:
            queue = random.sample(range(n), n)
        batch = [queue.pop() for _ in range(batch_size)]
        regulariser = lamb / 2 * sum(a * a for a in w)
        training_loss.append(sum((predict(X["train"][i]) - Y["train"][i]) ** 2 for i in batch) / batch_size + regulariser)
        test_loss.append(float(np.mean((X["test"] @ np.array(w) - Y["test"]) ** 2)))
        gradient = [lamb * a for a in w]
        for i in batch:
            e = 2 * (predict(X["train"][i]) - Y["train"][i]) / batch_size
            gradient = [g + e * v for g, v in zip(gradient, X["train"][i])]
        w = [a - learning_rate * g for a, g in zip(w, gradient)]
    return np.array(w), training_loss, test_loss
