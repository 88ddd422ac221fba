"""Gradients of a fully connected network as students get them wrong, one misconception each.

``dense_gradients`` is the right answer in closed form, ``dense_mistakes`` what comes out when one step of the forward
or backward pass is taken otherwise. A check compares a wrong answer with these, so a mistake is named only when its
numbers are the ones found. Everything is float64 numpy, rows are samples, weights are (in, out).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from autograder.checks.catalogue import dense
from autograder.checks.layers import Layer, all_finite, collect_gradients, gradients
from autograder.checks.outcome import Mistake, Statement

Array = np.ndarray
Parameters = Sequence[tuple[Array, Array]]
"""(W, b) of each layer, W (in, out), b (out,)."""
Gradients = list[tuple[Array, Array]]
Mistakes = list[tuple[Mistake | Statement, Gradients]]
Function = Callable[[Array], Array]


def _sigmoid(z: Array) -> Array:
    return 0.5 * (1 + np.tanh(0.5 * z))


def softmax(z: Array, axis: int = 1) -> Array:
    shifted = np.exp(z - z.max(axis=axis, keepdims=True))
    return np.asarray(shifted / shifted.sum(axis=axis, keepdims=True))


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
class Kept:
    """What the forward pass keeps of one layer."""

    number: int
    """0 for the first hidden layer."""
    below: Array
    """Its input (N, in)."""
    z: Array
    """Pre-activation (N, out)."""
    a: Array
    """Activation (N, out)."""
    layers: list[Kept] = field(repr=False, compare=False)
    """All layers of the network, this one included."""


@dataclass(frozen=True)
class Steps:
    """How each step is taken; the defaults are right."""

    hidden: tuple[str, ...]
    """The activation of each hidden layer."""
    output: str
    on_input: Function = lambda x: x
    on_scores: str = "linear"
    bias: float = 1.0
    """Factor of the biases in the forward pass."""
    probabilities: Function = softmax
    slope: Callable[[Kept, Array, str], Array] = lambda kept, error, name: ACTIVATIONS[name][1](kept.z)
    """What the error is multiplied by when it passes a hidden layer with the activation of that name."""
    error: Callable[[Array, Array], Array] = lambda p, y: p - y
    output_slope: bool = True
    carry: Callable[[Kept, Array, Array], Array] = lambda kept, W, dW: W.T
    """By which matrix the error goes down a layer, from W and its gradient."""
    outer: Callable[[Array, Array], Array] = lambda below, error: below.T @ error / len(error)
    below: Callable[[Kept], Array] = lambda kept: kept.a
    """What the layer above takes for its input when it computes dW."""


def dense_gradients(
    parameters: Parameters, x: Array, y: Array, hidden: str = "relu", output: str = "softmax"
) -> Gradients:
    """Gradients of the mean loss over the rows of ``x`` (N, features) for every layer: [(dW, db), …].

    ``output`` "softmax": cross-entropy with labels ``y`` (N,), whole numbers. "linear", "relu", "sigmoid": the squared
    norm of the difference to targets ``y`` (N, outputs). ReLU's derivative at 0 is 0.

    >>> W = np.array([[2.0]]); x = np.array([[3.0]])
    >>> dense_gradients([(W, np.zeros(1))], x, np.array([[5.0]]), output="linear")      # 2 (6 − 5) · (3, 1)
    [(array([[6.]]), array([2.]))]
    """
    return take_steps(parameters, x, y, right_steps(parameters, hidden, output))


def right_steps(parameters: Parameters, hidden: str = "relu", output: str = "softmax") -> Steps:
    """The right way through a network with these parameters; ``dataclasses.replace`` makes a mistake of it."""
    return Steps((hidden,) * (len(parameters) - 1), output)


def dense_mistakes(
    parameters: Parameters,
    x: Array,
    y: Array,
    hidden: str = "relu",
    output: str = "softmax",
    learning_rates: Sequence[float] = (),
) -> Mistakes:
    """Each mistake with the gradients it leads to, where it can be made in this network.

    ``learning_rates`` are those of students who update the weights while they still go backwards.
    """
    right = right_steps(parameters, hidden, output)
    ways = [*_wrong_slopes(right, hidden), *_wrong_forward(right, hidden), *_wrong_products(right)]
    ways += _wrong_output(right)
    ways += [(dense.UPDATED_TOO_EARLY(rate=rate), replace(right, carry=_updated(rate))) for rate in learning_rates]
    averages = _wrong_averages(take_steps(parameters, x, y, right), len(x))
    return [*wrong_steps(parameters, x, y, ways), *(pair for pair in averages if all_finite(pair[1]))]


def _updated(rate: float) -> Callable[[Kept, Array, Array], Array]:
    return lambda kept, W, dW: (W - rate * dW).T


def wrong_steps(
    parameters: Parameters, x: Array, y: Array, ways: Iterable[tuple[Mistake | Statement, Steps]]
) -> Mistakes:
    """Each mistake with the gradients that its steps lead to; those that cannot be taken here are left out."""
    return collect_gradients((mistake, partial(take_steps, parameters, x, y, steps)) for mistake, steps in ways)


def take_steps(parameters: Parameters, x: Array, y: Array, steps: Steps) -> Gradients:
    """The gradients [(dW, db), …] that these steps lead to."""
    weights = [(np.asarray(W, float), np.asarray(b, float).reshape(-1)) for W, b in parameters]
    labels = np.asarray(y)
    found = gradients(
        _layers(weights, steps),
        steps.on_input(np.asarray(x, float)),
        lambda scores: _output_error(scores, labels, steps),
    )
    return [(dW, db) for dW, db in found]


def _layers(weights: Parameters, steps: Steps) -> list[Layer]:
    """One layer for each pair of parameters; the last one gives the scores."""
    network: list[Kept] = []
    return [_layer(number, W, b, steps, network) for number, (W, b) in enumerate(weights)]


def _layer(number: int, W: Array, b: Array, steps: Steps, network: list[Kept]) -> Layer:
    last = number == len(steps.hidden)
    name = "linear" if last else steps.hidden[number]

    def forward(x: Array) -> tuple[Array, Kept]:
        z = x @ W + steps.bias * b
        network.append(Kept(number, x, z, ACTIVATIONS[name][0](z), network))
        return network[-1].a, network[-1]

    def backward(kept: Kept, error: Array) -> tuple[Array, list[Array]]:
        error = error if last else error * steps.slope(kept, error, name)
        dW = steps.outer(steps.below(network[number - 1]) if number else kept.below, error)
        carried = error @ steps.carry(kept, W, dW) if number else error
        return carried, [dW, error.mean(axis=0)]

    return Layer(forward, backward)


def _output_error(scores: Array, y: Array, steps: Steps) -> Array:
    """∂loss/∂scores of each sample, before the mean over samples."""
    function, slope = ACTIVATIONS[steps.on_scores]
    z = function(scores)
    if steps.output == "softmax":
        return steps.error(steps.probabilities(z), np.eye(scores.shape[1])[y.astype(int)]) * slope(scores)
    output, output_slope = ACTIVATIONS[steps.output]
    error = 2 * steps.error(output(z), y)
    return error * (output_slope(z) if steps.output_slope else 1.0) * slope(scores)


def _wrong_slopes(right: Steps, hidden: str) -> list[tuple[Mistake | Statement, Steps]]:
    """The derivative of the hidden activation: forgotten, or taken of the wrong thing."""
    slopes: list[tuple[Mistake, Callable[[Kept, Array, str], Array]]] = [
        (dense.SLOPE_MISSING, lambda kept, error, name: np.ones_like(error)),
        (dense.SLOPE_OF_ERROR, lambda kept, error, name: ACTIVATIONS[name][1](error)),
        (dense.SLOPE_OF_OUTPUT, lambda kept, error, name: ACTIVATIONS[name][1](kept.a)),
        (dense.SLOPE_OF_INPUT, lambda kept, error, name: ACTIVATIONS[name][1](kept.below)),
        (dense.ACTIVATION_FOR_SLOPE, lambda kept, error, name: kept.a),
        (dense.SLOPE_OF_RELU, lambda kept, error, name: (kept.z > 0).astype(float)),
        (dense.SLOPE_OF_SIGMOID, lambda kept, error, name: _FROM_OUTPUT["sigmoid"](kept.a)),
        (dense.SLOPE_OF_TANH, lambda kept, error, name: _FROM_OUTPUT["tanh"](kept.a)),
    ]
    if hidden in _FROM_OUTPUT:
        slopes.append((dense.SLOPE_FORMULA, lambda kept, error, name: _FROM_OUTPUT[name](kept.z)))
    return [(mistake, replace(right, slope=slope)) for mistake, slope in slopes]


def _wrong_forward(right: Steps, hidden: str) -> list[tuple[Mistake | Statement, Steps]]:
    ways: list[tuple[Mistake | Statement, Steps]] = [
        (dense.ACTIVATION_ON_INPUT, replace(right, on_input=ACTIVATIONS[hidden][0])),
        (dense.ACTIVATION_ON_SCORES, replace(right, on_scores=hidden)),
        (dense.NO_BIASES, replace(right, bias=0.0)),
        (dense.NO_ACTIVATION, replace(right, hidden=("linear",) * len(right.hidden))),
    ]
    if right.output == "softmax":
        ways.append((dense.SOFTMAX_OVER_SAMPLES, replace(right, probabilities=lambda z: softmax(z, axis=0))))
    return ways


def _wrong_products(right: Steps) -> list[tuple[Mistake | Statement, Steps]]:
    def of_means(below: Array, error: Array) -> Array:
        return np.outer(below.mean(0), error.mean(0))

    def elementwise(below: Array, error: Array) -> Array:
        return np.broadcast_to((below * error).mean(0), (below.shape[1],) * 2)

    return [
        (dense.PRE_ACTIVATION_BELOW, replace(right, below=lambda kept: kept.z)),
        (dense.PRODUCT_OF_MEANS, replace(right, outer=of_means)),
        (dense.ELEMENTWISE_PRODUCT, replace(right, outer=elementwise)),
        (dense.NOT_TRANSPOSED_BACK, replace(right, carry=lambda kept, W, dW: W)),
    ]


def _wrong_output(right: Steps) -> list[tuple[Mistake | Statement, Steps]]:
    if right.output == "softmax":
        return [
            (dense.LABELS_NOT_SUBTRACTED, replace(right, error=lambda p, y: p)),
            (dense.SOFTMAX_SLOPE_AGAIN, replace(right, error=lambda p, y: (p - y) * p * (1 - p))),
        ]
    return [] if right.output == "linear" else [(dense.OUTPUT_SLOPE_MISSING, replace(right, output_slope=False))]


def _wrong_averages(right: Gradients, samples: int) -> Mistakes:
    """Weights and biases averaged differently."""
    if samples < 2:
        return []
    return [
        (dense.BIASES_SUMMED, [(dW, db * samples) for dW, db in right]),
        (dense.BIASES_DIVIDED_TWICE, [(dW, db / samples) for dW, db in right]),
        (dense.WEIGHTS_SUMMED, [(dW * samples, db) for dW, db in right]),
        (dense.WEIGHTS_DIVIDED_TWICE, [(dW / samples, db) for dW, db in right]),
        (dense.BIASES_OVER_UNITS, [(dW, np.full_like(db, db.mean())) for dW, db in right]),
    ]
