"""Layers are objects with forward and backward of their own; each keeps its gradients."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison", "finite_differences")

import numpy as np

WEIGHTS_ARE = "in_out"
ACTIVATIONS = ("sigmoid", "relu")


class Linear:
    def __init__(self, n_in, n_out):
        self.W, self.b = np.zeros((n_in, n_out)), np.zeros(n_out)

    def forward(self, x):
        self.x = x
        return x @ self.W + self.b

    def backward(self, upstream):
        self.dW, self.db = self.x.T @ upstream, upstream.sum(0)
        return upstream @ self.W.T


class Activation:
    def __init__(self, name):
        self.name = name

    def forward(self, x):
        self.x = x
        self.out = np.where(x > 0, x, 0.0) if self.name == "relu" else 1 / (1 + np.exp(-np.clip(x, -500, 500)))
        return self.out

    def backward(self, upstream):
        return upstream * (self.x > 0 if self.name == "relu" else self.out * (1 - self.out))


class Network:
    def __init__(self, sizes, name):
        self.layers = []
        for n_in, n_out in zip(sizes, sizes[1:]):
            self.layers += [Linear(n_in, n_out), Activation(name)]
        self.layers.pop()
        self.linear = self.layers[::2]

    def scores(self, x):
        for layer in self.layers:
            x = layer.forward(x)
        return x


def make_network(layer_sizes, activation):
    return Network(list(layer_sizes), activation)


def get_parameters(net):
    return [(layer.W, layer.b) for layer in net.linear]


def set_parameters(net, parameters):
    for layer, (W, b) in zip(net.linear, parameters):
        layer.W, layer.b = W.copy(), b.copy()


def predict_proba(net, x):
    z = net.scores(x)
    e = np.exp(z - np.amax(z, 1)[:, None])
    return e / e.sum(1)[:, None]


def loss_and_gradients(net, x, y):
    p = predict_proba(net, x)
    one_hot = np.zeros(p.shape)
    one_hot[np.arange(len(y)), y] = 1
    upstream = (p - one_hot) / len(y)
    for layer in reversed(net.layers):
        upstream = layer.backward(upstream)
    loss = -(one_hot * np.log(p + 1e-12)).sum() / len(y)
    return loss, [(layer.dW, layer.db) for layer in net.linear]


def sgd_step(net, x, y, learning_rate):
    loss_and_gradients(net, x, y)
    for layer in net.linear:
        layer.W -= learning_rate * layer.dW
        layer.b -= learning_rate * layer.db


def initialize_zero(net, seed):
    for layer in net.linear:
        layer.W[:], layer.b[:] = 0, 0


def initialize_normal(net, seed):
    np.random.seed(seed)
    for layer in net.linear:
        layer.W = np.random.normal(0, 1, layer.W.shape)
        layer.b = np.zeros(len(layer.b))


def initialize_glorot(net, seed):
    np.random.seed(seed)
    for layer in net.linear:
        d = (6 / sum(layer.W.shape)) ** 0.5
        layer.W = np.random.uniform(-d, d, size=layer.W.shape)
        layer.b = np.zeros(len(layer.b))


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}


def finite_difference_gradients(net, x, y, epsilon, p=10):
    W = net.linear[0].W
    before = W.copy()
    out = np.zeros(min(p, W.size))
    for k in range(len(out)):
        i, j = divmod(k, W.shape[1])
        for sign in (1, -1):
            W[i, j] = before[i, j] + sign * epsilon
            out[k] += sign * loss_and_gradients(net, x, y)[0] / (2 * epsilon)
        W[i, j] = before[i, j]
    return out
