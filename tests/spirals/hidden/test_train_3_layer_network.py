"""1b: the training of the network with two hidden layers, checked on short runs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.spiral import LEARNING_RATE, loss, make_spirals, predict, three_layer_gradients
from tests.spirals.hidden import catalogue
from tests.spirals.hidden.mistakes import three_layer_mistakes
from tests.spirals.hidden.network import NAMES, as_network, is_far_from_kinks, labelled_points

pytestmark = pytest.mark.task("train_3_layer_network")

STEPS = 600
"""After this many steps the reference has its final accuracy: 0.993 in 40 of 40 runs on new spirals."""
PASS, FULL = 0.85, 0.93
"""Networks whose weights start smaller (He, Xavier) reach at least 0.96."""


@pytest.fixture(scope="module")
def spiral():
    """A spiral like the notebook's, with other random numbers."""
    return make_spirals(100, np.random.RandomState(20191203))


@pytest.fixture(scope="module")
def trained(student, spiral):
    """The reply of the probe for H1 = 100 and H2 = 50, after STEPS steps on the spiral."""
    return _train(student, STEPS, 1, *spiral, H1=100, H2=50)


@pytest.mark.task("train_3_layer_network", weight=2)
def test_returns_six_parameters(student, rng):
    """The function returns W1, b1, W2, b2, W3, b3 in this order; H1 and H2 (100 by default) determine the shapes."""
    X, y = labelled_points(rng, 30)
    as_network(_train(student, 1, 1, X, y, H1=7, H2=5)["parameters"], 7, 5)
    as_network(_train(student, 1, 1, X, y)["parameters"], 100, 100)


@pytest.mark.task("train_3_layer_network", weight=6)
def test_step_is_a_tenth_of_the_gradient(student, rng):
    """A step subtracts from every parameter 0.1 times the gradient of the mean cross-entropy of all points."""
    compared = 0
    for samples, seed in ((48, 11), (33, 12), (48, 13), (33, 14), (48, 15), (33, 16)):
        X, y = labelled_points(rng, samples)
        networks = _three_networks(student, seed, X, y)
        if is_far_from_kinks(X, networks[1]):
            _compare_step(student, X, y, networks)
            compared += 1
        if compared == 2:
            return
    checks.fail(catalogue.DEAD_UNITS)


@pytest.mark.task("train_3_layer_network", weight=4)
def test_accuracy_on_a_spiral(trained, spiral):
    """After 600 steps on a spiral like ours, the network with 100 and 50 units classifies 93 % of it correctly."""
    X, y = spiral
    parameters = as_network(trained["parameters"], 100, 50)
    checks.accuracy(int((predict(X, parameters) == y).sum()), len(y), PASS, FULL, what="the training accuracy")


def test_loss_falls(student, trained, spiral):
    """The loss after 600 steps is less than half of the loss after the first step."""
    first = as_network(_train(student, 1, 1, *spiral, H1=100, H2=50)["parameters"], 100, 50)
    last = as_network(trained["parameters"], 100, 50)
    checks.loss_decreases([loss(*spiral, first), loss(*spiral, last)], to=0.5)


@pytest.mark.task("train_3_layer_network", weight=0.5)
def test_every_call_starts_anew(student, rng):
    """Two calls in a row start from different weights."""
    replies = student.probe("two_starts", 5, *labelled_points(rng, 30))
    first, second = (as_network(reply, 5, 4) for reply in replies)
    weights = [named for named in zip(NAMES, first, second, strict=True) if named[0].startswith("W")]
    same = [name for name, before, after in weights if np.array_equal(before, after)]
    if same:  # biases are not compared: those of units that no point activates keep their start of 0
        checks.fail(catalogue.SEED_SET_INSIDE(names=", ".join(same)))


@pytest.mark.task("train_3_layer_network", weight=0.5)
def test_data_stay_as_they_are(trained, spiral):
    """The training changes neither X nor y."""
    for name, before in zip(("X", "y"), spiral, strict=True):
        checks.not_mutated(before, trained[name], name)


def _train(student: Any, steps: int, seed: int, X: np.ndarray, y: np.ndarray, **units: int) -> dict:
    return student.probe("trained_network", steps, seed, X, y, **units)


def _three_networks(student: Any, seed: int, X: np.ndarray, y: np.ndarray) -> list[list[np.ndarray]]:
    """The network after one, two and three steps from the same start."""
    replies = [_train(student, steps, seed, X, y, H1=9, H2=6) for steps in (1, 2, 3, 2)]
    *networks, again = [as_network(reply["parameters"], 9, 6) for reply in replies]
    pairs = zip(NAMES, networks[1], again, strict=True)
    differing = [name for name, value, other in pairs if not np.allclose(value, other, rtol=1e-6, equal_nan=True)]
    if differing:
        checks.fail(catalogue.RUNS_DIFFER(names=", ".join(differing)))
    if all(np.array_equal(before, after) for before, after in zip(*networks[1:], strict=True)):
        checks.fail(catalogue.NO_UPDATE)
    return networks


def _compare_step(student: Any, X: np.ndarray, y: np.ndarray, networks: list[list[np.ndarray]]) -> None:
    """The third step, divided by −0.1, is the gradient at the parameters before it.

    The tolerance is 2e-3 of a gradient's largest entry. float32 parameters near 3 are known to 1e-7, so their change
    gives a gradient to 1e-6; the smallest real mistake (1 %) is 5e-3.
    """
    before = networks[1]
    previous_step, step = (
        [(old - new) / LEARNING_RATE for old, new in zip(*pair, strict=True)] for pair in pairwise(networks)
    )
    expected = three_layer_gradients(X, y, *before)
    mistakes = _wrong_sizes(step, expected, previous_step, len(X))
    notebook_X, notebook_y = np.asarray(student.X()), np.asarray(student.y())
    mistakes.append((catalogue.OTHER_POINTS, three_layer_gradients(notebook_X, notebook_y, *before)))
    checks.network_gradients(
        step,
        expected,
        mistakes=[*mistakes, *three_layer_mistakes(X, y, before)],
        batch_size=len(X),
        parameters=before,
        rtol=2e-3,
        names=[f"the step of {name}" for name in NAMES],
    )


def _wrong_sizes(step: list, expected: list, previous_step: list, samples: int) -> list[tuple[Any, list[np.ndarray]]]:
    """Mistakes that all parameters share, with the step (divided by −0.1) that each leads to."""
    scales = [
        (catalogue.STEP_UPHILL(), -1.0),
        (catalogue.STEP_SUMMED(), samples),
        (catalogue.STEP_DIVIDED_TWICE(), 1 / samples),
        (catalogue.STEP_DIVIDED_BY_300(), samples / 300),
    ]
    step_size = LEARNING_RATE * _best_factor(expected, step)
    if step_size > 0:
        scales.append((catalogue.STEP_SIZE(rate=step_size), step_size / LEARNING_RATE))
    mistakes = [(mistake, [scale * gradient for gradient in expected]) for mistake, scale in scales]
    rest = [taken - gradient for taken, gradient in zip(step, expected, strict=True)]
    momentum = _best_factor(previous_step, rest)
    if momentum > 0.01:
        pairs = zip(expected, previous_step, strict=True)
        wrong = [gradient + momentum * previous for gradient, previous in pairs]
        mistakes.append((catalogue.MOMENTUM(part=momentum), wrong))
    return mistakes


def _best_factor(arrays: list[np.ndarray], target: list[np.ndarray]) -> float:
    """The factor k for which k · arrays is nearest to ``target`` (least squares); 0 where all arrays are zero."""
    a, b = (np.concatenate([array.ravel() for array in some]) for some in (arrays, target))
    return float(b @ a / (a @ a)) if a.any() else 0.0
