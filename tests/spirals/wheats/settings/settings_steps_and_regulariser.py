"""Step sizes, numbers of steps in a while loop, a regulariser, activations; predictions as a list; a loop over the points for the accuracy."""

import numpy as np

SETTINGS = [
    dict(units=(25, 15), step_size=0.2, n_steps=20000, reg=0.0),
    dict(units=(25, 15), step_size=0.2, n_steps=1500, reg=0.0),
    dict(units=(25, 15), step_size=0.2, n_steps=20000, reg=3e-3),
    dict(units=(12,), step_size=0.5, n_steps=20000, reg=0.0),
    dict(units=(40, 20), step_size=0.05, n_steps=3000, reg=0.0, activation="tanh"),
]


class Classifier:
    def __init__(self, units, step_size, n_steps, reg, activation="relu"):
        self.f = np.tanh if activation == "tanh" else lambda z: np.maximum(0, z)
        self.slope = (lambda h: 1 - h**2) if activation == "tanh" else (lambda h: h > 0)
        sizes = (D, *units, K)
        self.W = [np.random.randn(a, b) for a, b in zip(sizes, sizes[1:])]
        self.b = [np.zeros(n) for n in sizes[1:]]
        done = 0
        while done < n_steps:
            self.step(step_size, reg)
            done += 1

    def layers(self, points):
        h = [np.asarray(points)]
        for W, b in zip(self.W[:-1], self.b[:-1]):
            h.append(self.f(h[-1] @ W + b))
        return h, h[-1] @ self.W[-1] + self.b[-1]

    def step(self, size, reg):
        h, s = self.layers(X)
        p = np.exp(s - s.max(1, keepdims=True))
        error = (p / p.sum(1, keepdims=True) - np.eye(K)[y]) / len(X)
        for k in range(len(self.W) - 1, -1, -1):
            dW, db = h[k].T @ error + reg * self.W[k], error.sum(0)
            error = error @ self.W[k].T * self.slope(h[k])
            self.W[k] -= size * dW
            self.b[k] -= size * db

    def __call__(self, points):
        return [int(row.argmax()) for row in self.layers(points)[1]]


def train_setting(**options):
    return Classifier(**options)


def training_accuracy(predict):
    right = 0
    for i in range(len(y)):
        right += int(predict(X[i : i + 1])[0] == y[i])
    return right / len(y)
