"""Problem 1: the spirals, and a network with two hidden ReLU layers and softmax: its gradients and its training.

Everything is numpy float64; samples are rows and weights have the shape (inputs, outputs).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

Arrays = Sequence[np.ndarray]
"""W1, b1, W2, b2, W3, b3; a bias may have the shape (H,) or (1, H)."""
LEARNING_RATE = 0.1
STEPS = 20_000


def make_spirals(
    samples: int, rng: np.random.Generator | np.random.RandomState, classes: int = 3
) -> tuple[np.ndarray, np.ndarray]:
    """Points (classes·samples, 2) on spiral arms that begin at the origin, and their classes as uint8.

    The radius grows from 0 to 1 while the angle of arm j grows from 4j to 4j + 4 with normal noise of 0.3. With
    ``np.random.RandomState(0)`` and 100 samples the result is the notebook's spiral.
    """
    points = np.empty((classes, samples, 2))
    for arm in range(classes):
        t = np.linspace(0, 1, samples)
        angle = 4 * (arm + t) + 0.3 * rng.standard_normal(samples)
        points[arm] = np.stack([t * np.sin(angle), t * np.cos(angle)], axis=-1)
    return points.reshape(-1, 2), np.arange(classes, dtype=np.uint8).repeat(samples)


def pre_activations(points: np.ndarray, parameters: Arrays) -> list[np.ndarray]:
    """The pre-activations of every layer, (M, H1), (M, H2) and the scores (M, K); any number of layers."""
    layers: list[np.ndarray] = []
    inputs = np.asarray(points, np.float64)
    for weight, bias in zip(parameters[0::2], parameters[1::2], strict=True):
        layers.append(np.einsum("mi,ij->mj", inputs, weight) + np.ravel(bias))
        inputs = layers[-1].clip(min=0)
    return layers


def log_probabilities(scores: np.ndarray) -> np.ndarray:
    """The logarithm of softmax over the last axis."""
    largest = scores.max(axis=-1, keepdims=True)
    return np.asarray(scores - largest - np.log(np.exp(scores - largest).sum(axis=-1, keepdims=True)))


def loss(points: np.ndarray, labels: np.ndarray, parameters: Arrays) -> float:
    """The mean cross-entropy of the points."""
    logs = log_probabilities(pre_activations(points, parameters)[-1])
    return -float(np.take_along_axis(logs, labels.astype(int)[:, None], axis=1).mean())


def predict(points: np.ndarray, parameters: Arrays) -> np.ndarray:
    """The most probable classes (M,)."""
    return np.asarray(pre_activations(points, parameters)[-1].argmax(axis=1))


def accuracy(points: np.ndarray, labels: np.ndarray, parameters: Arrays) -> float:
    """The fraction of the points whose most probable class is the label."""
    return float(np.mean(predict(points, parameters) == labels))


def three_layer_gradients(points: np.ndarray, labels: np.ndarray, *parameters: np.ndarray) -> list[np.ndarray]:
    """Gradients dW1, db1, dW2, db2, dW3, db3 of ``loss`` in the shapes of the parameters; ReLU′(0) = 0.

    The error of the scores is softmax − one-hot. A layer passes error · Wᵀ to the layer below, where ReLU's mask sets
    the error of inactive units to 0.
    """
    z1, z2, scores = pre_activations(points, parameters)
    error = np.exp(log_probabilities(scores))
    for row, label in enumerate(labels):
        error[row, int(label)] -= 1.0
    gradients: list[np.ndarray] = []
    for layer, below in ((2, z2), (1, z1), (0, None)):
        weight, bias = (np.asarray(value) for value in parameters[2 * layer : 2 * layer + 2])
        inputs = np.asarray(points, np.float64) if below is None else below.clip(min=0)
        outer = np.einsum("mi,mj->ij", inputs, error) / len(error)
        gradients[:0] = [outer, np.mean(error, axis=0).reshape(bias.shape)]
        if below is not None:
            error = np.where(below > 0, np.einsum("mj,ij->mi", error, weight), 0.0)
    return gradients


def random_parameters(sizes: Sequence[int], rng: np.random.Generator, bias: float = 0.0) -> list[np.ndarray]:
    """Standard normal weights; biases of shape (1, H), normal with standard deviation ``bias``."""
    parameters: list[np.ndarray] = []
    for fan_in, fan_out in pairwise(sizes):
        parameters += [rng.standard_normal((fan_in, fan_out)), bias * rng.standard_normal((1, fan_out))]
    return parameters


def train_3_layer_network(
    points: np.ndarray,
    labels: np.ndarray,
    hidden: tuple[int, int] = (100, 100),
    *,
    steps: int = STEPS,
    seed: int = 0,
    after_step: Callable[[int, list[np.ndarray]], None] | None = None,
) -> list[np.ndarray]:
    """Full-batch gradient descent with steps of 0.1 from standard normal weights; returns W1, b1, W2, b2, W3, b3.

    ``after_step(count, parameters)`` is called after each step.
    """
    classes = int(labels.max()) + 1
    parameters = random_parameters([points.shape[1], *hidden, classes], np.random.default_rng(seed))
    targets = np.identity(classes)[labels.astype(int)] / len(labels)
    for count in range(1, steps + 1):
        layers = [points]
        for weight, bias in zip(parameters[:4:2], parameters[1:4:2], strict=True):
            layers.append((layers[-1] @ weight + bias).clip(min=0))
        error = np.exp(log_probabilities(layers[-1] @ parameters[4] + parameters[5])) / len(labels) - targets
        for layer in (2, 1, 0):
            lower = error @ parameters[2 * layer].T if layer else error
            parameters[2 * layer] -= LEARNING_RATE * (layers[layer].T @ error)
            parameters[2 * layer + 1] -= LEARNING_RATE * error.sum(axis=0, keepdims=True)
            error = lower * (layers[layer] > 0) if layer else lower
        if after_step is not None:
            after_step(count, parameters)
    return parameters
