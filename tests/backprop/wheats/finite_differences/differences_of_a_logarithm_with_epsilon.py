"""ReLU alone, and a loss that keeps the logarithm away from 0 by 1e-8."""

import numpy as np

ACTIVATIONS = ("relu",)


def loss_and_gradients(net, x, y):
    _, gradients = backward(net, x, y)
    return float(-np.mean(np.log(predict_proba(net, x)[np.arange(len(y)), y] + 1e-8))), gradients
