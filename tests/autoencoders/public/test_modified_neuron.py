"""2.1: back-propagation in a sigmoid network with a single neuron of another kind."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("modified_neuron")


def test_shapes_of_the_three_lists(student):
    """δ, dW and db have an array for each layer, in the shapes of biases and weights."""
    weights, biases = [np.full((4, 3), 0.1), np.full((2, 4), 0.2)], [np.zeros(4), np.zeros(2)]
    answer = student.probe("modified_gradients", "sine", 1.0, np.ones(3), np.array([0.0, 1.0]), weights, biases, 0, 2)
    checks.keys(answer, ["delta", "dW", "db"], "the returned dictionary")
    for part, shapes in (("delta", [(4,), (2,)]), ("dW", [(4, 3), (2, 4)]), ("db", [(4,), (2,)])):
        if len(answer[part]) != 2:
            checks.fail(f"{part!r} must have 2 entries, one for each layer, but it has {len(answer[part])}.")
        for number, (array, shape) in enumerate(zip(answer[part], shapes, strict=True)):
            allowed = [shape] if len(shape) == 2 else [shape, (*shape, 1), (1, *shape)]
            checks.array(array, allowed, f"{part}[{number}]")


def test_one_linear_neuron(student):
    """A single neuron with f(z) = z, w = 2, b = 1, x = 3 and y = 4 has δ = 3 and dW = 9."""
    answer = student.probe(
        "modified_gradients", "line", 1.0, np.array([3.0]), np.array([4.0]), [np.array([[2.0]])], [np.ones(1)], 0, 0
    )
    checks.keys(answer, ["delta", "dW"], "the returned dictionary")
    checks.close(checks.number(answer["delta"][0], "δ"), 3.0, "δ")
    checks.close(checks.number(answer["dW"][0], "dW"), 9.0, "dW")
