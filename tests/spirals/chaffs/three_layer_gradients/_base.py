"""A right answer in the style of the starter code; wrong answers change a line of it."""

import numpy as np


def three_layer_gradients(X, y, W1, b1, W2, b2, W3, b3):
    N = X.shape[0]
    a1 = X @ W1 + b1
    h1 = np.maximum(0, a1)
    a2 = h1 @ W2 + b2
    h2 = np.maximum(0, a2)
    scores = h2 @ W3 + b3
    e = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    probs = e / np.sum(e, axis=1, keepdims=True)
    dscores = probs.copy()
    dscores[np.arange(N), y] -= 1
    dscores /= N
    dW3 = h2.T @ dscores
    db3 = np.sum(dscores, axis=0, keepdims=True)
    dh2 = dscores @ W3.T
    dh2[h2 <= 0] = 0
    dW2 = h1.T @ dh2
    db2 = np.sum(dh2, axis=0, keepdims=True)
    dh1 = dh2 @ W2.T
    dh1[h1 <= 0] = 0
    dW1 = X.T @ dh1
    db1 = np.sum(dh1, axis=0, keepdims=True)
    return dW1, db1, dW2, db2, dW3, db3
