"""The derivative belongs to the layer below; unequal widths make it fail."""

CAUGHT_BY = ("test_gradients_of_square_layers",)
CODE = "slope-at-the-layer-input"

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
            below = net.layers[k - 1]
            z = below @ net.weights[k - 1] + net.biases[k - 1]
            wrong = below if below.shape == error.shape else z
            functions = {'relu': lambda v: (v > 0) * 1.0, 'tanh': lambda v: 1 - np.tanh(v) ** 2}
            functions['sigmoid'] = lambda v: (1 / (1 + np.exp(-v))) * (1 - 1 / (1 + np.exp(-v)))
            error = error * functions[net.activation](wrong)
    return loss, gradients[::-1]


def slope(net, layer, error):
    if net.activation == "relu":
        return layer > 0
    if net.activation == "tanh":
        return 1 - layer**2
    return layer * (1 - layer)
