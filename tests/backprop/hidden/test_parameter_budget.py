"""P1.1: the size of the network."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest

from autograder import checks
from solutions.backprop.mlp import parameter_count
from tests.backprop.hidden import catalogue
from tests.backprop.hidden.adapter import standard

pytestmark = pytest.mark.task("parameter_budget")


def architecture(student):
    answer = student.choose_architecture()
    units = checks.array(answer, (2,), "the result of choose_architecture", dtype_kind="i")
    if (units < 1).any():
        checks.fail(catalogue.LAYER_WITHOUT_UNITS)
    return tuple(int(unit) for unit in units)


def test_network_keeps_to_the_budget(student):
    """The network 784-h1-h2-10 has between 500,000 and 1,000,000 parameters, biases included."""
    units = architecture(student)
    count = parameter_count((784, *units, 10))
    if not 500_000 <= count <= 1_000_000:
        entry = catalogue.TOO_FEW_PARAMETERS if count < 500_000 else catalogue.TOO_MANY_PARAMETERS
        checks.fail(entry(first=units[0], second=units[1]))


@pytest.mark.parametrize("layers", [2, 3, 4])
def test_counts_every_weight_and_bias(student, rng, layers):
    """count_parameters returns the number of weights and biases of a network with any number of layers."""
    sizes = tuple(int(size) for size in rng.choice(np.arange(5, 40), layers + 1, replace=False))
    weights = sum(i * o for i, o in pairwise(sizes))
    checks.parameter_count(
        student.count_parameters(list(sizes)),
        parameter_count(sizes),
        "the result of count_parameters",
        candidates=[
            (catalogue.BIASES_NOT_COUNTED, weights),
            (catalogue.OUTPUT_BIASES_NOT_COUNTED, parameter_count(sizes) - sizes[-1]),
            (catalogue.LAST_LAYER_NOT_COUNTED, parameter_count(sizes[:-1])),
            (catalogue.BIAS_FOR_EACH_INPUT, weights + sum(sizes[:-1])),
            (catalogue.ONE_BIAS_PER_LAYER, weights + len(sizes) - 1),
            (catalogue.INPUT_UNITS_GET_BIASES, parameter_count(sizes) + sizes[0]),
        ],
    )


def test_count_agrees_with_the_arrays(student, assignment):
    """The arrays of the network that make_network builds have as many entries as count_parameters returns."""
    sizes = (784, *architecture(student), 10)
    name = student.ACTIVATIONS()[0]
    parameters = standard(student.probe("parameters_of", list(sizes), name)["parameters"], sizes)
    entries = sum(np.size(W) + np.size(b) for W, b in parameters)
    counted = checks.number(student.count_parameters(list(sizes)), "the result of count_parameters")
    if counted != entries:
        checks.fail(catalogue.COUNT_UNLIKE_ARRAYS(found=counted))
