"""numpy, the std divides by n."""

import numpy as np


def tanh_statistics(x, layers):
    v = np.asarray(x, dtype=float)
    for a in layers:
        v = np.tanh(np.asarray(a, dtype=float).dot(v))
    return v.mean(), v.std()
