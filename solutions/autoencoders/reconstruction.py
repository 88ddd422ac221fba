"""Measures how good reconstructions are, in numpy and float64, for the judge of problems 4 to 6.

Images are (N, …); they may have any shape.
"""

from __future__ import annotations

import numpy as np


def squared_error(rebuilt: np.ndarray, images: np.ndarray) -> float:
    """Mean over images *and* pixels of (rebuilt − image)²."""
    outputs, targets = (np.asarray(x, float).reshape(len(images), -1) for x in (rebuilt, images))
    return float(np.mean((outputs - targets) ** 2))


def explained(rebuilt: np.ndarray, images: np.ndarray, mean: np.ndarray) -> float:
    """The share of the images' variance that the reconstructions explain; at most 1.

    It is 1 − squared error / squared error of ``mean``, the mean training image, as the reconstruction of every image.
    """
    flat = np.asarray(images, float).reshape(len(images), -1)
    return 1 - squared_error(rebuilt, images) / float(np.mean((flat - np.ravel(mean)) ** 2))


def pca_rebuilt(train: np.ndarray, images: np.ndarray, components: int = 2) -> np.ndarray:
    """Reconstructions (N, pixels) from the first principal components; directions and mean are those of ``train``."""
    flat = np.asarray(train, float).reshape(len(train), -1)
    mean = flat.mean(axis=0)
    _, directions = np.linalg.eigh(flat.T @ flat - len(flat) * np.outer(mean, mean))  # eigenvalues ascending
    basis = directions[:, -components:]
    return np.asarray((np.asarray(images, float).reshape(len(images), -1) - mean) @ basis @ basis.T + mean)


def corrupt(images: np.ndarray, std: float, rng: np.random.Generator) -> np.ndarray:
    """images + std · N(0, 1), drawn independently for every pixel and not clipped; float32."""
    return (images + std * rng.standard_normal(images.shape)).astype(np.float32)


def confusion_matrix(truth: np.ndarray, predicted: np.ndarray, classes: int = 10) -> np.ndarray:
    """(classes, classes) counts; row = true class, column = predicted class."""
    matrix = np.zeros((classes, classes), np.int64)
    np.add.at(matrix, (np.asarray(truth, int), np.asarray(predicted, int)), 1)
    return matrix
