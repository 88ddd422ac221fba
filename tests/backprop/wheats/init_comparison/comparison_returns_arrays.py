"""Losses as arrays; every scheme in its own lines."""

import numpy as np


def compare_initialisations(layer_sizes, activation, x, y, *, epochs, learning_rate, batch_size, seed):
    out = {}
    for name, start in (("glorot", initialize_glorot), ("normal", initialize_normal), ("zero", initialize_zero)):
        network = make_network(list(layer_sizes), activation)
        start(network, seed + 1)
        curve = np.empty(epochs)
        for epoch in range(epochs):
            train(network, x, y, epochs=1, learning_rate=learning_rate, batch_size=batch_size, seed=seed + epoch)
            curve[epoch] = loss_and_gradients(network, x, y)[0]
        out[name] = dict(losses=curve, network=network)
    return out
