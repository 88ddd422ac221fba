"""The network is loaded with another activation than it was trained with."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_weights",)
CODE = "accuracy-below-pass-mark"

import numpy as np


def load_mlp(path):
    with np.load(path) as file:
        pairs = [(file[f"W{k}"], file[f"b{k}"]) for k in (1, 2, 3)]
    net = make_network((784, pairs[0][0].shape[1], pairs[1][0].shape[1], 10), "sigmoid")
    set_parameters(net, pairs)
    return net
