"""The weights of an untrained network are handed in."""

CAUGHT_BY = ("test_accuracy_of_the_handed_in_weights", "test_table_tells_what_the_weights_reach")
CODE = "accuracy-below-pass-mark"
FILES = {"mlp.npz": "write_untrained"}

import numpy as np


def write_untrained():
    net = make_network((784, 512, 256, 10), "relu")
    initialize_glorot(net, 1)
    arrays = {}
    for k, (W, b) in enumerate(get_parameters(net), 1):
        arrays |= {f"W{k}": W, f"b{k}": b}
    np.savez("mlp.npz", **arrays)
