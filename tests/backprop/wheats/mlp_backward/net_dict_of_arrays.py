"""The network is a dictionary of arrays, and so are the gradients."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison", "finite_differences")

import numpy as np

WEIGHTS_ARE = "in_out"
ACTIVATIONS = ("tanh",)


def make_network(layer_sizes, activation):
    d, h1, h2, k = layer_sizes
    return {"W1": np.zeros((d, h1)), "b1": np.zeros((1, h1)), "W2": np.zeros((h1, h2)), "b2": np.zeros((1, h2)),
            "W3": np.zeros((h2, k)), "b3": np.zeros((1, k))}


def get_parameters(net):
    return [(net[f"W{i}"], net[f"b{i}"]) for i in (1, 2, 3)]


def set_parameters(net, parameters):
    for i, (W, b) in enumerate(parameters, 1):
        net[f"W{i}"][...] = W
        net[f"b{i}"][...] = b


def passed(net, x):
    h1 = np.tanh(np.dot(x, net["W1"]) + net["b1"])
    h2 = np.tanh(np.dot(h1, net["W2"]) + net["b2"])
    z = np.dot(h2, net["W3"]) + net["b3"]
    return h1, h2, z - np.log(np.exp(z - z.max(1, keepdims=True)).sum(1, keepdims=True)) - z.max(1, keepdims=True)


def predict_proba(net, x):
    return np.exp(passed(net, x)[2])


def loss_and_gradients(net, x, y):
    n = x.shape[0]
    h1, h2, log_p = passed(net, x)
    g = {}
    dz = np.exp(log_p)
    dz[range(n), y] -= 1
    g["W3"], g["b3"] = h2.T.dot(dz) / n, dz.mean(axis=0, keepdims=True)
    d2 = dz.dot(net["W3"].T) * (1 - h2 * h2)
    g["W2"], g["b2"] = h1.T.dot(d2) / n, d2.mean(axis=0, keepdims=True)
    d1 = d2.dot(net["W2"].T) * (1 - h1 * h1)
    g["W1"], g["b1"] = x.T.dot(d1) / n, d1.mean(axis=0, keepdims=True)
    return -log_p[range(n), y].mean(), [(g[f"W{i}"], g[f"b{i}"]) for i in (1, 2, 3)]


def sgd_step(net, x, y, learning_rate):
    for i, (dW, db) in enumerate(loss_and_gradients(net, x, y)[1], 1):
        net[f"W{i}"] -= learning_rate * dW
        net[f"b{i}"] -= learning_rate * db


def filled(net, seed, draw):
    rng = np.random.RandomState(seed)
    for i in (1, 2, 3):
        net[f"W{i}"] = draw(rng, *net[f"W{i}"].shape)
        net[f"b{i}"] = np.zeros_like(net[f"b{i}"])


def initialize_zero(net, seed):
    filled(net, seed, lambda rng, i, o: np.zeros((i, o)))


def initialize_normal(net, seed):
    filled(net, seed, lambda rng, i, o: rng.randn(i, o))


def initialize_glorot(net, seed):
    filled(net, seed, lambda rng, i, o: (2 * rng.rand(i, o) - 1) * np.sqrt(6.0 / (i + o)))


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}


def get_copy(net):
    return [(W.copy(), b.copy()) for W, b in get_parameters(net)]


def finite_difference_gradients(net, x, y, epsilon, p=10):
    W, out = net["W1"], []
    for k in range(min(p, W.size)):
        old = W.flat[k]
        W.flat[k] = old + epsilon
        up = loss_and_gradients(net, x, y)[0]
        W.flat[k] = old - epsilon
        down = loss_and_gradients(net, x, y)[0]
        W.flat[k] = old
        out.append((up - down) / (2 * epsilon))
    return np.array(out)
