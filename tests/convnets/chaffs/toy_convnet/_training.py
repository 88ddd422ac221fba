"""A right training loop; wrong answers change a line of it."""

import numpy as np


def learn_cnn(X, Y, batch_size, lamb, iterations, learning_rate):
    model = {"w1": np.random.randn(3), "w2": np.random.randn(3), "u": np.random.randn(4)}
    training_loss, test_loss = [], []
    for _ in range(iterations):
        idx = np.random.choice(len(X["train"]), batch_size)
        x, y = X["train"][idx], Y["train"][idx]
        fwd = forward(model, x)
        reg = lamb / 2 * sum(np.sum(value**2) for value in model.values())
        training_loss.append(np.mean((fwd["p"] - y) ** 2) + reg)
        test_loss.append(np.mean((forward(model, X["test"])["p"] - Y["test"]) ** 2) + reg)
        dl_dw1, dl_dw2, dl_du = backprop(model, y, fwd, batch_size)
        model["w1"] = model["w1"] - learning_rate * (dl_dw1 + lamb * model["w1"])
        model["w2"] = model["w2"] - learning_rate * (dl_dw2 + lamb * model["w2"])
        model["u"] = model["u"] - learning_rate * (dl_du + lamb * model["u"])
    return model, training_loss, test_loss
