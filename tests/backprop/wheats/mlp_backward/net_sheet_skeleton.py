"""The class of the sheet, with attributes W1 to W3 and gradients kept as attributes; float32."""

ALSO = ("mlp_forward", "sgd_training", "init_zero", "init_normal", "init_glorot", "init_comparison")

import numpy as np

WEIGHTS_ARE = "in_out"
ACTIVATIONS = ("relu",)


class NN:
    def __init__(self, hidden_dims=(1024, 2048), n_hidden=2, mode="train", datapath=None, model_path=None, d_in=784, d_out=10):
        assert n_hidden == 2
        self.mode, self.dims = mode, (d_in, *hidden_dims, d_out)
        self.initialize_weights(n_hidden, self.dims)

    def initialize_weights(self, n_hidden, dims):
        for i in range(1, n_hidden + 2):
            setattr(self, f"W{i}", np.zeros((dims[i - 1], dims[i]), dtype=np.float32))
            setattr(self, f"b{i}", np.zeros(dims[i], dtype=np.float32))

    def activation(self, input):
        return np.maximum(input, 0)

    def softmax(self, input):
        e = np.exp(input - np.max(input, axis=1).reshape(-1, 1))
        return e / np.sum(e, axis=1).reshape(-1, 1)

    def forward(self, input):
        a1 = input.dot(self.W1) + self.b1
        h1 = self.activation(a1)
        a2 = h1.dot(self.W2) + self.b2
        h2 = self.activation(a2)
        a3 = h2.dot(self.W3) + self.b3
        return {"x": input, "a1": a1, "h1": h1, "a2": a2, "h2": h2, "p": self.softmax(a3)}

    def loss(self, prediction, labels):
        return float(-np.mean(np.log(prediction[np.arange(len(labels)), labels] + 1e-38)))

    def backward(self, cache, labels):
        n = len(labels)
        g = cache["p"].copy()
        g[np.arange(n), labels] -= 1
        self.gW3, self.gb3 = cache["h2"].T.dot(g) / n, g.sum(0) / n
        g = g.dot(self.W3.T) * np.where(cache["a2"] > 0, 1, 0)
        self.gW2, self.gb2 = cache["h1"].T.dot(g) / n, g.sum(0) / n
        g = g.dot(self.W2.T) * np.where(cache["a1"] > 0, 1, 0)
        self.gW1, self.gb1 = cache["x"].T.dot(g) / n, g.sum(0) / n

    def update(self, learning_rate):
        for i in (1, 2, 3):
            for kind in "Wb":
                setattr(self, f"{kind}{i}", getattr(self, f"{kind}{i}") - learning_rate * getattr(self, f"g{kind}{i}"))


def make_network(layer_sizes, activation):
    return NN(tuple(layer_sizes[1:3]), 2, d_in=layer_sizes[0], d_out=layer_sizes[3])


def get_parameters(net):
    return [(net.W1, net.b1), (net.W2, net.b2), (net.W3, net.b3)]


def set_parameters(net, parameters):
    (net.W1, net.b1), (net.W2, net.b2), (net.W3, net.b3) = [
        (np.array(W, dtype=np.float32), np.array(b, dtype=np.float32)) for W, b in parameters
    ]


def predict_proba(net, x):
    return net.forward(np.asarray(x, dtype=np.float32))["p"]


def loss_and_gradients(net, x, y):
    cache = net.forward(np.asarray(x, dtype=np.float32))
    net.backward(cache, y)
    return net.loss(cache["p"], y), [(net.gW1, net.gb1), (net.gW2, net.gb2), (net.gW3, net.gb3)]


def sgd_step(net, x, y, learning_rate):
    loss_and_gradients(net, x, y)
    net.update(np.float32(learning_rate))


def initialize_zero(net, seed):
    net.initialize_weights(2, net.dims)


def initialize_normal(net, seed):
    rng = np.random.default_rng(seed)
    net.initialize_weights(2, net.dims)
    net.W1, net.W2, net.W3 = [rng.standard_normal(W.shape, dtype=np.float32) for W in (net.W1, net.W2, net.W3)]


def initialize_glorot(net, seed):
    rng = np.random.default_rng(seed)
    net.initialize_weights(2, net.dims)
    for i in (1, 2, 3):
        n_in, n_out = getattr(net, f"W{i}").shape
        d = np.sqrt(6.0 / (n_in + n_out))
        setattr(net, f"W{i}", rng.uniform(-d, d, (n_in, n_out)).astype(np.float32))


INITIALIZE = {"zero": initialize_zero, "normal": initialize_normal, "glorot": initialize_glorot}
