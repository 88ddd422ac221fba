"""Every layer is one matrix whose last row is the bias; inputs get a column of ones."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison", "finite_differences")

import numpy as np

WEIGHTS_ARE = "in_out"
ACTIVATIONS = ("relu", "tanh")


def make_network(layer_sizes, activation):
    return [activation] + [np.zeros((n_in + 1, n_out)) for n_in, n_out in zip(layer_sizes, layer_sizes[1:])]


def get_parameters(net):
    return [(M[:-1], M[-1]) for M in net[1:]]


def set_parameters(net, parameters):
    net[1:] = [np.vstack([W, b]) for W, b in parameters]


def with_ones(a):
    return np.hstack([a, np.ones((len(a), 1))])


def activations(net, x):
    found = [with_ones(x)]
    for M in net[1:-1]:
        z = found[-1] @ M
        found.append(with_ones(np.tanh(z) if net[0] == "tanh" else z * (z > 0)))
    return found


def predict_proba(net, x):
    z = activations(net, x)[-1] @ net[-1]
    p = np.exp(z - np.max(z, axis=-1, keepdims=True))
    return p / np.sum(p, axis=-1, keepdims=True)


def matrices(net, x, y):
    layers = activations(net, x)
    delta = (predict_proba(net, x) - np.eye(net[-1].shape[1])[y]) / len(x)
    grads = [layers[-1].T @ delta]
    for k in range(len(net) - 2, 0, -1):
        delta = (delta @ net[k + 1].T)[:, :-1]
        out = layers[k][:, :-1]
        delta = delta * (1 - out**2 if net[0] == "tanh" else out > 0)
        grads.insert(0, layers[k - 1].T @ delta)
    return grads


def loss_and_gradients(net, x, y):
    p = predict_proba(net, x)[np.arange(len(y)), y]
    return float(np.mean(-np.log(np.clip(p, 1e-15, None)))), [(G[:-1], G[-1]) for G in matrices(net, x, y)]


def sgd_step(net, x, y, learning_rate):
    for k, G in enumerate(matrices(net, x, y), 1):
        net[k] = net[k] - learning_rate * G


def initialize_zero(net, seed):
    net[1:] = [np.zeros_like(M) for M in net[1:]]


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    for M in net[1:]:
        M[:-1] = rng.normal(size=M[:-1].shape)
        M[-1] = 0


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    for M in net[1:]:
        d = np.sqrt(6 / (M.shape[0] - 1 + M.shape[1]))
        M[:-1] = d * (2 * rng.random(M[:-1].shape) - 1)
        M[-1] = 0


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}


def finite_difference_gradients(net, x, y, epsilon, p=10):
    out = []
    for k in range(min(p, net[1][:-1].size)):
        up, down = [net[0]] + [M.copy() for M in net[1:]], [net[0]] + [M.copy() for M in net[1:]]
        up[1].ravel()[k] += epsilon
        down[1].ravel()[k] -= epsilon
        out.append((loss_and_gradients(up, x, y)[0] - loss_and_gradients(down, x, y)[0]) / (2 * epsilon))
    return out
