"""A closure keeps a RandomState without a seed for the start; a class attribute keeps a generator for the batches."""

import numpy as np
from numpy.random import RandomState


def make_start():
    state = RandomState()
    return lambda size: state.randn(size)


class Batches:
    rng = np.random.default_rng(np.random.SeedSequence())

    @classmethod
    def draw(cls, count, size):
        return cls.rng.permutation(count)[:size]


start = make_start()


def forward(cnn_model, x):
    padded = np.pad(x, ((0, 0), (1, 1)))
    patches = np.stack([padded[:, i : i + 3][:, ::-1] for i in range(4)], axis=1)
    o = [np.maximum(patches @ cnn_model[name], 0) for name in ("w1", "w2")]
    pairs = np.concatenate(o, axis=1).reshape(len(x), 4, 2)
    m = pairs.max(axis=2)
    return {"x": x, "o1": o[0], "o2": o[1], "m": m, "m_argmax": pairs.argmax(axis=2), "p": m @ cnn_model["u"]}


def backprop(model, y, fwd, batch_size):
    error = 2 * (fwd["p"] - y) / batch_size
    upstream = error[:, None] * model["u"] * (fwd["m"] > 0)
    at = np.zeros((len(upstream), 4, 2))
    np.put_along_axis(at, fwd["m_argmax"][:, :, None], upstream[:, :, None], axis=2)
    padded = np.pad(fwd["x"], ((0, 0), (1, 1)))
    patches = np.stack([padded[:, i : i + 3][:, ::-1] for i in range(4)], axis=1)
    dw1, dw2 = (np.einsum("np,npk->k", at[:, half].reshape(-1, 4), patches) for half in (slice(2), slice(2, 4)))
    return dw1, dw2, error @ fwd["m"]


def learn_cnn(X, Y, batch_size, lamb, iterations, learning_rate):
    model = {"w1": start(3), "w2": start(3), "u": start(4)}
    training_loss, test_loss = [], []
    for _ in range(iterations):
        rows = Batches.draw(len(Y["train"]), batch_size)
        x, y = X["train"][rows], Y["train"][rows]
        fwd = forward(model, x)
        training_loss.append(np.mean((fwd["p"] - y) ** 2))
        test_loss.append(np.mean((forward(model, X["test"])["p"] - Y["test"]) ** 2))
        for name, gradient in zip(("w1", "w2", "u"), backprop(model, y, fwd, batch_size)):
            model[name] = model[name] - learning_rate * (gradient + lamb * model[name])
    return model, training_loss, test_loss
