"""Gradients of the quadratic cost as they come out when one step of back-propagation is taken otherwise.

Every answer is a flat list: δ of each layer, then dW, then db. Inputs are rows, weights (outputs, inputs).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

import numpy as np
from scipy.special import expit

from autograder import checks

Array = np.ndarray
Function = Callable[[Array], Array]
PARTS = ("delta", "dW", "db")
TELLING = 0.02
"""Inputs are drawn anew until every mistake changes some array by at least this part of its largest entry."""


@dataclass(frozen=True)
class Way:
    """How each step is taken. ``slopes`` of a layer get its z and its a."""

    functions: Sequence[Function]
    slopes: Sequence[Callable[[Array, Array], Array]]
    bias: float = 1.0
    """Factor of the biases in the forward pass."""
    transposed: bool = False
    """The error goes down through W where its transpose belongs; needs square layers."""


def backward(x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array], way: Way) -> list[Array]:
    """δ of each input, and the means of dW and db."""
    layers, pre = [x], []
    for W, b, function in zip(weights, biases, way.functions, strict=True):
        pre.append(layers[-1] @ W.T + way.bias * b)
        layers.append(function(pre[-1]))
    slopes = [slope(z, a) for slope, z, a in zip(way.slopes, pre, layers[1:], strict=True)]
    deltas = [(layers[-1] - y) * slopes[-1]]
    for W, slope in zip(weights[:0:-1], slopes[-2::-1], strict=True):
        deltas.insert(0, deltas[0] @ (W.T if way.transposed else W) * slope)
    pairs = list(zip(deltas, layers, strict=False))
    return [*deltas, *(delta.T @ a / len(x) for delta, a in pairs), *(delta.mean(0) for delta in deltas)]


def results(
    x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array], ways: Mapping[str, Way]
) -> dict[str, list[Array]]:
    """Name of a mistake → the arrays it leads to; without those that need several layers, or layers of equal width."""
    found = {}
    for name, way in ways.items():
        if way.transposed and len(weights) == 1:
            continue
        try:
            found[name] = backward(x, y, weights, biases, way)
        except ValueError:
            continue
    return found


def modified_ways(count: int, layer: int, neuron: int, f: Function, f_prime: Function) -> dict[str, Way]:
    """Mistakes with a single modified neuron; a name goes on after "δ1 and dW1 are wrong: "."""

    def build(inside: Function, slope_inside: Any, slope_outside: Any = _sigmoid_slope, **at: Any) -> Way:
        """``inside`` and ``slope_inside`` hold for the modified neuron, the sigmoid and ``slope_outside`` elsewhere."""
        chosen = {"layer": layer, "neuron": neuron, **at}

        def pick(number: int, width: int) -> Array:
            units = np.full(width, chosen["neuron"] is None) | (np.arange(width) == chosen["neuron"])
            return units & (chosen["layer"] in (number, None))

        functions = [
            lambda z, number=number: np.where(pick(number, z.shape[1]), inside(z), expit(z)) for number in range(count)
        ]
        slopes = [
            lambda z, a, number=number: np.where(pick(number, z.shape[1]), slope_inside(z, a), slope_outside(z, a))
            for number in range(count)
        ]
        return Way(functions, slopes)

    def prime(z: Array, a: Array) -> Array:
        return f_prime(z)

    right = build(f, prime)
    ways = {
        "the derivative of the modified neuron is still that of the sigmoid": build(f, _sigmoid_slope),
        "the derivative of the modified neuron is still the sigmoid's a(1 − a)": build(f, lambda z, a: a * (1 - a)),
        "the modified neuron is still a sigmoid in the forward pass": build(expit, prime),
        "no neuron is modified": build(expit, _sigmoid_slope),
        "all neurons of the layer are modified instead of one": build(f, prime, neuron=None),
        "all neurons of the network are modified instead of one": build(f, prime, neuron=None, layer=None),
        "f′ is taken at the activation instead of z": build(f, lambda z, a: f_prime(a)),
        "f stands where its derivative f′ belongs": build(f, lambda z, a: f(z)),
        "f′ is multiplied with σ′ instead of taking its place": build(
            f, lambda z, a: f_prime(z) * _sigmoid_slope(z, a)
        ),
        "the derivative of the modified neuron is missing": build(f, _ones),
        "σ′ is missing in the other neurons": build(f, prime, _ones),
        "σ′ is taken at the activation instead of z": build(f, prime, lambda z, a: _sigmoid_slope(a, a)),
        "the biases are left out of the forward pass": replace(right, bias=0.0),
        "the error goes down through W instead of its transpose": replace(right, transposed=True),
        "the derivative of the output's activation is missing, as if the cost were the cross-entropy": replace(
            right, slopes=[*right.slopes[:-1], _ones]
        ),
    }
    if neuron:
        ways["the neuron is counted from 1, not from 0"] = build(f, prime, neuron=neuron - 1)
    if layer:
        ways["the layer is counted from 1, not from 0"] = build(f, prime, layer=layer - 1)
    return ways


def linear_mistakes(x: Array, y: Array, weights: Sequence[Array], biases: Sequence[Array]) -> dict[str, list[Array]]:
    """Mistakes with linear neurons, and in the mean over the inputs."""
    count, n = len(weights), len(x)
    right = Way([np.positive] * count, [_ones] * count)
    ways = {
        "the derivative of the sigmoid is still there": replace(right, slopes=[_sigmoid_slope] * count),
        "the derivative of the sigmoid, a(1 − a), is still there": replace(
            right, slopes=[lambda z, a: a * (1 - a)] * count
        ),
        "the neurons are still sigmoids in the forward pass": replace(right, functions=[expit] * count),
        "the neurons are still sigmoids": Way([expit] * count, [_sigmoid_slope] * count),
        "the biases are left out of the forward pass": replace(right, bias=0.0),
        "the error goes down through W instead of its transpose": replace(right, transposed=True),
    }
    found = results(x, y, weights, biases, ways)
    expected = backward(x, y, weights, biases, right)
    deltas, dW, db = expected[:count], expected[count : 2 * count], expected[2 * count :]
    found["the cost is averaged over the outputs as well"] = [one / y.shape[1] for one in expected]
    if n == 1:
        return found
    found |= {
        "summed over the inputs instead of averaged": [*deltas, *(n * one for one in [*dW, *db])],
        "the weight gradients are summed over the inputs instead of averaged": [*deltas, *(n * one for one in dW), *db],
        "the bias gradients are summed over the inputs instead of averaged": [*deltas, *dW, *(n * one for one in db)],
        "the weight gradients are divided by n twice": [*deltas, *(one / n for one in dW), *db],
        "δ holds the factor 1/n of the mean, which belongs to dW and db alone": [
            *(one / n for one in deltas),
            *dW,
            *db,
        ],
        "divided by n in δ and once more in dW and db": [one / n for one in expected],
    }
    return found


def flat(found: Any, expected: Mapping[str, Sequence[Array]]) -> list[Any]:
    """The lists under the three keys, one after the other, when each has an array for every layer."""
    checks.keys(found, PARTS, "the returned dictionary")
    arrays: list[Any] = []
    for part in PARTS:
        values = list(found[part]) if isinstance(found[part], list | np.ndarray) else None
        if values is None:
            checks.fail(f"{part!r} holds no list; it has an array for every layer.", "no list")
        if len(values) != len(expected[part]):
            checks.fail(
                f"{part!r} has {len(values)} entries for {len(expected[part])} layers.", "wrong number of layers"
            )
        arrays += [_array(value) for value in values]
    return arrays


def _array(value: Any) -> Any:
    """Nested lists of numbers as an array; anything else as it is."""
    if not isinstance(value, list):
        return value
    try:
        found = np.asarray(value)
    except ValueError:  # rows of different lengths
        return value
    return found if found.dtype.kind in "fiu" else value


def names(count: int) -> list[str]:
    """δ1, δ2, dW1, …"""
    return [f"{part}{number}" for part in ("δ", "dW", "db") for number in range(1, count + 1)]


def all_telling(expected: Sequence[Array], mistakes: Mapping[str, Sequence[Array]]) -> bool:
    """Whether none of the mistakes gives (nearly) the right arrays for these inputs."""
    return all(
        any(np.abs(a - b).max() > TELLING * np.abs(b).max() for a, b in zip(wrong, expected, strict=True))
        for wrong in mistakes.values()
    )


def network(rng: np.random.Generator, sizes: Sequence[int]) -> tuple[list[Array], list[Array]]:
    """Weights (outputs, inputs) and biases of either sign, none of them small."""
    pairs = list(pairwise(sizes))
    weights = [rng.choice([-1, 1], (out, inp)) * rng.uniform(0.3, 1.2, (out, inp)) for inp, out in pairs]
    return weights, [rng.choice([-1, 1], out) * rng.uniform(0.2, 0.8, out) for _, out in pairs]


def _sigmoid_slope(z: Array, a: Array) -> Array:
    return expit(z) * expit(-z)


def _ones(z: Array, a: Array) -> Array:
    return np.ones_like(z)
