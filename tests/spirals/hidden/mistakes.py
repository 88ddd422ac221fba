"""The gradients of the three-layer network that common mistakes lead to.

``dense_mistakes`` has the mistakes of any network, made in every layer. Here are those of a student who extends
two layers to three, and so makes a mistake in one layer only.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.checks import Mistake, Statement
from autograder.checks.dense_mistakes import ACTIVATIONS, Kept, Steps, dense_mistakes, right_steps, softmax, wrong_steps
from solutions.spirals.spiral import LEARNING_RATE
from tests.spirals.hidden import catalogue

Array = np.ndarray


def relu(z: Array) -> Array:
    return z.clip(min=0)


def three_layer_mistakes(X: Array, y: Array, parameters: list[Array]) -> list[tuple[Mistake | Statement, list[Array]]]:
    """Each mistake with the six gradients that it leads to, in the shapes of the parameters."""
    pairs = list(zip(parameters[::2], parameters[1::2], strict=True))
    mistakes = [
        *dense_mistakes(pairs, X, y, learning_rates=[LEARNING_RATE]),
        *wrong_steps(pairs, X, y, _wrong_in_one_layer(right_steps(pairs))),
    ]
    return [(mistake, _reshape_like(parameters, gradients)) for mistake, gradients in mistakes]


def _wrong_in_one_layer(right: Steps) -> list[tuple[Mistake | Statement, Steps]]:
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
        (catalogue.W3_UPDATED_EARLY, replace(right, carry=_carry_by_updated_W3)),
    ]


def _mask(kept: Kept, error: Array, name: str) -> Array:
    """ReLU's derivative, whatever the forward pass did."""
    return np.asarray(kept.z > 0)


def _slope(number: int, factor: Callable[[Kept], Any]) -> Callable[[Kept, Array, str], Any]:
    """``factor`` in the hidden layer with that number, the correct derivative in the other."""
    return lambda kept, error, name: factor(kept) if kept.number == number else ACTIVATIONS[name][1](kept.z)


def _carry_by_updated_W3(kept: Kept, W: Array, dW: Array) -> Array:
    return (W - LEARNING_RATE * dW).T if kept.number == 2 else W.T


def _reshape_like(parameters: list[Array], gradients: list[tuple[Array, Array]]) -> list[Array]:
    flat = [array for pair in gradients for array in pair]
    return [np.reshape(gradient, parameter.shape) for gradient, parameter in zip(flat, parameters, strict=True)]
