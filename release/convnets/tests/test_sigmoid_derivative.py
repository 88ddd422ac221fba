"""1.2: the sigmoid, and its backward pass computed from the activation alone."""

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("sigmoid_derivative")

X = np.array([[-2.0, 0.0, 1.0], [3.0, -0.5, 0.25]])


def test_sigmoid_is_symmetric(student):
    """sigmoid(0) is 1/2, and sigmoid(x) + sigmoid(−x) = 1, in the shape of x."""
    values = checks.array(student.sigmoid(X), X.shape, "the sigmoid")
    checks.close(values + student.sigmoid(-X), np.ones(X.shape), "sigmoid(x) + sigmoid(-x)")
    checks.close(values[0, 1], 0.5, "sigmoid(0)")


def test_backward_is_a_slope(student):
    """The backward pass agrees with central differences of your sigmoid."""
    h = 1e-2
    slope = (np.asarray(student.sigmoid(X + h)) - np.asarray(student.sigmoid(X - h))) / (2 * h)
    gradient = student.sigmoid_backward(student.sigmoid(X), np.full(X.shape, 2.0))
    checks.close(gradient, 2 * slope, "the gradient", rtol=1e-3)
