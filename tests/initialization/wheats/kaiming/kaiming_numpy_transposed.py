"""(fan_in, fan_out), drawn by numpy."""

import numpy as np


def kaiming_init(fan_in, fan_out):
    return np.random.normal(loc=0.0, scale=np.sqrt(2.0 / fan_in), size=(fan_in, fan_out)).astype(np.float32)
