"""w1, w2, w3 are taken to enter h1: rows and columns of the numbering mixed up."""

CAUGHT_BY = ("test_forward_pass", "test_loss_is_half_the_sum_of_squares", "test_hidden_layer_gradients")
SAYS = "wrong edges"

import numpy as np


def backprop_step(x, t, w, b, learning_rate):
    A, B = w[:6].reshape(2, 3).T, w[6:].reshape(2, 2).T
    h = 1 / (1 + np.exp(-(x @ A + b[0])))
    o = 1 / (1 + np.exp(-(h @ B + b[1])))
    mse = float(0.5 * np.sum((o - t) ** 2))
    delta_o = (o - t) * o * (1 - o)
    delta_h = (B @ delta_o) * h * (1 - h)
    dw = np.concatenate([np.outer(delta_h, x).ravel(), np.outer(delta_o, h).ravel()])
    db = np.array([delta_h.sum(), delta_o.sum()])
    new_w, new_b = w - learning_rate * dw, b - learning_rate * db
    return {"h": h, "o": o, "mse": mse, "dw": dw, "db": db, "new_w": new_w, "new_b": new_b}
