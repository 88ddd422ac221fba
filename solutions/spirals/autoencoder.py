"""Problem 2: closed-form gradients and evaluation in numpy for the hidden tests, and training recipes in Keras.

Only the functions that build or train networks import Keras, because the hidden tests run without TensorFlow.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import keras

PIXELS = 784
SHALLOW = (PIXELS, 32, PIXELS)
"""Units of each layer, including input and output."""
DEEP = (PIXELS, 128, 32, 128, PIXELS)
BATCH_SIZE = 256

Layers = Sequence[tuple[np.ndarray, np.ndarray]]
"""(W, b) of each layer, W (in, out), b (out,)."""

ACTIVATIONS: dict[str, Callable[[np.ndarray], np.ndarray]] = {
    "relu": lambda z: np.maximum(z, 0),
    "sigmoid": lambda z: 0.5 * (1 + np.tanh(0.5 * z)),
    "linear": lambda z: z,
    "tanh": np.tanh,
}


def autoencoder_loss(X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray) -> float:
    """Mean over the rows x of X (n, D) of ‖x − ReLU(W2 ReLU(W1 x + b1) + b2)‖²; W1 (H, D), W2 (D, H)."""
    h = np.maximum(X @ W1.T + b1, 0)
    return float(np.mean(np.sum((X - np.maximum(h @ W2.T + b2, 0)) ** 2, axis=1)))


def autoencoder_gradients(
    X: np.ndarray, W1: np.ndarray, b1: np.ndarray, W2: np.ndarray, b2: np.ndarray
) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """(dW1, db1, dW2, db2) of ``autoencoder_loss``, float64, each of its parameter's shape; ReLU′(0) = 0.

    With δ₂ = 2/n (x̂ − x) ⊙ 1[z₂ > 0] and δ₁ = W2ᵀδ₂ ⊙ 1[z₁ > 0] the gradients are Σ δ₂hᵀ, Σ δ₂, Σ δ₁xᵀ and Σ δ₁.
    """
    z1 = np.einsum("nd,hd->nh", X, W1) + b1
    h = np.where(z1 > 0, z1, 0.0)
    z2 = np.einsum("nh,dh->nd", h, W2) + b2
    delta2 = np.where(z2 > 0, z2 - X, 0.0) * 2 / len(X)
    delta1 = np.einsum("nd,dh->nh", delta2, W2) * (z1 > 0)
    return (
        np.einsum("nh,nd->hd", delta1, X),
        delta1.sum(axis=0),
        np.einsum("nd,nh->dh", delta2, h),
        delta2.sum(axis=0),
    )


def count_parameters(sizes: Sequence[int]) -> int:
    """Weights and biases of a fully connected network with these layers: (784, 32, 784) has 50,992."""
    return sum((below + 1) * above for below, above in pairwise(sizes))


def forward(layers: Layers, activations: Sequence[str], images: np.ndarray) -> np.ndarray:
    """The outputs (n, out) of a fully connected network for images (n, in), in float64."""
    values = np.asarray(images, float)
    for (W, b), activation in zip(layers, activations, strict=True):
        values = ACTIVATIONS[activation](values @ np.asarray(W, float) + np.asarray(b, float))
    return values


def squared_error(reconstructions: np.ndarray, targets: np.ndarray) -> float:
    """Mean over the images of the squared distance to the target, that is of the *sum* over the pixels."""
    difference = np.asarray(reconstructions, float) - np.asarray(targets, float)
    return float(np.mean(np.sum(difference**2, axis=1)))


def add_noise(images: np.ndarray, factor: float, rng: np.random.Generator) -> np.ndarray:
    """clip(images + factor · N(0, 1), 0, 1), float32."""
    return np.clip(images + factor * rng.standard_normal(images.shape), 0, 1).astype(np.float32)


def make_autoencoder(sizes: Sequence[int]) -> keras.Model:
    """A new network with layers of these sizes: ReLU inside and a sigmoid on the output."""
    import keras

    hidden = [keras.layers.Dense(units, activation="relu") for units in sizes[1:-1]]
    return keras.Sequential(
        [keras.layers.Input((sizes[0],)), *hidden, keras.layers.Dense(sizes[-1], activation="sigmoid")]
    )


def train(
    model: keras.Model,
    images: np.ndarray,
    *,
    epochs: int,
    noise_factor: float = 0.0,
    seed: int = 0,
    device: str | None = None,
) -> list[float]:
    """Train with Adam and binary cross-entropy from noisy to clean images; returns the mean loss of each epoch.

    ``device`` is TensorFlow's name, such as ``/GPU:0``; None leaves the choice to TensorFlow.
    """
    import tensorflow as tf

    inputs = add_noise(images, noise_factor, np.random.default_rng(seed)) if noise_factor else images
    model.compile(optimizer="adam", loss="binary_crossentropy")
    options: dict[str, Any] = {"epochs": epochs, "batch_size": BATCH_SIZE, "shuffle": True, "verbose": 0}
    with tf.device(device):
        history = model.fit(inputs, images, **options)
    return [float(loss) for loss in history.history["loss"]]
