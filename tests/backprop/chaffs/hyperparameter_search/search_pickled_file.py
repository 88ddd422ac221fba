"""The file holds a pickled object."""

CAUGHT_BY = ("test_file_holds_the_network",)
CODE = "raised"
FILES = {"mlp.npz": "write_pickled"}

import numpy as np


def load_mlp(path):
    pairs = np.load(path, allow_pickle=True)["parameters"]
    net = make_network((784, pairs[0][0].shape[1], pairs[1][0].shape[1], 10), "relu")
    set_parameters(net, list(pairs))
    return net


def write_pickled():
    with np.load("mlp.npz") as file:
        pairs = [(file[f"W{k}"], file[f"b{k}"]) for k in (1, 2, 3)]
    boxed = np.empty(3, dtype=object)
    for k in range(3):
        boxed[k] = pairs[k]
    np.savez("mlp.npz", parameters=boxed)
