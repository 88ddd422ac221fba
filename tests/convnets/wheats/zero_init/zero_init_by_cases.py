"""One case after another, lists for zeros."""

import numpy as np


def pooled(x, w):
    o = np.maximum(np.convolve(x, w, "same"), 0)
    return [max(o[0], o[1]), max(o[2], o[3])]


def zero_init_gradients(x, y, w1=(0, 0, 0), w2=(0, 0, 0), u=(0, 0, 0, 0)):
    zero = [0, 0, 0]
    if not np.any(w1) and not np.any(w2):
        return [zero, zero, [0.0, 0.0, 0.0, 0.0]]
    return [zero, zero, [-2 * y * value for value in pooled(x, w1) + pooled(x, w2)]]
