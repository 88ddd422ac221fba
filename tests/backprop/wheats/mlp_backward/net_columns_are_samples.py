"""Samples are columns, weights (outputs, inputs) as in W x + b, labels one-hot; the adapter converts."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison", "finite_differences")

import numpy as np

WEIGHTS_ARE = "out_in"
ACTIVATIONS = ("sigmoid", "tanh", "relu")


class ColumnNet:
    def __init__(self, dims, kind):
        self.kind = kind
        self.W = [np.zeros((n, m)) for m, n in zip(dims, dims[1:])]
        self.b = [np.zeros((n, 1)) for n in dims[1:]]

    def f(self, z):
        return {"sigmoid": lambda: 1 / (1 + np.exp(-z)), "tanh": lambda: np.tanh(z), "relu": lambda: np.maximum(0, z)}[self.kind]()

    def fprime(self, z):
        if self.kind == "sigmoid":
            return self.f(z) * (1 - self.f(z))
        return 1 - np.tanh(z) ** 2 if self.kind == "tanh" else (z > 0).astype(float)

    def forward(self, X):
        self.A, self.Z = [X], []
        for W, b in zip(self.W, self.b):
            self.Z.append(W @ self.A[-1] + b)
            self.A.append(self.f(self.Z[-1]))
        shifted = self.Z[-1] - self.Z[-1].max(axis=0)
        return np.exp(shifted) / np.exp(shifted).sum(axis=0)

    def backward(self, X, T):
        P, N = self.forward(X), X.shape[1]
        delta = P - T
        self.dW, self.db = [None] * len(self.W), [None] * len(self.W)
        for l in range(len(self.W) - 1, -1, -1):
            self.dW[l] = delta @ self.A[l].T / N
            self.db[l] = delta.mean(axis=1, keepdims=True)
            if l:
                delta = self.W[l].T @ delta * self.fprime(self.Z[l - 1])
        return -np.sum(T * np.log(np.maximum(P, 1e-300))) / N


def one_hot(y, k):
    T = np.zeros((k, len(y)))
    T[y, np.arange(len(y))] = 1
    return T


def make_network(layer_sizes, activation):
    return ColumnNet(layer_sizes, activation)


def get_parameters(net):
    return list(zip(net.W, net.b))


def set_parameters(net, parameters):
    net.W, net.b = [np.array(W) for W, _ in parameters], [np.array(b) for _, b in parameters]


def predict_proba(net, x):
    return net.forward(x.T).T


def loss_and_gradients(net, x, y):
    loss = net.backward(x.T, one_hot(y, len(net.b[-1])))
    return loss, list(zip(net.dW, net.db))


def sgd_step(net, x, y, learning_rate):
    net.backward(x.T, one_hot(y, len(net.b[-1])))
    net.W = [W - learning_rate * dW for W, dW in zip(net.W, net.dW)]
    net.b = [b - learning_rate * db for b, db in zip(net.b, net.db)]


def initialize_zero(net, seed):
    net.W, net.b = [0 * W for W in net.W], [0 * b for b in net.b]


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    net.W, net.b = [rng.normal(size=W.shape) for W in net.W], [0 * b for b in net.b]


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for l, W in enumerate(net.W):
        d = np.sqrt(6 / np.sum(W.shape))
        net.W[l] = rng.uniform(low=-d, high=d, size=W.shape)
    net.b = [np.zeros(b.shape) for b in net.b]


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}


def finite_difference_gradients(net, x, y, epsilon, p=10):
    W = net.W[0]
    out = []
    for k in range(min(p, W.size)):
        place = np.unravel_index(k, W.shape)
        keep = W[place]
        W[place] = keep + epsilon
        plus = loss_and_gradients(net, x, y)[0]
        W[place] = keep - epsilon
        minus = loss_and_gradients(net, x, y)[0]
        W[place] = keep
        out.append((plus - minus) / epsilon / 2)
    return np.array(out)
