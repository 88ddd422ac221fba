"""P1.1: the size of the network."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import parameter_count
from tests.backprop.hidden.adapter import standard

pytestmark = pytest.mark.task("parameter_budget")


def architecture(student):
    found = student.choose_architecture()
    units = checks.array(found, (2,), "the result of choose_architecture", dtype_kind="i", lists_ok=True)
    if (units < 1).any():
        checks.fail("choose_architecture gives a hidden layer without units.")
    return tuple(int(unit) for unit in units)


def test_network_keeps_to_the_budget(student):
    """The network 784-h1-h2-10 has between 500,000 and 1,000,000 parameters, biases included."""
    units = architecture(student)
    count = parameter_count((784, *units, 10))
    if not 500_000 <= count <= 1_000_000:
        side = "fewer than 500,000" if count < 500_000 else "more than 1,000,000"
        checks.fail(
            f"a network with {units[0]} and {units[1]} hidden units has {side} parameters.", "outside the budget"
        )


@pytest.mark.parametrize("layers", [2, 3, 4])
def test_counts_every_weight_and_bias(student, rng, layers):
    """count_parameters gives the number of weights and biases of a network with any number of layers."""
    sizes = tuple(int(size) for size in rng.choice(np.arange(5, 40), layers + 1, replace=False))
    weights = sum(i * o for i, o in pairwise(sizes))
    checks.parameter_count(
        student.count_parameters(list(sizes)),
        parameter_count(sizes),
        "the result of count_parameters",
        candidates={
            "the biases are not counted": weights,
            "the biases of the output layer are not counted": parameter_count(sizes) - sizes[-1],
            "the last layer is not counted": parameter_count(sizes[:-1]),
            "every layer has a bias for each of its inputs instead of its outputs": weights + sum(sizes[:-1]),
            "a single bias is counted for each layer": weights + len(sizes) - 1,
            "the input units get biases too": parameter_count(sizes) + sizes[0],
        },
    )


def test_count_agrees_with_the_arrays(student, assignment):
    """The network that make_network builds has as many entries in its arrays as count_parameters says."""
    sizes = (784, *architecture(student), 10)
    name = student.ACTIVATIONS()[0]
    found = standard(student.probe("parameters_of", list(sizes), name)["parameters"], sizes)
    entries = sum(np.size(W) + np.size(b) for W, b in found)
    told = checks.number(student.count_parameters(list(sizes)), "the result of count_parameters")
    if told != entries:
        checks.fail(f"count_parameters says {told:.0f}, the arrays of the network have another number of entries.")
