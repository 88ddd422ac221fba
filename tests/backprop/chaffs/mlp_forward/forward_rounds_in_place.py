"""Small inputs are cut off in the caller's array."""

CAUGHT_BY = ("test_the_input_stays_as_it_is",)
CODE = "changed-in-place"

import numpy as np


def forward_pass(net, x):
    x[np.abs(x) < 0.1] *= 1 - 1e-9
    net.layers = [x]
    for weight, bias in zip(net.weights[:-1], net.biases[:-1]):
        net.layers.append(net.activate(net.layers[-1] @ weight + bias))
    return softmax_of(net.layers[-1] @ net.weights[-1] + net.biases[-1])


def softmax_of(scores):
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def predict_proba(net, x):
    return forward_pass(net, x)
