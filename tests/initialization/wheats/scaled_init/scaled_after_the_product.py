"""The product is divided, the std divides by n, numpy floats are returned."""

import numpy as np


def scaled_statistics(x, layers):
    x = x.numpy()
    for a in layers:
        x = a.numpy() @ x / np.sqrt(len(x))
    return np.mean(x), np.std(x)
