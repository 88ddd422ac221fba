"""Works through the adapter; float32."""

import numpy as np


def initialize_glorot(net, seed):
    np.random.seed(seed)
    new = []
    for W, b in get_parameters(net):
        limit = np.sqrt(6.0) / np.sqrt(W.shape[0] + W.shape[1])
        new.append((np.random.uniform(-limit, limit, W.shape).astype("float32"), np.zeros(len(b), "float32")))
    set_parameters(net, new)
