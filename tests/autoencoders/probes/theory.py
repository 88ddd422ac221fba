"""Probes of problems 2 to 5. The judge cannot send functions to the student's code, so these probes make them there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

Pair = tuple[Callable[..., Any], Callable[..., Any]]

FUNCTIONS: Mapping[str, Pair] = {
    "sine": (lambda z, k: np.sin(k * z), lambda z, k: k * np.cos(k * z)),
    "parabola": (lambda z, k: k * z**2, lambda z, k: 2 * k * z),
    "softplus": (lambda z, k: np.log1p(np.exp(k * z)) / k, lambda z, k: 1 / (1 + np.exp(-k * z))),
    "tanh": (lambda z, k: np.tanh(k * z), lambda z, k: k * (1 - np.tanh(k * z) ** 2)),
    "line": (lambda z, k: k * z, lambda z, k: k + 0 * z),
    "flat": (lambda z, k: k + 0 * z, lambda z, k: 0 * z),
}
"""Name → f and f′, of z (a number or an array) and one parameter."""


def function_pair(name: str, parameter: float) -> Pair:
    """f and f′ as functions of z alone."""
    f, f_prime = FUNCTIONS[name]
    return (lambda z: f(z, parameter)), (lambda z: f_prime(z, parameter))


def modified_gradients(
    student: Any,
    function: str,
    parameter: float,
    x: np.ndarray,
    y: np.ndarray,
    weights: Sequence[np.ndarray],
    biases: Sequence[np.ndarray],
    layer: int,
    neuron: int,
) -> Any:
    """The result of ``modified_backprop`` for a function of ``FUNCTIONS``."""
    pair = function_pair(function, parameter)
    return student.modified_backprop(x, y, list(weights), list(biases), layer, neuron, *pair)


def arguments_after(student: Any, name: str, arguments: Sequence[Any]) -> list[Any]:
    """The arguments after a call of the function."""
    getattr(student, name)(*arguments)
    return list(arguments)


def arguments_after_modified(student: Any, arguments: Sequence[Any], layer: int, neuron: int) -> list[Any]:
    """x, y, weights and biases after a call of ``modified_backprop``."""
    student.modified_backprop(*arguments, layer, neuron, *function_pair("sine", 1.0))
    return list(arguments)
