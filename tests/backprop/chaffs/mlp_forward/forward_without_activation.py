"""The hidden layers are linear."""

CAUGHT_BY = ("test_probabilities_are_right",)
CODE = "hidden-activation-missing"

import numpy as np


def forward_pass(net, x):
    net.layers = [x]
    for weight, bias in zip(net.weights[:-1], net.biases[:-1]):
        net.layers.append(net.layers[-1] @ weight + bias)
    return softmax_of(net.layers[-1] @ net.weights[-1] + net.biases[-1])


def softmax_of(scores):
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    return shifted / shifted.sum(axis=1, keepdims=True)


def predict_proba(net, x):
    return forward_pass(net, x)
