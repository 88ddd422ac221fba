"""Works through the adapter, with numpy's older generator."""

import numpy as np


def initialize_normal(net, seed):
    state = np.random.RandomState(seed)
    set_parameters(net, [(state.randn(*W.shape), np.zeros(b.shape)) for W, b in get_parameters(net)])
