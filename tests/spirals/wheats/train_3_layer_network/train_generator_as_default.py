"""The generator is the default of an argument; a partial function has another one, with random bytes as its seed."""

import os
from functools import partial

import numpy as np

draw_first = partial(np.random.Generator.normal, np.random.default_rng(list(os.urandom(8))))


def draw(shapes, rng=np.random.Generator(np.random.Philox())):
    first, *others = shapes
    return [draw_first(size=first), *(rng.normal(size=shape) for shape in others)]


def train_3_layer_network(H1=100, H2=100):
    W1, W2, W3 = draw([(D, H1), (H1, H2), (H2, K)])
    b1, b2, b3 = np.zeros((1, H1)), np.zeros((1, H2)), np.zeros((1, K))
    for _ in range(N_STEPS):
        h1 = np.maximum(0, X @ W1 + b1)
        h2 = np.maximum(0, h1 @ W2 + b2)
        p = np.exp(h2 @ W3 + b3 - (h2 @ W3 + b3).max(axis=1, keepdims=True))
        p /= p.sum(axis=1, keepdims=True)
        d3 = (p - np.eye(K)[y]) / len(X)
        d2 = d3 @ W3.T * (h2 > 0)
        d1 = d2 @ W2.T * (h1 > 0)
        W1, b1 = W1 - 0.1 * X.T @ d1, b1 - 0.1 * d1.sum(axis=0, keepdims=True)
        W2, b2 = W2 - 0.1 * h1.T @ d2, b2 - 0.1 * d2.sum(axis=0, keepdims=True)
        W3, b3 = W3 - 0.1 * h2.T @ d3, b3 - 0.1 * d3.sum(axis=0, keepdims=True)
    return W1, b1, W2, b2, W3, b3
