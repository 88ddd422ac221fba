"""How good a reconstruction is, in numpy and float64: what the judge needs of the networks of P4 to P6.

Images are (N, …) with the same entries in any shape.
"""

from __future__ import annotations

import numpy as np


def squared_error(rebuilt: np.ndarray, images: np.ndarray) -> float:
    """Mean over images *and* pixels of (rebuilt − image)²."""
    found, right = (np.asarray(x, float).reshape(len(images), -1) for x in (rebuilt, images))
    return float(np.mean((found - right) ** 2))


def explained(rebuilt: np.ndarray, images: np.ndarray, mean: np.ndarray) -> float:
    """1 − squared error / squared error of giving ``mean`` (the mean training image) for every image; at most 1."""
    flat = np.asarray(images, float).reshape(len(images), -1)
    return 1 - squared_error(rebuilt, images) / float(np.mean((flat - np.ravel(mean)) ** 2))


def pca_rebuilt(train: np.ndarray, images: np.ndarray, components: int = 2) -> np.ndarray:
    """Images rebuilt from their first principal components, (N, pixels); directions and mean are those of ``train``."""
    flat = np.asarray(train, float).reshape(len(train), -1)
    mean = flat.mean(axis=0)
    _, directions = np.linalg.eigh(flat.T @ flat - len(flat) * np.outer(mean, mean))  # eigenvalues ascending
    basis = directions[:, -components:]
    return np.asarray((np.asarray(images, float).reshape(len(images), -1) - mean) @ basis @ basis.T + mean)


def corrupt(images: np.ndarray, std: float, rng: np.random.Generator) -> np.ndarray:
    """images + std · N(0, 1), every pixel by itself, not clipped; float32."""
    return (images + std * rng.standard_normal(images.shape)).astype(np.float32)


def confusion_matrix(truth: np.ndarray, predicted: np.ndarray, classes: int = 10) -> np.ndarray:
    """(classes, classes) counts; row = true class, column = predicted class."""
    matrix = np.zeros((classes, classes), np.int64)
    np.add.at(matrix, (np.asarray(truth, int), np.asarray(predicted, int)), 1)
    return matrix
