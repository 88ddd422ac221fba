"""Q2: forward pass, gradients and one step of the 3-2-2 sigmoid network."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("backprop_by_hand")

X, T = np.array([1.0, 4.0, 5.0]), np.array([0.1, 0.05])


def test_answer_has_all_parts(student):
    """The dictionary has all seven entries, each of the correct shape."""
    step = student.backprop_step(X, T, np.linspace(0.1, 1, 10), np.array([0.5, 0.5]), 0.01)
    shapes = {"h": (2,), "o": (2,), "dw": (10,), "db": (2,), "new_w": (10,), "new_b": (2,)}
    checks.keys(step, [*shapes, "mse"], "the returned dictionary")
    checks.number(step["mse"], "mse")
    for name, shape in shapes.items():
        checks.array(step[name], shape, name)


def test_network_of_zeros(student):
    """With all weights and biases zero, every unit has the value σ(0) = ½."""
    step = student.backprop_step(X, T, np.zeros(10), np.zeros(2), 0.01)
    checks.keys(step, ["h", "o", "mse", "dw"], "the returned dictionary")
    checks.close(step["h"], np.full(2, 0.5), "h")
    checks.close(step["o"], np.full(2, 0.5), "o")
    checks.close(step["mse"], 0.5 * (0.4**2 + 0.45**2), "mse")
    hidden = checks.array(step["dw"], (10,), "dw")[:6]
    checks.close(hidden, np.zeros(6), "dw of w1 … w6", atol=1e-9)
