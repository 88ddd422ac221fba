"""Every quantity written out by hand with scalars, lists returned."""

import math


def backprop_step(x, t, w, b, learning_rate):
    def s(z):
        return 1 / (1 + math.exp(-z))

    w1, w2, w3, w4, w5, w6, w7, w8, w9, w10 = (float(v) for v in w)
    h1 = s(w1 * x[0] + w3 * x[1] + w5 * x[2] + b[0])
    h2 = s(w2 * x[0] + w4 * x[1] + w6 * x[2] + b[0])
    o1 = s(w7 * h1 + w9 * h2 + b[1])
    o2 = s(w8 * h1 + w10 * h2 + b[1])
    d1 = (o1 - t[0]) * o1 * (1 - o1)
    d2 = (o2 - t[1]) * o2 * (1 - o2)
    e1 = (d1 * w7 + d2 * w8) * h1 * (1 - h1)
    e2 = (d1 * w9 + d2 * w10) * h2 * (1 - h2)
    dw = [e1 * x[0], e2 * x[0], e1 * x[1], e2 * x[1], e1 * x[2], e2 * x[2], d1 * h1, d2 * h1, d1 * h2, d2 * h2]
    db = [e1 + e2, d1 + d2]
    return {
        "h": [h1, h2],
        "o": [o1, o2],
        "mse": ((o1 - t[0]) ** 2 + (o2 - t[1]) ** 2) / 2,
        "dw": dw,
        "db": db,
        "new_w": [v - learning_rate * g for v, g in zip(w, dw)],
        "new_b": [v - learning_rate * g for v, g in zip(b, db)],
    }
