"""1a: the gradients of the network with two hidden layers."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("three_layer_gradients")

NAMES = ("dW1", "db1", "dW2", "db2", "dW3", "db3")
SHAPES = ((2, 4), (1, 4), (4, 5), (1, 5), (5, 3), (1, 3))
X, Y = np.array([[0.5, -1.0], [1.5, 0.25], [-0.5, 2.0], [1.0, 1.0]]), np.array([0, 1, 1, 2], np.uint8)


def test_shapes(student):
    """There are six gradients, each with the shape of its parameter (a bias gradient may also have one axis only)."""
    _answer(student, [np.full(shape, 0.1) for shape in SHAPES])


def test_network_of_zeros(student):
    """If all parameters are 0, every class has the probability 1/3, and all gradients except db3 are 0."""
    gradients = _answer(student, [np.zeros(shape) for shape in SHAPES])
    for name, gradient in zip(NAMES[:5], gradients[:5], strict=True):
        checks.close(gradient, np.zeros(gradient.shape), name, atol=1e-9)
    shares = np.array([1, 2, 1]) / 4
    checks.close(gradients[5].ravel(), 1 / 3 - shares, "db3")


def test_central_differences(student):
    """For one entry of each parameter, the gradient agrees with a central difference of the loss."""
    rng = np.random.RandomState(3)
    parameters = [rng.randn(*shape) for shape in SHAPES]
    for index, (name, gradient) in enumerate(zip(NAMES, _answer(student, parameters), strict=True)):
        entry, h, losses = (0, 1), 1e-5, []
        for change in (h, -h):
            moved = [parameter.copy() for parameter in parameters]
            moved[index][entry] += change
            losses.append(mean_loss(*moved))
        slope = (losses[0] - losses[1]) / (2 * h)
        checks.close(gradient.reshape(SHAPES[index])[entry], slope, f"one entry of {name}", rtol=1e-3, atol=1e-7)


def mean_loss(W1, b1, W2, b2, W3, b3):
    """The mean cross-entropy on X and Y, sample by sample."""
    total = 0.0
    for x, label in zip(X, Y, strict=True):
        first = np.maximum(x @ W1 + b1[0], 0)
        second = np.maximum(first @ W2 + b2[0], 0)
        v = second @ W3 + b3[0]
        total += np.log(np.sum(np.exp(v))) - v[label]
    return total / len(X)


def _answer(student, parameters):
    gradients = student.three_layer_gradients(X, Y, *parameters)
    if not isinstance(gradients, list) or len(gradients) != 6:
        checks.fail(f"three_layer_gradients does not return six arrays: {', '.join(NAMES)}.")
    return [
        checks.array(value, [shape, shape[1:], shape[::-1]] if name[1] == "b" else shape, name)
        for name, value, shape in zip(NAMES, gradients, SHAPES, strict=True)
    ]
