"""(fan_in, fan_out), drawn by numpy in float64."""

import numpy as np


def xavier_init(fan_in, fan_out):
    limit = np.sqrt(6.0 / (fan_in + fan_out))
    return np.random.uniform(-limit, limit, size=(fan_in, fan_out))
