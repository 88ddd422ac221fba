"""Gradients of a fully connected network as students get them wrong, one misconception each.

``dense_gradients`` is the right answer in closed form, ``dense_mistakes`` what comes out when one step of the forward
or backward pass is taken otherwise. A check compares a wrong answer with these, so a mistake is named only when its
numbers are the ones found. Everything is float64 numpy, rows are samples, weights are (in, out).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from autograder.checks.catalogue import dense
from autograder.checks.outcome import Mistake

UPDATED_TOO_EARLY = dense.UPDATED_TOO_EARLY

Parameters = Sequence[tuple[np.ndarray, np.ndarray]]
"""(W, b) of each layer, W (in, out), b (out,)."""
Gradients = list[tuple[np.ndarray, np.ndarray]]
Function = Callable[[np.ndarray], np.ndarray]


def _sigmoid(z: np.ndarray) -> np.ndarray:
    return 0.5 * (1 + np.tanh(0.5 * z))


ACTIVATIONS: dict[str, tuple[Function, Function]] = {
    "relu": (lambda z: np.maximum(z, 0), lambda z: (z > 0).astype(float)),
    "sigmoid": (_sigmoid, lambda z: _sigmoid(z) * (1 - _sigmoid(z))),
    "tanh": (np.tanh, lambda z: 1 - np.tanh(z) ** 2),
    "linear": (lambda z: z, np.ones_like),
}
"""Name → the function and its derivative, both of the pre-activation."""

_FROM_OUTPUT: dict[str, Function] = {"sigmoid": lambda a: a * (1 - a), "tanh": lambda a: 1 - a**2}
"""The derivative written in terms of the activation's output, as it is usually stored."""


@dataclass(frozen=True)
class _Layer:
    """What one layer's backward pass may look at: its input, pre-activation, activation and incoming error."""

    below: np.ndarray
    z: np.ndarray
    a: np.ndarray


@dataclass(frozen=True)
class _Way:
    """How each step is taken; the defaults are right."""

    hidden: str
    output: str
    on_input: Function = lambda x: x
    on_scores: str = "linear"
    bias: float = 1.0
    """Factor of the biases in the forward pass."""
    softmax_axis: int = 1
    slope: Callable[[_Layer, np.ndarray, str], np.ndarray] = lambda layer, error, name: ACTIVATIONS[name][1](layer.z)
    """What the error is multiplied by when it passes a hidden layer."""
    error: Callable[[np.ndarray, np.ndarray], np.ndarray] = lambda p, y: p - y
    output_slope: bool = True
    carry: Callable[[np.ndarray, np.ndarray], np.ndarray] = lambda W, dW: W.T
    """By which matrix the error goes down a layer, from W and its gradient."""
    outer: Callable[[np.ndarray, np.ndarray], np.ndarray] = lambda below, error: below.T @ error / len(error)
    below: Callable[[_Layer], np.ndarray] = lambda layer: layer.a


def dense_gradients(
    parameters: Parameters, x: np.ndarray, y: np.ndarray, hidden: str = "relu", output: str = "softmax"
) -> Gradients:
    """Gradients of the mean loss over the rows of ``x`` (N, features) for every layer: [(dW, db), …].

    ``output`` "softmax": cross-entropy with labels ``y`` (N,), whole numbers. "linear", "relu", "sigmoid": the squared
    norm of the difference to targets ``y`` (N, outputs). ReLU's derivative at 0 is 0.

    >>> W = np.array([[2.0]]); x = np.array([[3.0]])
    >>> dense_gradients([(W, np.zeros(1))], x, np.array([[5.0]]), output="linear")      # 2 (6 − 5) · (3, 1)
    [(array([[6.]]), array([2.]))]
    """
    return _gradients(parameters, np.asarray(x, float), np.asarray(y), _Way(hidden, output))


@np.errstate(all="ignore")  # a mistake may overflow where the right way does not
def dense_mistakes(
    parameters: Parameters,
    x: np.ndarray,
    y: np.ndarray,
    hidden: str = "relu",
    output: str = "softmax",
    learning_rate: float | None = None,
) -> dict[Mistake, Gradients]:
    """Each mistake with the gradients it leads to.

    ``learning_rate`` adds the mistakes of those who update while they still go backwards.
    """
    right = _Way(hidden, output)
    ways = {**_wrong_slopes(right), **_wrong_forward(right), **_wrong_products(right), **_wrong_output(right)}
    if learning_rate is not None:
        rate = learning_rate
        ways[dense.UPDATED_TOO_EARLY] = replace(right, carry=lambda W, dW: (W - rate * dW).T)
    x, y = np.asarray(x, float), np.asarray(y)
    found = {}
    for name, way in ways.items():
        try:
            found[name] = _gradients(parameters, x, y, way)
        except ValueError:  # the mistake needs layers of equal width
            continue
    expected = _gradients(parameters, x, y, right)
    found |= _wrong_averages(expected, len(x))
    return {name: gradients for name, gradients in found.items() if _finite(gradients)}


def _wrong_slopes(right: _Way) -> dict[Mistake, _Way]:
    """The derivative of the hidden activation: forgotten, or taken of the wrong thing."""
    ways = {
        dense.SLOPE_MISSING: replace(right, slope=lambda layer, error, name: np.ones_like(error)),
        dense.SLOPE_OF_ERROR: replace(right, slope=lambda layer, error, name: ACTIVATIONS[name][1](error)),
        dense.SLOPE_OF_OUTPUT: replace(right, slope=lambda layer, error, name: ACTIVATIONS[name][1](layer.a)),
        dense.SLOPE_OF_INPUT: replace(right, slope=lambda layer, error, name: ACTIVATIONS[name][1](layer.below)),
        dense.ACTIVATION_FOR_SLOPE: replace(right, slope=lambda layer, error, name: layer.a),
        dense.SLOPE_OF_RELU: replace(right, slope=lambda layer, error, name: (layer.z > 0).astype(float)),
        dense.SLOPE_OF_SIGMOID: replace(right, slope=lambda layer, error, name: _FROM_OUTPUT["sigmoid"](layer.a)),
        dense.SLOPE_OF_TANH: replace(right, slope=lambda layer, error, name: _FROM_OUTPUT["tanh"](layer.a)),
    }
    if right.hidden in _FROM_OUTPUT:
        of_output = _FROM_OUTPUT[right.hidden]
        ways[dense.SLOPE_FORMULA] = replace(right, slope=lambda layer, error, name: of_output(layer.z))
    return ways


def _wrong_forward(right: _Way) -> dict[Mistake, _Way]:
    activation = ACTIVATIONS[right.hidden][0]
    ways = {
        dense.ACTIVATION_ON_INPUT: replace(right, on_input=activation),
        dense.ACTIVATION_ON_SCORES: replace(right, on_scores=right.hidden),
        dense.NO_BIASES: replace(right, bias=0.0),
        dense.NO_ACTIVATION: replace(right, hidden="linear"),
    }
    if right.output == "softmax":
        ways[dense.SOFTMAX_OVER_SAMPLES] = replace(right, softmax_axis=0)
    return ways


def _wrong_products(right: _Way) -> dict[Mistake, _Way]:
    return {
        dense.PRE_ACTIVATION_BELOW: replace(right, below=lambda layer: layer.z),
        dense.PRODUCT_OF_MEANS: replace(right, outer=lambda below, error: np.outer(below.mean(0), error.mean(0))),
        dense.ELEMENTWISE_PRODUCT: replace(
            right, outer=lambda below, error: np.broadcast_to((below * error).mean(0), (below.shape[1],) * 2)
        ),
        dense.NOT_TRANSPOSED_BACK: replace(right, carry=lambda W, dW: W),
    }


def _wrong_output(right: _Way) -> dict[Mistake, _Way]:
    if right.output == "softmax":
        return {
            dense.LABELS_NOT_SUBTRACTED: replace(right, error=lambda p, y: p),
            dense.SOFTMAX_SLOPE_AGAIN: replace(right, error=lambda p, y: (p - y) * p * (1 - p)),
        }
    if right.output == "linear":
        return {}
    return {dense.OUTPUT_SLOPE_MISSING: replace(right, output_slope=False)}


def _wrong_averages(right: Gradients, samples: int) -> dict[Mistake, Gradients]:
    """Weights and biases averaged differently."""
    if samples < 2:
        return {}
    return {
        dense.BIASES_SUMMED: [(dW, db * samples) for dW, db in right],
        dense.BIASES_DIVIDED_TWICE: [(dW, db / samples) for dW, db in right],
        dense.WEIGHTS_SUMMED: [(dW * samples, db) for dW, db in right],
        dense.WEIGHTS_DIVIDED_TWICE: [(dW / samples, db) for dW, db in right],
        dense.BIASES_OVER_UNITS: [(dW, np.full_like(db, db.mean())) for dW, db in right],
    }


def _gradients(parameters: Parameters, x: np.ndarray, y: np.ndarray, way: _Way) -> Gradients:
    weights = [(np.asarray(W, float), np.asarray(b, float).reshape(-1)) for W, b in parameters]
    layers, scores = _forward(weights, x, way)
    error = _output_error(scores, y, way)
    gradients: Gradients = []
    for index in reversed(range(len(weights))):
        W, _ = weights[index]
        below = layers[index]
        dW = way.outer(way.below(below) if index else below.a, error)
        gradients.insert(0, (dW, error.mean(axis=0)))
        if index:
            carried = error @ way.carry(W, dW)
            error = carried * way.slope(below, carried, way.hidden)
    return gradients


def _forward(weights: Parameters, x: np.ndarray, way: _Way) -> tuple[list[_Layer], np.ndarray]:
    """The input and every hidden layer as ``_Layer``, and the scores of the output layer."""
    a = way.on_input(x)
    layers = [_Layer(x, x, a)]
    for W, b in weights[:-1]:
        z = a @ W + way.bias * b
        layers.append(_Layer(a, z, ACTIVATIONS[way.hidden][0](z)))
        a = layers[-1].a
    W, b = weights[-1]
    return layers, a @ W + way.bias * b


def _output_error(scores: np.ndarray, y: np.ndarray, way: _Way) -> np.ndarray:
    """∂loss/∂scores of each sample, before the mean over samples."""
    function, slope = ACTIVATIONS[way.on_scores]
    z = function(scores)
    if way.output == "softmax":
        shifted = np.exp(z - z.max(axis=way.softmax_axis, keepdims=True))
        p = shifted / shifted.sum(axis=way.softmax_axis, keepdims=True)
        return way.error(p, np.eye(scores.shape[1])[y.astype(int)]) * slope(scores)
    output, output_slope = ACTIVATIONS[way.output]
    error = 2 * way.error(output(z), y)
    return error * (output_slope(z) if way.output_slope else 1.0) * slope(scores)


def _finite(gradients: Gradients) -> bool:
    return all(np.isfinite(array).all() for pair in gradients for array in pair)
