"""Sections 1 and 2.4: targets of four inputs, ridge regression, the toy convnet and its gradients, in float64 numpy.

The convnet has two filters of three entries and four output weights, no bias. With x ∈ R⁴ and zeros beyond its ends

    z_k[i] = w_k[0] x[i+1] + w_k[1] x[i] + w_k[2] x[i-1]     true convolution, as ``numpy.convolve(x, w_k, "same")``
    m = (max of relu(z_1) over entries 0, 1; over 2, 3; the same two of relu(z_2)),   p = u · m.

Samples are rows. A model is a dictionary {"w1": (3,), "w2": (3,), "u": (4,)}.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

Array = np.ndarray
Model = Mapping[str, Array]
Samples = dict[str, Array]
NAMES = ("w1", "w2", "u")
TRAIN, TEST = 1000, 200
NOISE = 0.01
"""Standard deviation of the factor that labels are multiplied by."""


@dataclass(frozen=True)
class Forward:
    """What the convnet computes for n rows."""

    patches: Array
    """(n, 4, 3): the inputs x[i+1], x[i], x[i-1] that w[0], w[1], w[2] meet at position i."""
    z: Array
    """(n, 2, 4) pre-activations of both filters."""
    position: Array
    """(n, 2, 2): the position of each maximum, 0 to 3; the first of equal values."""
    m: Array
    """(n, 4)."""
    p: Array
    """(n,)."""

    @property
    def o(self) -> Array:
        """(n, 2, 4) after ReLU."""
        return self.z.clip(min=0)


def targets(X: Array, W: Array) -> tuple[Array, Array, Array]:
    """y1 = Σ_i (Wx)_i, y2 = max_i x_i, y3 = log Σ_i exp((Wx)_i) for the rows x of X (n, 4), each (n,)."""
    image = np.einsum("ij,nj->ni", np.asarray(W, float), np.asarray(X, float))
    y3 = np.logaddexp.reduce(image, axis=1)
    return image.sum(axis=1), np.sort(X, axis=1)[:, -1], y3


def make_data(rng: np.random.Generator, train: int = TRAIN, test: int = TEST) -> tuple[Samples, list[Samples]]:
    """The sheet's data: X = 5 (rand − ½), labels × (1 + 0.01 randn), W standard normal; X and three Y by split."""
    W = rng.standard_normal((4, 4))
    X = {"train": 5 * (rng.random((train, 4)) - 0.5), "test": 5 * (rng.random((test, 4)) - 0.5)}
    labels: list[Samples] = [{}, {}, {}]
    for split, rows in X.items():
        for Y, exact in zip(labels, targets(rows, W), strict=True):
            Y[split] = exact * (1 + NOISE * rng.standard_normal(len(rows)))
    return X, labels


def ridge(X: Array, y: Array, lamb: float) -> Array:
    """The w (4,) that minimises mean((Xw − y)²) + λ/2 ‖w‖²: (2/n XᵀX + λI) w = 2/n Xᵀy."""
    n, d = X.shape
    return np.linalg.solve(2 / n * X.T @ X + lamb * np.identity(d), 2 / n * X.T @ y)


def forward(model: Model, x: Array) -> Forward:
    """The convnet on rows x (n, 4)."""
    x = np.asarray(x, float)
    padded = np.pad(x, ((0, 0), (1, 1)))
    patches = np.stack([padded[:, 2:], x, padded[:, :-2]], axis=2)
    filters = np.stack([np.asarray(model["w1"], float), np.asarray(model["w2"], float)])
    z = np.einsum("nij,kj->nki", patches, filters)
    pairs = z.clip(min=0).reshape(-1, 2, 2, 2)
    position = pairs.argmax(axis=3) + np.array([0, 2])
    m = pairs.max(axis=3).reshape(-1, 4)
    return Forward(patches, z, position, m, m @ np.asarray(model["u"], float))


def loss(model: Model, x: Array, y: Array, lamb: float = 0.0) -> float:
    """Mean of (p − y)² plus λ/2 times the sum of the squares of all ten parameters."""
    return float(np.mean((forward(model, x).p - y) ** 2)) + penalty(model, lamb)


def penalty(model: Model, lamb: float) -> float:
    """λ/2 ‖θ‖²."""
    return lamb / 2 * sum(float(np.sum(np.square(model[name]))) for name in NAMES)


def gradients(model: Model, x: Array, y: Array, lamb: float = 0.0) -> list[Array]:
    """dw1 (3,), dw2 (3,), du (4,) of ``loss``; ReLU′(0) = 0.

    With e = 2(p − y)/n: du = Σ e m, and each maximum whose z is positive adds e u times the patch under it to dw.
    """
    values = forward(model, x)
    error = 2 * (values.p - y) / len(values.p)
    u = np.asarray(model["u"], float)
    rows = np.arange(len(error))[:, None, None]
    under = values.patches[rows, values.position]  # (n, 2, 2, 3): the inputs that each maximum depends on
    alive = np.take_along_axis(values.z, values.position, axis=2) > 0
    into_filters = np.einsum("n,kh,nkh,nkhj->kj", error, u.reshape(2, 2), alive, under)
    all_three = [into_filters[0], into_filters[1], np.einsum("n,nj->j", error, values.m)]
    return [gradient + lamb * np.asarray(model[name], float) for name, gradient in zip(NAMES, all_three, strict=True)]


def random_model(rng: np.random.Generator, scale: float = 1.0) -> dict[str, Array]:
    """A model with normal random parameters of standard deviation ``scale``."""
    return {name: scale * rng.standard_normal(size) for name, size in zip(NAMES, (3, 3, 4), strict=True)}


def learn_linear(
    X: Mapping[str, np.ndarray],
    Y: Mapping[str, np.ndarray],
    batch_size: int,
    lamb: float,
    iterations: int,
    learning_rate: float,
    *,
    seed: int = 0,
) -> tuple[Array, list[float], list[float]]:
    """Mini-batch gradient descent from w = 0; losses (with the regulariser) before each step."""
    rng, w = np.random.default_rng(seed), np.zeros(X["train"].shape[1])
    losses: tuple[list[float], list[float]] = ([], [])
    for _ in range(iterations):
        some = rng.integers(len(X["train"]), size=batch_size)
        x, y = X["train"][some], Y["train"][some]
        for record, (rows, labels) in zip(losses, ((x, y), (X["test"], Y["test"])), strict=True):
            record.append(float(np.mean((rows @ w - labels) ** 2) + lamb / 2 * w @ w))
        w = w - learning_rate * (2 / batch_size * x.T @ (x @ w - y) + lamb * w)
    return w, *losses


def learn_cnn(
    X: Mapping[str, np.ndarray],
    Y: Mapping[str, np.ndarray],
    batch_size: int,
    lamb: float,
    iterations: int,
    learning_rate: float,
    *,
    seed: int = 0,
    start: Callable[[np.random.Generator], dict[str, Array]] = random_model,
) -> tuple[dict[str, Array], list[float], list[float]]:
    """Mini-batch gradient descent of the convnet; losses (with the regulariser) before each step."""
    rng = np.random.default_rng(seed)
    model, training, test = start(rng), [], []
    for _ in range(iterations):
        some = rng.integers(len(X["train"]), size=batch_size)
        x, y = X["train"][some], Y["train"][some]
        training.append(loss(model, x, y, lamb))
        test.append(loss(model, X["test"], Y["test"], lamb))
        steps = gradients(model, x, y, lamb)
        model = {name: model[name] - learning_rate * step for name, step in zip(NAMES, steps, strict=True)}
    return model, training, test
