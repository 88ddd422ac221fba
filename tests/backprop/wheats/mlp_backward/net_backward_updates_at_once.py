"""The backward pass applies the update; the adapter finds the gradient as what changed, divided by the learning rate."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison", "finite_differences")

import numpy as np

WEIGHTS_ARE = "in_out"
ACTIVATIONS = ("tanh", "relu")


class Updating:
    def __init__(self, sizes, kind):
        self.kind = kind
        self.params = [[np.zeros((i, o)), np.zeros(o)] for i, o in zip(sizes, sizes[1:])]

    def forward(self, x):
        outs = [x]
        for W, b in self.params[:-1]:
            outs.append(np.tanh(outs[-1] @ W + b) if self.kind == "tanh" else np.maximum(outs[-1] @ W + b, 0))
        W, b = self.params[-1]
        z = outs[-1] @ W + b
        z = np.exp(z - z.max(1)[:, np.newaxis])
        return outs, z / z.sum(1)[:, np.newaxis]

    def backward_and_update(self, x, y, lr):
        outs, p = self.forward(x)
        loss = -np.log(np.maximum(p[np.arange(len(y)), y], 1e-200)).mean()
        p[np.arange(len(y)), y] -= 1
        delta = p / len(y)
        for k in (2, 1, 0):
            W, b = self.params[k]
            below = delta @ W.T
            self.params[k] = [W - lr * outs[k].T @ delta, b - lr * delta.sum(axis=0)]
            if k:
                delta = below * (1 - outs[k] ** 2 if self.kind == "tanh" else outs[k] > 0)
        return loss


def make_network(layer_sizes, activation):
    return Updating(layer_sizes, activation)


def get_parameters(net):
    return [(W.copy(), b.copy()) for W, b in net.params]


def set_parameters(net, parameters):
    net.params = [[np.array(W), np.array(b)] for W, b in parameters]


def predict_proba(net, x):
    return net.forward(x)[1]


def loss_and_gradients(net, x, y):
    before = get_parameters(net)
    loss = net.backward_and_update(x, y, lr=1.0)
    after = get_parameters(net)
    set_parameters(net, before)
    return loss, [(W0 - W1, b0 - b1) for (W0, b0), (W1, b1) in zip(before, after)]


def sgd_step(net, x, y, learning_rate):
    net.backward_and_update(x, y, learning_rate)


def initialize_zero(net, seed):
    net.params = [[0 * W, 0 * b] for W, b in net.params]


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    net.params = [[rng.standard_normal(W.shape), 0 * b] for W, b in net.params]


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    net.params = [
        [rng.uniform(-1, 1, W.shape) * np.sqrt(6 / (W.shape[0] + W.shape[1])), np.zeros(len(b))] for W, b in net.params
    ]


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}
