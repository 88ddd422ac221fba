"""A right answer in other words than the model answer; wrong answers change a line of it."""

import numpy as np


def backward(net, x, y):
    p = net.forward(x)
    loss = -np.mean(np.log(np.maximum(p[np.arange(len(y)), y], 1e-300)))
    error = p.copy()
    error[np.arange(len(y)), y] -= 1
    error /= len(y)
    gradients = []
    for k in reversed(range(len(net.weights))):
        layer = net.layers[k]
        dW = layer.T @ error
        db = error.sum(axis=0)
        gradients.append((dW, db))
        if k > 0:
            error = error @ net.weights[k].T
            error = error * slope(net, layer, error)
    return loss, gradients[::-1]


def slope(net, layer, error):
    if net.activation == "relu":
        return layer > 0
    if net.activation == "tanh":
        return 1 - layer**2
    return layer * (1 - layer)
