"""A right answer in other words than the model answer; wrong answers change a line of it."""

import numpy as np


def backprop_step(x, t, w, b, learning_rate):
    A, B = w[:6].reshape(3, 2), w[6:].reshape(2, 2)
    h = 1 / (1 + np.exp(-(x @ A + b[0])))
    o = 1 / (1 + np.exp(-(h @ B + b[1])))
    mse = float(0.5 * np.sum((o - t) ** 2))
    delta_o = (o - t) * o * (1 - o)
    delta_h = (B @ delta_o) * h * (1 - h)
    dw = np.concatenate([np.outer(x, delta_h).ravel(), np.outer(h, delta_o).ravel()])
    db = np.array([delta_h.sum(), delta_o.sum()])
    new_w, new_b = w - learning_rate * dw, b - learning_rate * db
    return {"h": h, "o": o, "mse": mse, "dw": dw, "db": db, "new_w": new_w, "new_b": new_b}
