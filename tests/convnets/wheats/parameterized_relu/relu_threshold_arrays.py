"""Everything as columns, by way of an identity matrix."""

import numpy as np


def parameterized_relu(t, W, b):
    units = W.shape[0]
    t = np.ones((units, 1)) * np.reshape(t, (-1, 1))
    return np.eye(units) @ W, np.reshape(b, (units, 1)) - t, t
