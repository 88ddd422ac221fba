"""scipy.ndimage over all rows at once; an entry that equals its pair's maximum and is positive gets the gradient."""

import numpy as np


from scipy.ndimage import convolve1d


def forward(cnn_model, x):
    o1 = np.maximum(convolve1d(x, cnn_model["w1"], axis=1, mode="constant"), 0)
    o2 = np.maximum(convolve1d(x, cnn_model["w2"], axis=1, mode="constant"), 0)
    o = np.hstack([o1, o2])
    m = np.maximum(o[:, 0::2], o[:, 1::2])
    return {"x": x, "o1": o1, "o2": o2, "o": o, "m": m, "m_argmax": o[:, 1::2] > o[:, 0::2], "p": m.dot(cnn_model["u"])}


def backprop(model, y, fwd, batch_size):
    e = 2 * np.subtract(fwd["p"], y)
    up = np.repeat(fwd["m"], 2, axis=1)
    into = np.outer(e, np.repeat(model["u"], 2)) * np.logical_and(fwd["o"] == up, up > 0)
    grads = []
    for part in (into[:, :4], into[:, 4:]):
        full = [np.correlate(np.pad(row, 1), g, mode="valid")[::-1] for row, g in zip(fwd["x"], part)]
        grads.append(np.mean(full, axis=0))
    return tuple(grads) + ((e[:, None] * fwd["m"]).mean(axis=0),)


def learn_cnn(X, Y, batch_size, lamb, iterations, learning_rate):
    theta = np.random.uniform(-1, 1, 10)
    training_loss, test_loss = [], []

    def as_model():
        return {"w1": theta[:3], "w2": theta[3:6], "u": theta[6:]}

    def loss(x, y):
        return np.mean((forward(as_model(), x)["p"] - y) ** 2) + lamb / 2 * theta @ theta

    for _ in range(iterations):
        idx = np.random.permutation(len(Y["train"]))[:batch_size]
        x, y = X["train"][idx], Y["train"][idx]
        training_loss += [loss(x, y)]
        test_loss += [loss(X["test"], Y["test"])]
        gradient = np.concatenate(backprop(as_model(), y, forward(as_model(), x), batch_size))
        theta = theta - learning_rate * (gradient + lamb * theta)
    return as_model(), training_loss, test_loss
