"""2.3: back-propagation with σ(z) = z, for a batch."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("linear_neurons")


def test_shapes_of_the_lists(student):
    """δ has a row for every input; dW and db have the shapes of weights and biases."""
    weights, biases = [np.full((4, 3), 0.1), np.full((2, 4), 0.2)], [np.zeros(4), np.zeros(2)]
    answer = student.linear_backprop(np.ones((5, 3)), np.zeros((5, 2)), weights, biases)
    checks.keys(answer, ["delta", "dW", "db"], "the returned dictionary")
    for part, shapes in (("delta", [(5, 4), (5, 2)]), ("dW", [(4, 3), (2, 4)]), ("db", [(4,), (2,)])):
        if len(answer[part]) != 2:
            checks.fail(f"{part!r} must have 2 entries, one for each layer, but it has {len(answer[part])}.")
        for number, (array, shape) in enumerate(zip(answer[part], shapes, strict=True)):
            allowed = [shape] if len(shape) == 2 else [shape, (*shape, 1), (1, *shape)]
            checks.array(array, allowed, f"{part}[{number}]")


def test_bias_by_central_difference(student):
    """One entry of db of the first layer agrees with a central difference of the mean cost."""
    rng = np.random.default_rng(1)
    x, y, W1, W2 = rng.normal(size=(6, 3)), rng.normal(size=(6, 2)), rng.normal(size=(4, 3)), rng.normal(size=(2, 4))
    answer = student.linear_backprop(x, y, [W1, W2], [np.zeros(4), np.zeros(2)])
    checks.keys(answer, ["db"], "the returned dictionary")

    def cost(b):
        return np.mean(np.sum(((x @ W1.T + b) @ W2.T - y) ** 2, axis=1)) / 2

    move = 1e-5 * np.eye(4)[1]
    db = checks.array(answer["db"][0], what="db[0]").ravel()
    checks.close(db[1], (cost(move) - cost(-move)) / 2e-5, "entry 1 of db[0]")
