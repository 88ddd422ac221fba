"""1.2: the sigmoid, and its backward pass computed from the activation alone."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from tests.convnets.hidden import catalogue

pytestmark = pytest.mark.task("sigmoid_derivative")

ANY_SHAPE = [(7,), (4, 3), (2, 3, 2)]


def sigmoid(x):
    """σ(x) = (1 + tanh(x/2)) / 2."""
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))


@pytest.mark.task("sigmoid_derivative", weight=1)
@pytest.mark.parametrize("shape", ANY_SHAPE[:2])
def test_sigmoid(student, rng, shape):
    """The sigmoid has the shape of x and is right for every entry, positive, negative and 0."""
    x = rng.normal(0, 3, shape)
    x.flat[0], x.flat[1], x.flat[2] = 0, -abs(x.flat[1]) - 1, abs(x.flat[2]) + 1
    checks.close(
        student.sigmoid(x),
        sigmoid(x),
        "the sigmoid",
        candidates=[
            (catalogue.X_SIGN, sigmoid(-x)),
            (catalogue.TANH, np.tanh(x)),
            (catalogue.DERIVATIVE, sigmoid(x) * sigmoid(-x)),
            (catalogue.SOFTMAX, np.exp(x) / np.exp(x).sum()),
        ],
    )


@pytest.mark.task("sigmoid_derivative", weight=2)
def test_large_entries(student, rng):
    """Entries of ±1000 give 1 and 0, also beside small ones in the same array, and numpy gives no warning."""
    x = np.array([1000.0, -1000.0, 745.2, -720.5, 0.3, -40.0])[rng.permutation(6)].reshape(2, 3)
    call = student.probe("value_and_warnings", "sigmoid", x)
    checks.close(call["value"], sigmoid(x), "the sigmoid of large entries")
    if call["warnings"]:
        shown = str(call["warnings"][0])[:80] if isinstance(call["warnings"], list) else ""
        checks.fail(catalogue.NUMPY_WARNS(warning=shown), score=0.5)


@pytest.mark.task("sigmoid_derivative", weight=1)
@pytest.mark.parametrize("shape", ANY_SHAPE)
def test_backward_from_the_activation(student, rng, shape):
    """The gradient is upstream · σ (1 − σ), entry by entry. σ is the given activation and may be exactly 0 or 1."""
    activation, upstream = rng.uniform(0.02, 0.98, shape), rng.normal(0, 2, shape)
    activation.flat[:2] = 0, 1
    slope = activation * (1 - activation)
    again = sigmoid(activation)
    checks.close(
        student.sigmoid_backward(activation, upstream),
        upstream * slope,
        "the gradient",
        candidates=[
            (catalogue.UPSTREAM_MISSING, slope),
            (catalogue.UPSTREAM_ADDED, slope + upstream),
            (catalogue.SIGMOID_AGAIN, upstream * again * (1 - again)),
            (catalogue.TANH_SLOPE, upstream * (1 - activation**2)),
            (catalogue.ONE_MINUS_MISSING, upstream * activation),
            (catalogue.SIGMOID_MISSING, upstream * (1 - activation)),
            (catalogue.SLOPE_TWICE, upstream * slope**2),
            (catalogue.RELU_SLOPE, upstream * (activation > 0)),
        ],
    )


@pytest.mark.task("sigmoid_derivative", weight=0.3)
def test_arguments_stay_as_they_are(student, rng):
    """The two functions do not change x, the activation and the upstream gradient."""
    for function, arguments, names in (
        ("sigmoid", [rng.normal(size=(3, 2))], ["x"]),
        ("sigmoid_backward", [rng.uniform(size=(3, 2)), rng.normal(size=(3, 2))], ["activation", "upstream"]),
    ):
        after = student.probe("arguments_after", function, [argument.copy() for argument in arguments])
        for name, old, new in zip(names, arguments, after, strict=True):
            checks.not_mutated(old, new, name)
