"""Gradients of the three-layer network as they come out when one step is taken otherwise.

``dense_mistakes`` has the mistakes of any network, made in every layer. Here are those of a student who extends
two layers to three, and so gets one layer right and the other wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from autograder.checks.dense_mistakes import dense_mistakes
from solutions.spirals.spiral import LEARNING_RATE, log_probabilities

Array = np.ndarray
Function = Callable[[Array], Array]


def relu(z: Array) -> Array:
    return z.clip(min=0)


def linear(z: Array) -> Array:
    return z


def softmax(z: Array) -> Array:
    return np.exp(log_probabilities(z))


@dataclass(frozen=True)
class Way:
    """How each step is taken; the defaults are right. A mask gets the pre-activations of both hidden layers."""

    first: Function = relu
    second: Function = relu
    probabilities: Function = softmax
    first_mask: Callable[[Array, Array], Array | float] = lambda z1, z2: z1 > 0
    second_mask: Callable[[Array, Array], Array | float] = lambda z1, z2: z2 > 0
    early: float = 0.0
    """Step that W3 takes before it carries the error down."""


RIGHT = Way()
WAYS = {
    "ReLU of the first hidden layer is missing in the backward pass": replace(RIGHT, first_mask=lambda z1, z2: 1.0),
    "ReLU of the second hidden layer is missing in the backward pass": replace(RIGHT, second_mask=lambda z1, z2: 1.0),
    "ReLU of the first hidden layer is missing": replace(RIGHT, first=linear, first_mask=lambda z1, z2: 1.0),
    "ReLU of the second hidden layer is missing": replace(RIGHT, second=linear, second_mask=lambda z1, z2: 1.0),
    "ReLU of the first hidden layer is missing in the forward pass": replace(RIGHT, first=linear),
    "ReLU of the second hidden layer is missing in the forward pass": replace(RIGHT, second=linear),
    "the mask of the second hidden layer is applied to the first": replace(RIGHT, first_mask=lambda z1, z2: z2 > 0),
    "the mask of the first hidden layer is applied to the second": replace(RIGHT, second_mask=lambda z1, z2: z1 > 0),
    "ReLU is applied to the scores, which softmax takes as they are": replace(
        RIGHT, probabilities=lambda z: softmax(relu(z))
    ),
    "the softmax is applied twice": replace(RIGHT, probabilities=lambda z: softmax(softmax(z))),
    "W3 was updated before it carried the error down": replace(RIGHT, early=LEARNING_RATE),
}


@np.errstate(all="ignore")
def mistakes_by_name(X: Array, y: Array, parameters: list[Array]) -> dict[str, list[Array]]:
    """Name of a mistake → the six gradients it leads to, in the shapes of the parameters."""
    pairs = list(zip(parameters[::2], parameters[1::2], strict=True))
    everywhere = dense_mistakes(pairs, X, y, learning_rate=LEARNING_RATE)
    found = {name: [array for pair in wrong for array in pair] for name, wrong in everywhere.items()}
    for name, way in WAYS.items():
        try:
            found[name] = _gradients(X, y, parameters, way)
        except ValueError:  # the mistake needs layers of equal width
            continue
    return {
        name: [np.reshape(value, one.shape) for value, one in zip(values, parameters, strict=True)]
        for name, values in found.items()
    }


def _gradients(X: Array, y: Array, parameters: list[Array], way: Way) -> list[Array]:
    W1, b1, W2, b2, W3, b3 = parameters
    z1 = X @ W1 + b1
    z2 = way.first(z1) @ W2 + b2
    h1, h2 = way.first(z1), way.second(z2)
    error = (way.probabilities(h2 @ W3 + b3) - np.eye(W3.shape[1])[y.astype(int)]) / len(X)
    dW3 = h2.T @ error
    second = error @ (W3 - way.early * dW3).T * way.second_mask(z1, z2)
    first = second @ W2.T * way.first_mask(z1, z2)
    return [X.T @ first, first.sum(0), h1.T @ second, second.sum(0), dW3, error.sum(0)]
