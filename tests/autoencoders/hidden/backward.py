"""Wrong gradients of the quadratic cost: what an answer returns when one step of back-propagation is taken wrongly.

The arrays of an answer are a flat list: δ of each layer, then dW of each layer, then db. Inputs are rows, and weights
have the shape (outputs, inputs).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.special import expit

from autograder import checks
from autograder.checks import Mistake, Statement
from autograder.checks.catalogue import dense
from autograder.checks.layers import Layer, collect_gradients, gradients
from tests.autoencoders.hidden import catalogue_gradients as catalogue

Array = np.ndarray
Function = Callable[[Array], Array]
Slope = Callable[[Array, Array], Array]
"""An activation's derivative, computed from z and a."""
Mistakes = list[tuple[Mistake | Statement, list[Array]]]
PARTS = ("delta", "dW", "db")
MIN_EFFECT = 0.02
"""Inputs are drawn again until every mistake changes some array by at least this part of its largest entry."""


@dataclass(frozen=True)
class Steps:
    """How each step of back-propagation is taken. There is one function and one slope for each layer."""

    functions: Sequence[Function]
    slopes: Sequence[Slope]
    bias: float = 1.0
    """Factor of the biases in the forward pass."""
    transposed: bool = False
    """The error goes down through W instead of its transpose; this needs square layers."""


Ways = list[tuple[Mistake, Steps]]


def take_steps(x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array], steps: Steps) -> list[Array]:
    """δ of every input of each layer, then the means of dW and db over the inputs.

    ValueError where the error goes down through a matrix that is not square.
    """
    layers = [_layer(number, W, b, steps) for number, (W, b) in enumerate(zip(weights, biases, strict=True))]
    of_layers = gradients(layers, x, lambda a: a - y)
    return [array for part in zip(*of_layers, strict=True) for array in part]


def _layer(number: int, W: Array, b: Array, steps: Steps) -> Layer:
    """A fully connected layer; its gradients are δ, dW and db."""
    function, slope = steps.functions[number], steps.slopes[number]

    def forward(x: Array) -> tuple[Array, Any]:
        z = x @ W.T + steps.bias * b
        a = function(z)
        return a, (x, z, a)

    def backward(cache: Any, error: Array) -> tuple[Array, list[Array]]:
        x, z, a = cache
        delta = error * slope(z, a)
        below = delta @ (W.T if steps.transposed else W) if number else delta  # nothing lies below the first layer
        return below, [delta, delta.T @ x / len(x), delta.mean(axis=0)]

    return Layer(forward, backward)


def compute_mistakes(
    x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array], ways: Iterable[tuple[Mistake, Steps]]
) -> Mistakes:
    """Each mistake with the arrays it leads to, where this network allows the mistake to be made."""
    several = len(weights) > 1
    return collect_gradients(
        (mistake, partial(take_steps, x, y, weights, biases, steps))
        for mistake, steps in ways
        if several or not steps.transposed
    )


def modified_ways(count: int, layer: int, neuron: int, f: Function, f_prime: Function) -> Ways:
    """Mistakes in a network of ``count`` layers in which a single neuron has the activation ``f``."""
    build = partial(_modified_steps, count, layer, neuron)

    def prime(z: Array, a: Array) -> Array:
        return f_prime(z)

    right = build(f, prime)
    ways = [
        (catalogue.SIGMOID_SLOPE_KEPT, build(f, _sigmoid_slope)),
        (catalogue.SIGMOID_FORMULA_KEPT, build(f, _sigmoid_formula)),
        (catalogue.SIGMOID_FORWARD_KEPT, build(expit, prime)),
        (catalogue.NOT_MODIFIED, build(expit, _sigmoid_slope)),
        (catalogue.LAYER_MODIFIED, _modified_steps(count, layer, None, f, prime)),
        (catalogue.NETWORK_MODIFIED, _modified_steps(count, None, None, f, prime)),
        (catalogue.SLOPE_OF_ACTIVATION, build(f, lambda z, a: f_prime(a))),
        (catalogue.F_FOR_SLOPE, build(f, lambda z, a: f(z))),
        (catalogue.BOTH_SLOPES, build(f, lambda z, a: f_prime(z) * _sigmoid_slope(z, a))),
        (catalogue.MODIFIED_SLOPE_MISSING, build(f, _ones)),
        (catalogue.OTHER_SLOPES_MISSING, build(f, prime, _ones)),
        (catalogue.OTHER_SLOPES_OF_ACTIVATION, build(f, prime, lambda z, a: _sigmoid_slope(a, a))),
        (dense.NO_BIASES, replace(right, bias=0.0)),
        (dense.NOT_TRANSPOSED_BACK, replace(right, transposed=True)),
        (catalogue.CROSS_ENTROPY_OUTPUT, replace(right, slopes=[*right.slopes[:-1], _ones])),
    ]
    if neuron:
        ways.append((catalogue.NEURON_FROM_ONE, _modified_steps(count, layer, neuron - 1, f, prime)))
    if layer:
        ways.append((catalogue.LAYER_FROM_ONE, _modified_steps(count, layer - 1, neuron, f, prime)))
    return ways


def _modified_steps(
    count: int,
    layer: int | None,
    neuron: int | None,
    function: Function,
    slope: Slope,
    slope_elsewhere: Slope | None = None,
) -> Steps:
    """``function`` and ``slope`` in the modified neuron, a sigmoid and ``slope_elsewhere`` (default σ′) in the others.

    ``None`` as ``layer`` or ``neuron`` means all of them.
    """
    other_slope = slope_elsewhere or _sigmoid_slope

    def is_modified(number: int, width: int) -> Array:
        units = np.full(width, neuron is None) | (np.arange(width) == neuron)
        return units & (layer in (number, None))

    def function_of(number: int) -> Function:
        return lambda z: np.where(is_modified(number, z.shape[1]), function(z), expit(z))

    def slope_of(number: int) -> Slope:
        return lambda z, a: np.where(is_modified(number, z.shape[1]), slope(z, a), other_slope(z, a))

    return Steps([function_of(number) for number in range(count)], [slope_of(number) for number in range(count)])


def linear_mistakes(x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array]) -> Mistakes:
    """Mistakes in a network of linear neurons, and in the mean over the inputs."""
    count, n = len(weights), len(x)
    right = Steps([np.positive] * count, [_ones] * count)
    ways = [
        (catalogue.SIGMOID_SLOPE_LEFT, replace(right, slopes=[_sigmoid_slope] * count)),
        (catalogue.SIGMOID_FORMULA_LEFT, replace(right, slopes=[_sigmoid_formula] * count)),
        (catalogue.SIGMOID_FORWARD_LEFT, replace(right, functions=[expit] * count)),
        (catalogue.SIGMOIDS_LEFT, Steps([expit] * count, [_sigmoid_slope] * count)),
        (dense.NO_BIASES, replace(right, bias=0.0)),
        (dense.NOT_TRANSPOSED_BACK, replace(right, transposed=True)),
    ]
    mistakes = compute_mistakes(x, y, weights, biases, ways)
    expected = take_steps(x, y, weights, biases, right)

    def scaled(delta: float, dW: float, db: float) -> list[Array]:
        factors = np.repeat([delta, dW, db], count)
        return [factor * array for factor, array in zip(factors, expected, strict=True)]

    outputs = y.shape[1]
    mistakes.append((catalogue.AVERAGED_OVER_OUTPUTS, scaled(1 / outputs, 1 / outputs, 1 / outputs)))
    if n == 1:
        return mistakes
    return [
        *mistakes,
        (catalogue.SUMMED, scaled(1, n, n)),
        (catalogue.WEIGHTS_SUMMED, scaled(1, n, 1)),
        (catalogue.BIASES_SUMMED, scaled(1, 1, n)),
        (catalogue.WEIGHTS_DIVIDED_TWICE, scaled(1, 1 / n, 1)),
        (catalogue.DELTA_DIVIDED, scaled(1 / n, 1, 1)),
        (catalogue.ALL_DIVIDED_TWICE, scaled(1 / n, 1 / n, 1 / n)),
    ]


def flatten_answer(answer: Any, expected: Mapping[str, Sequence[Array]]) -> list[Any]:
    """The arrays of the three lists, one list after the other. Fails unless each list has an array for every layer."""
    checks.keys(answer, PARTS, "the returned dictionary")
    arrays: list[Any] = []
    for part in PARTS:
        values = list(answer[part]) if isinstance(answer[part], list | np.ndarray) else None
        if values is None:
            checks.fail(catalogue.NO_LIST_OF_ARRAYS(key=repr(part)))
        if len(values) != len(expected[part]):
            checks.fail(catalogue.WRONG_NUMBER_OF_LAYERS(key=repr(part), found=len(values), layers=len(expected[part])))
        arrays += [_as_array(value) for value in values]
    return arrays


def _as_array(value: Any) -> Any:
    """Nested lists of numbers as an array; anything else unchanged."""
    if not isinstance(value, list):
        return value
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths
        return value
    return array if array.dtype.kind in "fiu" else value


def array_names(count: int) -> list[str]:
    """δ1, δ2, dW1, …"""
    return [f"{part}{number}" for part in ("δ", "dW", "db") for number in range(1, count + 1)]


def every_mistake_shows(expected: Sequence[Array], mistakes: Mistakes) -> bool:
    """Whether none of the mistakes leads to (nearly) the right arrays for these inputs."""
    return all(
        any(np.abs(a - b).max() > MIN_EFFECT * np.abs(b).max() for a, b in zip(wrong, expected, strict=True))
        for _, wrong in mistakes
    )


def draw_network(rng: np.random.Generator, sizes: Sequence[int]) -> tuple[list[Array], list[Array]]:
    """Weights (outputs, inputs) and biases of either sign, none of them small."""
    pairs = list(pairwise(sizes))
    weights = [rng.choice([-1, 1], (out, inp)) * rng.uniform(0.3, 1.2, (out, inp)) for inp, out in pairs]
    return weights, [rng.choice([-1, 1], out) * rng.uniform(0.2, 0.8, out) for _, out in pairs]


def _sigmoid_slope(z: Array, a: Array) -> Array:
    return np.asarray(expit(z) * expit(-z))


def _sigmoid_formula(z: Array, a: Array) -> Array:
    return a * (1 - a)


def _ones(z: Array, a: Array) -> Array:
    return np.ones_like(z)
