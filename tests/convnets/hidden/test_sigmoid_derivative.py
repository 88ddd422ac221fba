"""1.2: the sigmoid, and its backward pass from the activation alone."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("sigmoid_derivative")

ANY_SHAPE = [(7,), (4, 3), (2, 3, 2)]


def right(x):
    """σ(x) = (1 + tanh(x/2)) / 2."""
    return 0.5 * (1 + np.tanh(0.5 * np.asarray(x)))


@pytest.mark.task("sigmoid_derivative", weight=1)
@pytest.mark.parametrize("shape", ANY_SHAPE[:2])
def test_sigmoid(student, rng, shape):
    """The sigmoid of an array has its shape and is right for every entry, positive, negative and 0."""
    x = rng.normal(0, 3, shape)
    x.flat[0], x.flat[1], x.flat[2] = 0, -abs(x.flat[1]) - 1, abs(x.flat[2]) + 1
    checks.close(
        student.sigmoid(x),
        right(x),
        "the sigmoid",
        candidates={
            "the sign of x is wrong": right(-x),
            "it is the tanh": np.tanh(x),
            "it is the derivative": right(x) * right(-x),
            "the entries are divided by their sum, as in softmax": np.exp(x) / np.exp(x).sum(),
        },
    )


@pytest.mark.task("sigmoid_derivative", weight=2)
def test_large_entries(student, rng):
    """Entries of ±1000 give 1 and 0, small and large ones may stand side by side, and numpy gives no warning."""
    x = np.array([1000.0, -1000.0, 745.2, -720.5, 0.3, -40.0])[rng.permutation(6)].reshape(2, 3)
    found = student.probe("value_and_warnings", "sigmoid", x)
    checks.close(found["value"], right(x), "the sigmoid of large entries")
    if found["warnings"]:
        shown = str(found["warnings"][0])[:80] if isinstance(found["warnings"], list) else ""
        checks.fail(f"numpy warns ({shown}): nothing may overflow on the way.", "warning", score=0.5)


@pytest.mark.task("sigmoid_derivative", weight=1)
@pytest.mark.parametrize("shape", ANY_SHAPE)
def test_backward_from_the_activation(student, rng, shape):
    """upstream · σ (1 − σ), where σ is the given activation, entry by entry; also where it is exactly 0 or 1."""
    activation, upstream = rng.uniform(0.02, 0.98, shape), rng.normal(0, 2, shape)
    activation.flat[:2] = 0, 1
    slope = activation * (1 - activation)
    again = right(activation)
    checks.close(
        student.sigmoid_backward(activation, upstream),
        upstream * slope,
        "the gradient",
        candidates={
            "the upstream gradient is left out": slope,
            "the upstream gradient is added, not multiplied": slope + upstream,
            "the sigmoid is applied to the activation once more": upstream * again * (1 - again),
            "it is the derivative of tanh, 1 − a²": upstream * (1 - activation**2),
            "1 − σ is missing": upstream * activation,
            "σ is missing": upstream * (1 - activation),
            "it is multiplied by σ(1 − σ) twice": upstream * slope**2,
            "it is the derivative of ReLU": upstream * (activation > 0),
        },
    )


@pytest.mark.task("sigmoid_derivative", weight=0.3)
def test_arguments_stay_as_they_are(student, rng):
    """x, the activation and the upstream gradient are not changed."""
    for name, arguments, told in (
        ("sigmoid", [rng.normal(size=(3, 2))], ["x"]),
        ("sigmoid_backward", [rng.uniform(size=(3, 2)), rng.normal(size=(3, 2))], ["activation", "upstream"]),
    ):
        after = student.probe("arguments_after", name, [one.copy() for one in arguments])
        for what, old, new in zip(told, arguments, after, strict=True):
            checks.not_mutated(old, new, what)
