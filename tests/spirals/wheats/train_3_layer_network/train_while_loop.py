"""A while loop to 20000, float32, biases with one axis, a list returned."""

import numpy as np


def train_3_layer_network(H1=100, H2=100):
    t = np.float32
    x, rows = X.astype(t), np.arange(len(y))
    P = [np.random.randn(2, H1).astype(t), np.zeros(H1, t), np.random.randn(H1, H2).astype(t), np.zeros(H2, t),
         np.random.randn(H2, 3).astype(t), np.zeros(3, t)]
    step = 0
    while step < 20000:
        h1 = np.maximum(x @ P[0] + P[1], 0)
        h2 = np.maximum(h1 @ P[2] + P[3], 0)
        s = h2 @ P[4] + P[5]
        s -= s.max(axis=1)[:, None]
        p = np.exp(s) / np.exp(s).sum(axis=1)[:, None]
        if step % (20000 // 20) == 0:
            print(step, -np.mean(np.log(p[rows, y] + t(1e-20))))
        p[rows, y] -= 1
        d3 = p / t(len(y))
        d2 = (d3 @ P[4].T) * (h2 > 0)
        d1 = (d2 @ P[2].T) * (h1 > 0)
        for k, g in enumerate([x.T @ d1, d1.sum(0), h1.T @ d2, d2.sum(0), h2.T @ d3, d3.sum(0)]):
            P[k] = P[k] - t(0.1) * g
        step = step + 1
    return P
