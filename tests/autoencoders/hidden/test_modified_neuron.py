"""2.1: back-propagation in a sigmoid network with a single neuron of another kind."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.autoencoders.theory import modified_gradients
from tests.autoencoders.hidden.backward import (
    PARTS,
    Mistakes,
    array_names,
    compute_mistakes,
    draw_network,
    every_mistake_shows,
    flatten_answer,
    modified_ways,
)
from tests.autoencoders.probes.theory import function_pair

pytestmark = pytest.mark.task("modified_neuron")

Case = tuple[np.ndarray, np.ndarray, list[np.ndarray], list[np.ndarray]]
"""x, y, weights, biases."""


@pytest.mark.task("modified_neuron", weight=3)
@pytest.mark.parametrize("function", ["sine", "parabola", "softplus"])
def test_hidden_neuron(student, rng, function):
    """δ, dW and db are right in every layer when the modified neuron is in a hidden layer, for several functions f."""
    for sizes, layer in (((3, 4, 2), 0), ((2, 5, 4, 3), 1)):
        _check(student, rng, sizes, layer, function)


@pytest.mark.task("modified_neuron", weight=2)
def test_output_neuron(student, rng):
    """They are right when the modified neuron is in the output layer, also in a network with only one layer."""
    for sizes, function in (((3, 4, 2), "sine"), ((4, 3), "parabola")):
        _check(student, rng, sizes, len(sizes) - 2, function)


def test_layers_of_equal_width(student, rng):
    """They are right when all layers have the same width, so that a transposed matrix would fit as well."""
    _check(student, rng, (4, 4, 4, 4), 1, "tanh")


def test_neuron_without_slope(student, rng):
    """Where f′ is 0, the neuron has no error: its weights get no gradient, and no error goes down through it."""
    arguments, layer, neuron = _draw(rng, (3, 4, 2)), 0, int(rng.integers(4))
    _compare(student, arguments, layer, neuron, "flat", float(rng.uniform(0.3, 0.9)), [])


@pytest.mark.task("modified_neuron", weight=0.5)
def test_arguments_of_modified_backprop_stay_as_they_are(student, rng):
    """The function does not change x, y, weights and biases."""
    x, y, weights, biases = _draw(rng, (3, 4, 2))
    after = student.probe("arguments_after_modified", [x, y, weights, biases], 0, 1)
    checks.not_mutated(x, after[0], "x")
    checks.not_mutated(y, after[1], "y")
    for name, before, now in (("weights", weights, after[2]), ("biases", biases, after[3])):
        for number, (array, array_now) in enumerate(zip(before, now, strict=True)):
            checks.not_mutated(array, array_now, f"{name}[{number}]")


def _draw(rng: np.random.Generator, sizes: tuple[int, ...]) -> Case:
    weights, biases = draw_network(rng, sizes)
    return rng.normal(size=sizes[0]), rng.uniform(0.1, 0.9, sizes[-1]), weights, biases


def _check(student: Any, rng: np.random.Generator, sizes: tuple[int, ...], layer: int, function: str) -> None:
    """Compare on inputs for which every known mistake shows."""
    while True:
        arguments, parameter = _draw(rng, sizes), float(rng.uniform(0.7, 1.4))
        neuron = int(rng.integers(1, sizes[layer + 1]))
        mistakes = _mistakes(arguments, layer, neuron, function, parameter)
        if every_mistake_shows(_expected(arguments, layer, neuron, function, parameter), mistakes):
            break
    _compare(student, arguments, layer, neuron, function, parameter, mistakes)


def _compare(
    student: Any, arguments: Case, layer: int, neuron: int, function: str, parameter: float, mistakes: Mistakes
) -> None:
    x, y, weights, biases = arguments
    expected = modified_gradients(*arguments, layer, neuron, *function_pair(function, parameter))
    answer = student.probe("modified_gradients", function, parameter, x, y, weights, biases, layer, neuron)
    checks.network_gradients(
        flatten_answer(answer, expected),
        [array for part in PARTS for array in expected[part]],
        mistakes=mistakes,
        names=array_names(len(weights)),
    )


def _expected(arguments: Case, layer: int, neuron: int, function: str, parameter: float) -> list[np.ndarray]:
    expected = modified_gradients(*arguments, layer, neuron, *function_pair(function, parameter))
    return [array for part in PARTS for array in expected[part]]


def _mistakes(arguments: Case, layer: int, neuron: int, function: str, parameter: float) -> Mistakes:
    """The mistakes' arrays; δ of the single input has the shape (outputs,), as in the answer."""
    x, y, weights, biases = arguments
    ways = modified_ways(len(weights), layer, neuron, *function_pair(function, parameter))
    return [
        (mistake, [array[0] if i < len(weights) else array for i, array in enumerate(arrays)])
        for mistake, arrays in compute_mistakes(x[None], y[None], weights, biases, ways)
    ]
