"""A class with methods, a number of steps by keyword, a generator without a seed, tqdm."""

import numpy as np


class Net:
    def __init__(self, sizes):
        rng = np.random.default_rng()
        self.W = [rng.standard_normal(size) for size in zip(sizes, sizes[1:])]
        self.b = [np.zeros((1, n)) for n in sizes[1:]]

    def forward(self, x):
        self.h = [x]
        for W, b in zip(self.W[:-1], self.b[:-1]):
            self.h.append(np.clip(self.h[-1] @ W + b, 0, None))
        z = self.h[-1] @ self.W[-1] + self.b[-1]
        z = np.exp(z - z.max(1, keepdims=True))
        return z / z.sum(1, keepdims=True)

    def backward(self, p, y):
        error = (p - np.eye(p.shape[1])[y]) / len(y)
        gradients = []
        for k in reversed(range(len(self.W))):
            gradients.insert(0, (self.h[k].T @ error, error.sum(0, keepdims=True)))
            error = error @ self.W[k].T * (self.h[k] > 0)
        return gradients

    def fit(self, x, y, steps=20_000, lr=0.1):
        history = []
        for i in trange(steps, desc="training"):
            p = self.forward(x)
            history.append(-np.log(p[np.arange(len(y)), y]).mean())
            for k, (dW, db) in enumerate(self.backward(p, y)):
                self.W[k] -= lr * dW
                self.b[k] -= lr * db
        return history


def train_3_layer_network(H1=100, H2=100):
    net = Net([X.shape[1], H1, H2, K])
    net.fit(X, y)
    return net.W[0], net.b[0], net.W[1], net.b[1], net.W[2], net.b[2]
