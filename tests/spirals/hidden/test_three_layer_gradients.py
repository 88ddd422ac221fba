"""1a: the gradients of the network with two hidden layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks import Mistake
from autograder.checks.catalogue import dense
from solutions.spirals.spiral import pre_activations, random_parameters, three_layer_gradients
from tests.spirals.hidden.mistakes import three_layer_mistakes
from tests.spirals.hidden.network import NAMES, is_far_from_kinks

pytestmark = pytest.mark.task("three_layer_gradients")

GRADIENTS = [f"d{name}" for name in NAMES]


@pytest.mark.task("three_layer_gradients", weight=4)
@pytest.mark.parametrize("samples", [7, 32])
def test_gradients_of_the_mean_loss(student, rng, samples):
    """All six gradients of the mean cross-entropy are correct, for any layer widths and any number of samples."""
    X, y, parameters = _case(rng, samples, (3, 6, 4, 5))
    _compare(student, X, y, parameters)


@pytest.mark.task("three_layer_gradients", weight=2)
def test_gradients_of_square_layers(student, rng):
    """The gradients are correct when all layers have the same width, where a transposed matrix has the same shape."""
    X, y, parameters = _case(rng, 9, (4, 4, 4, 4))
    _compare(student, X, y, parameters)


def test_gradients_of_a_single_sample(student, rng):
    """The gradients are correct for a single sample, and when some classes do not occur among the labels."""
    X, y, parameters = _case(rng, 1, (2, 5, 4, 3))
    _compare(student, X, y.astype(np.uint8), parameters)


def test_units_at_the_kink_pass_nothing_down(student, rng):
    """The derivative of ReLU is 0 where the pre-activation is exactly 0."""
    X, y, parameters = _case(rng, 12, (3, 6, 4, 3))
    X[::3] = 0  # without a bias, these samples put every unit of the first layer at its kink
    parameters[1] = np.zeros_like(parameters[1])
    parameters[2][:, 0], parameters[3][0, 0] = 0, 0  # and every sample puts this unit of the second layer there
    slope_of_one = _with_slope_one_at_zero(X, y, parameters)
    _compare(student, X, y, parameters, [(dense.SLOPE_AT_ZERO, slope_of_one)])


def test_large_scores(student, rng):
    """Scores of ±1000 and more, in one row or in all rows, give finite and correct gradients."""
    while True:
        X, y, parameters = _case(rng, 30, (3, 6, 4, 5))
        X[0] *= 1e3
        parameters[-1] = parameters[-1] + 1e3 * np.array([[1, -1, 1, -1, 1]])
        top = pre_activations(X, parameters)[-1][0]
        y[0] = top.argmax()  # so that the error of this row is 0 and does not hide the errors of the others
        if y[0] < 4 and top.max() > 5000 and _all_large(X, y, parameters):  # one row has scores far above all others
            break
    _compare(student, X, y, parameters)


@pytest.mark.task("three_layer_gradients", weight=0.5)
def test_arguments_stay_as_they_are(student, rng):
    """The function changes none of its arguments."""
    X, y, parameters = _case(rng, 6, (2, 5, 4, 3))
    before = [X, y, *parameters]
    after = student.probe("arguments_after", "three_layer_gradients", [array.copy() for array in before])
    for name, old, new in zip(("X", "y", *NAMES), before, after, strict=True):
        checks.not_mutated(old, new, name)


def _case(
    rng: np.random.Generator, samples: int, sizes: tuple[int, ...]
) -> tuple[np.ndarray, np.ndarray, list[np.ndarray]]:
    """Points X, labels y without the last class, and parameters.

    The biases matter, every layer has clearly negative numbers, and no unit is near its kink.
    """
    while True:
        X, y = rng.normal(size=(samples, sizes[0])), rng.integers(0, sizes[-1] - 1, samples)
        parameters = random_parameters(sizes, rng, bias=0.7)
        negative = all(layer.min() < -0.1 for layer in [X, *pre_activations(X, parameters)])
        if negative and _all_large(X, y, parameters) and is_far_from_kinks(X, parameters):
            return X, y, parameters


def _all_large(X: np.ndarray, y: np.ndarray, parameters: list[np.ndarray]) -> bool:
    """True if every gradient is so large that a mistake in it cannot pass for rounding."""
    return all(np.abs(gradient).max() > 0.01 for gradient in three_layer_gradients(X, y, *parameters))


def _compare(
    student: Any, X: np.ndarray, y: np.ndarray, parameters: list[np.ndarray], first: Sequence[tuple[Mistake, list]] = ()
) -> None:
    """``first``: mistakes to try before all others, with the gradients that they lead to."""
    checks.network_gradients(
        student.three_layer_gradients(X, y, *parameters),
        three_layer_gradients(X, y, *parameters),
        mistakes=[*first, *three_layer_mistakes(X, y, parameters)],
        batch_size=len(X),
        parameters=parameters,
        names=GRADIENTS,
    )


def _with_slope_one_at_zero(X: np.ndarray, y: np.ndarray, parameters: list[np.ndarray]) -> list[np.ndarray]:
    """The gradients with ReLU′(0) = 1, computed with biases that are larger by 1e-12."""
    moved = [value + 1e-12 if index in (1, 3) else value for index, value in enumerate(parameters)]
    return three_layer_gradients(X, y, *moved)
