"""MNIST: cross-entropy, principal components and neighbours in numpy, for the judge; training recipes in Keras.

Only the functions that build and train networks import Keras: a judge has no TensorFlow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.linalg import eigh
from scipy.spatial import KDTree

if TYPE_CHECKING:
    import keras

CLASSES = 10
PIXELS = 784
LINEAR_PARAMETERS = (PIXELS + 1) * CLASSES
"""7,850: ten weights for each pixel and ten biases."""
BATCH_SIZE = 128
LEAST = (1e-45, 1e-16, 1e-15, 1e-12, 1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)
"""What programs take for the least probability; 1e-45 is float32's."""


def cross_entropies(probabilities: np.ndarray, labels: np.ndarray) -> list[float]:
    """The mean of −log p of the right classes, where each number of ``LEAST`` is the least p or is added to it."""
    of_labels = np.asarray(probabilities, float)[np.arange(len(labels)), labels]
    logarithms = [np.log(p) for least in LEAST for p in (np.maximum(of_labels, least), of_labels + least)]
    return [float(-np.mean(values)) for values in logarithms]


def cross_entropy(probabilities: np.ndarray, labels: np.ndarray, least: float = 1e-7) -> float:
    """Mean of −ln p of the right class: probabilities (n, 10), labels (n,).

    Smaller p are replaced by ``least``: 1e-7 if Keras gets probabilities, nearly none (1e-45) if it knows the scores.
    """
    of_labels = np.take_along_axis(np.asarray(probabilities, float), np.asarray(labels, int)[:, None], axis=1)
    return float(-np.mean(np.log(np.maximum(of_labels, least))))


def accuracy(probabilities: np.ndarray, labels: np.ndarray) -> float:
    """Fraction of images whose largest probability is that of their label: probabilities (n, 10), labels (n,)."""
    return float(np.mean(np.argmax(probabilities, axis=1) == labels))


def as_rows(images: np.ndarray) -> np.ndarray:
    """uint8 (n, 28, 28) → float64 (n, 784) in [0, 1]."""
    return np.asarray(images, float).reshape(len(images), -1) / 255


def mean_squared_error(reconstructions: np.ndarray, images: np.ndarray) -> float:
    """Mean over images *and* pixels of (x̂ − x)², x in [0, 1]; reconstructions (n, 784), images (n, 28, 28) uint8."""
    return float(np.mean((np.asarray(reconstructions, float) - as_rows(images)) ** 2))


def principal_axes(images: np.ndarray, count: int = 2) -> tuple[np.ndarray, np.ndarray]:
    """(mean (784,), axes (count, 784)) of images: the leading eigenvectors of the covariance matrix.

    The sums run over blocks of images: 60,000 as float64 rows would take 376 MB, and as much again for each copy.
    """
    total, products = np.zeros(PIXELS), np.zeros((PIXELS, PIXELS))
    for start in range(0, len(images), 5_000):
        rows = as_rows(images[start : start + 5_000])
        total += rows.sum(axis=0)
        products += rows.T @ rows
    mean = total / len(images)
    scatter = products - len(images) * np.outer(mean, mean)
    _, vectors = eigh(scatter, subset_by_index=[PIXELS - count, PIXELS - 1])  # in ascending order of eigenvalues
    return mean, vectors.T[::-1]


def pca_codes(fit_images: np.ndarray, images: np.ndarray, count: int = 2) -> np.ndarray:
    """Coordinates (n, count) of ``images`` along the principal axes of ``fit_images``; the signs are arbitrary."""
    return coordinates(images, *principal_axes(fit_images, count))


def coordinates(images: np.ndarray, mean: np.ndarray, axes: np.ndarray) -> np.ndarray:
    """(n, count) of ``images`` along ``axes`` (count, 784) from ``mean`` (784,)."""
    return np.asarray((as_rows(images) - mean) @ axes.T)


def pca_reconstructions(fit_images: np.ndarray, images: np.ndarray, count: int = 2) -> np.ndarray:
    """Images (n, 784), reconstructed from their ``count`` principal components."""
    mean, axes = principal_axes(fit_images, count)
    return np.asarray(mean + coordinates(images, mean, axes) @ axes)


def neighbour_accuracy(
    codes: np.ndarray, labels: np.ndarray, new_codes: np.ndarray, new_labels: np.ndarray, k: int
) -> float:
    """Fraction of new points whose label is the most frequent one (ties: the smallest) among their k nearest codes."""
    _, nearest = KDTree(codes).query(new_codes, k)
    votes = np.eye(CLASSES)[np.asarray(labels, int)[np.reshape(nearest, (len(new_codes), k))]].sum(axis=1)
    return float(np.mean(votes.argmax(axis=1) == new_labels))


def make_classifier(kind: str) -> keras.Model:
    """A new, compiled network ``linear``, ``mlp`` or ``convnet``: images (n, 28, 28) in [0, 1] → probabilities."""
    import keras
    from keras import layers

    hidden: dict[str, list[Any]] = {
        "linear": [layers.Flatten()],
        "mlp": [
            layers.Flatten(),
            layers.Dense(512, activation="relu"),
            layers.Dropout(0.3),
            layers.Dense(256, activation="relu"),
            layers.Dropout(0.3),
        ],
        "convnet": [
            layers.Reshape((28, 28, 1)),
            layers.Conv2D(16, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Conv2D(32, 3, padding="same", activation="relu"),
            layers.MaxPooling2D(),
            layers.Flatten(),
            layers.Dense(128, activation="relu"),
            layers.Dropout(0.4),
        ],
    }
    model = keras.Sequential([keras.Input((28, 28)), *hidden[kind], layers.Dense(CLASSES, activation="softmax")])
    model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


def make_autoencoder() -> tuple[keras.Model, keras.Model]:
    """(autoencoder, encoder): 784-512-256-64-2 and back, with ReLU, a linear code, and a sigmoid at the end."""
    import keras
    from keras import layers

    pixels = keras.Input((PIXELS,))
    x = pixels
    for units in (512, 256, 64):
        x = layers.Dense(units, activation="relu")(x)
    code = layers.Dense(2, name="code")(x)
    x = code
    for units in (64, 256, 512):
        x = layers.Dense(units, activation="relu")(x)
    model = keras.Model(pixels, layers.Dense(PIXELS, activation="sigmoid")(x))
    model.compile(optimizer="adam", loss="mse")
    return model, keras.Model(pixels, code)


def train(
    model: keras.Model, inputs: np.ndarray, targets: np.ndarray, *, epochs: int, device: str | None = None
) -> list[float]:
    """Train on floats in [0, 1] and return the loss of each epoch. ``device`` is TensorFlow's name, as ``/GPU:0``."""
    import tensorflow as tf

    with tf.device(device):
        history = model.fit(inputs, targets, epochs=epochs, batch_size=BATCH_SIZE, verbose=0)
    return [float(loss) for loss in history.history["loss"]]
