"""Each gradient is a list of numbers or of rows."""

import numpy as np


def three_layer_gradients(X, y, W1, b1, W2, b2, W3, b3):
    layers, weights, gradients = [X], (W1, W2, W3), []
    for W, b in ((W1, b1), (W2, b2)):
        layers.append(np.maximum(layers[-1] @ W + b, 0))
    scores = layers[-1] @ W3 + b3
    error = np.exp(scores - scores.max(axis=1, keepdims=True))
    error = error / error.sum(axis=1, keepdims=True) - np.eye(scores.shape[1])[y.astype(int)]
    error /= len(X)
    for layer in (2, 1, 0):
        gradients = [(layers[layer].T @ error).tolist(), error.sum(axis=0).tolist(), *gradients]
        error = error @ weights[layer].T * (layers[layer] > 0)
    return gradients
