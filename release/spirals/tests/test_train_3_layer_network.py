"""1b: the training of the network with two hidden layers."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("train_3_layer_network")

NAMES = ("W1", "b1", "W2", "b2", "W3", "b3")
X = np.linspace(-1, 1, 48).reshape(24, 2) ** 3
Y = (np.arange(24) % 3).astype(np.uint8)


def test_shapes(student):
    """The function returns six parameters with the correct shapes, in the order that its docstring gives."""
    _network(student, 1)


def test_another_step_changes_every_parameter(student):
    """One step and two steps that start from the same random numbers give different parameters."""
    for name, once, twice in zip(NAMES, _network(student, 1), _network(student, 2), strict=True):
        if np.array_equal(once, twice):
            checks.fail(f"{name} is the same after one and after two steps. Does the loop run over range(N_STEPS)?")


def _network(student, steps):
    parameters = student.probe("trained_network", steps, 1, X, Y, H1=6, H2=4)["parameters"]
    if not isinstance(parameters, list) or len(parameters) != 6:
        checks.fail(f"train_3_layer_network does not return six arrays: {', '.join(NAMES)}.")
    widths = [(2, 6), (6, 4), (4, 3)]
    expected = [
        shape for fan_in, fan_out in widths for shape in ((fan_in, fan_out), [(1, fan_out), (fan_out,), (fan_out, 1)])
    ]
    return [checks.array(value, shape, name) for name, value, shape in zip(NAMES, parameters, expected, strict=True)]
