"""Gradients of the three-layer network as they come out when one step is taken otherwise.

``dense_mistakes`` has the mistakes of any network, made in every layer. Here are those of a student who extends
two layers to three, and so gets one layer right and the other wrong.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from autograder.checks import Mistake, Statement
from autograder.checks.dense_mistakes import ACTIVATIONS, Kept, Steps, dense_mistakes, right_steps, softmax, wrong_steps
from solutions.spirals.spiral import LEARNING_RATE
from tests.spirals.hidden import catalogue

Array = np.ndarray


def relu(z: Array) -> Array:
    return z.clip(min=0)


def three_layer_mistakes(X: Array, y: Array, parameters: list[Array]) -> list[tuple[Mistake | Statement, list[Array]]]:
    """Each mistake with the six gradients it leads to, in the shapes of the parameters."""
    pairs = list(zip(parameters[::2], parameters[1::2], strict=True))
    found = [
        *dense_mistakes(pairs, X, y, learning_rates=[LEARNING_RATE]),
        *wrong_steps(pairs, X, y, _ways(right_steps(pairs))),
    ]
    return [(mistake, _in_shapes_of(parameters, gradients)) for mistake, gradients in found]


def _ways(right: Steps) -> list[tuple[Mistake | Statement, Steps]]:
    first_linear, second_linear = ("linear", "relu"), ("relu", "linear")
    return [
        (catalogue.FIRST_MASK_MISSING, replace(right, slope=_slope(0, lambda kept: 1.0))),
        (catalogue.SECOND_MASK_MISSING, replace(right, slope=_slope(1, lambda kept: 1.0))),
        (catalogue.FIRST_RELU_MISSING, replace(right, hidden=first_linear)),
        (catalogue.SECOND_RELU_MISSING, replace(right, hidden=second_linear)),
        (catalogue.FIRST_RELU_BACKWARD_ONLY, replace(right, hidden=first_linear, slope=_mask)),
        (catalogue.SECOND_RELU_BACKWARD_ONLY, replace(right, hidden=second_linear, slope=_mask)),
        (catalogue.SECOND_MASK_ON_FIRST, replace(right, slope=_slope(0, lambda kept: kept.layers[1].z > 0))),
        (catalogue.FIRST_MASK_ON_SECOND, replace(right, slope=_slope(1, lambda kept: kept.layers[0].z > 0))),
        (catalogue.RELU_ON_SCORES, replace(right, probabilities=lambda z: softmax(relu(z)))),
        (catalogue.SOFTMAX_TWICE, replace(right, probabilities=lambda z: softmax(softmax(z)))),
        (catalogue.W3_UPDATED_EARLY, replace(right, carry=_last_updated)),
    ]


def _mask(kept: Kept, error: Array, name: str) -> Array:
    """ReLU's derivative, whatever the forward pass did."""
    return np.asarray(kept.z > 0)


def _slope(number: int, factor):
    """``factor`` in the hidden layer of that number, the right derivative in the other."""
    return lambda kept, error, name: factor(kept) if kept.number == number else ACTIVATIONS[name][1](kept.z)


def _last_updated(kept: Kept, W: Array, dW: Array) -> Array:
    return (W - LEARNING_RATE * dW).T if kept.number == 2 else W.T


def _in_shapes_of(parameters: list[Array], gradients: list[tuple[Array, Array]]) -> list[Array]:
    flat = [array for pair in gradients for array in pair]
    return [np.reshape(value, one.shape) for value, one in zip(flat, parameters, strict=True)]
