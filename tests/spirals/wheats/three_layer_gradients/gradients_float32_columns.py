"""float32, samples as columns as on the sheet, transposed back at the end."""

import numpy as np


def three_layer_gradients(X, y, W1, b1, W2, b2, W3, b3):
    x, V1, c1, V2, c2, V3, c3 = (np.asarray(a, np.float32).T for a in (X, W1, b1, W2, b2, W3, b3))
    h1 = np.maximum(V1 @ x + c1, 0)
    h2 = np.maximum(V2 @ h1 + c2, 0)
    s = V3 @ h2 + c3
    s = s - s.max(0)
    p = np.exp(s) / np.exp(s).sum(0)
    for i in range(len(y)):
        p[int(y[i]), i] -= 1
    p /= np.float32(len(y))
    d2 = (V3.T @ p) * (h2 > 0)
    d1 = (V2.T @ d2) * (h1 > 0)
    return (d1 @ x.T).T, d1.sum(1, keepdims=True), (d2 @ h1.T).T, d2.sum(1), (p @ h2.T).T, p.sum(1, keepdims=True).T
