"""2.3: back-propagation with σ(z) = z, for a batch."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.autoencoders.theory import linear_gradients
from tests.autoencoders.hidden import catalogue_gradients as catalogue
from tests.autoencoders.hidden.backward import (
    PARTS,
    array_names,
    draw_network,
    every_mistake_shows,
    flatten_answer,
    linear_mistakes,
)

pytestmark = pytest.mark.task("linear_neurons")

FIXED_SIZES = (5, 10, 20, 32, 50, 64, 100)
"""Numbers of inputs that an answer may have written into the division."""


@pytest.mark.task("linear_neurons", weight=3)
@pytest.mark.parametrize("n", [7, 24])
def test_gradients_of_the_mean_cost(student, rng, n):
    """δ of every input, and dW and db of the mean cost, are right for two and three layers of different widths."""
    for sizes in ((4, 3, 2), (3, 5, 4, 2)):
        _check(student, rng, n, sizes)


def test_single_training_input(student, rng):
    """They are right for a single training input, too."""
    _check(student, rng, 1, (3, 4, 2))


def test_linear_layers_of_equal_width(student, rng):
    """They are right when all layers have the same width, so that a transposed matrix would fit as well."""
    _check(student, rng, 8, (3, 3, 3))


@pytest.mark.task("linear_neurons", weight=0.5)
def test_network_of_one_layer(student, rng):
    """They are right in a network without hidden layers, too."""
    _check(student, rng, 5, (4, 3))


@pytest.mark.task("linear_neurons", weight=0.5)
def test_arguments_of_linear_backprop_stay_as_they_are(student, rng):
    """The function does not change x, y, weights and biases."""
    weights, biases = draw_network(rng, (3, 4, 2))
    x, y = rng.normal(size=(5, 3)), rng.normal(size=(5, 2))
    after = student.probe("arguments_after", "linear_backprop", [x, y, weights, biases])
    checks.not_mutated(x, after[0], "x")
    checks.not_mutated(y, after[1], "y")
    for name, before, now in (("weights", weights, after[2]), ("biases", biases, after[3])):
        for number, (array, array_now) in enumerate(zip(before, now, strict=True)):
            checks.not_mutated(array, array_now, f"{name}[{number}]")


def _check(student: Any, rng: np.random.Generator, n: int, sizes: tuple[int, ...]) -> None:
    while True:
        weights, biases = draw_network(rng, sizes)
        x, y = rng.normal(size=(n, sizes[0])), rng.normal(size=(n, sizes[-1]))
        gradients = linear_gradients(x, y, weights, biases)
        expected = [array for part in PARTS for array in gradients[part]]
        mistakes = linear_mistakes(x, y, weights, biases)
        if every_mistake_shows(expected, mistakes):
            break
    for size in FIXED_SIZES:
        if size != n:
            arrays = [array if i < len(weights) else array * n / size for i, array in enumerate(expected)]
            mistakes.append((catalogue.FIXED_SIZE(size=size), arrays))
    answer = student.linear_backprop(x, y, weights, biases)
    checks.network_gradients(
        flatten_answer(answer, gradients), expected, mistakes=mistakes, batch_size=n, names=array_names(len(weights))
    )
