"""1b: training the network with two hidden layers, for a few steps."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.spiral import LEARNING_RATE, loss, make_spirals, predict, three_layer_gradients
from tests.spirals.hidden import catalogue
from tests.spirals.hidden.mistakes import three_layer_mistakes
from tests.spirals.hidden.network import NAMES, as_network, far_from_kinks, labelled_points

pytestmark = pytest.mark.task("train_3_layer_network")

STEPS = 600
"""From here the reference has the accuracy that it ends with: 0.993 in 40 of 40 runs on fresh spirals."""
PASS, FULL = 0.85, 0.93
"""Weights that start smaller (He, Xavier) reach 0.96 at least."""


@pytest.fixture(scope="module")
def spiral():
    """A spiral as the notebook's, drawn anew."""
    return make_spirals(100, np.random.RandomState(20191203))


@pytest.fixture(scope="module")
def trained(student, spiral):
    """What the function returns for H1 = 100, H2 = 50 after STEPS steps on the spiral."""
    return _train(student, STEPS, 1, *spiral, H1=100, H2=50)


@pytest.mark.task("train_3_layer_network", weight=2)
def test_returns_six_parameters(student, rng):
    """W1, b1, W2, b2, W3, b3 are returned in this order and in shapes that follow from H1 and H2 (100 by default)."""
    X, y = labelled_points(rng, 30)
    as_network(_train(student, 1, 1, X, y, H1=7, H2=5)["found"], 7, 5)
    as_network(_train(student, 1, 1, X, y)["found"], 100, 100)


@pytest.mark.task("train_3_layer_network", weight=6)
def test_step_is_a_tenth_of_the_gradient(student, rng):
    """A step takes 0.1 times the gradient of the mean cross-entropy of all points away from every parameter."""
    compared = 0
    for samples, seed in ((48, 11), (33, 12), (48, 13), (33, 14), (48, 15), (33, 16)):
        X, y = labelled_points(rng, samples)
        networks = _three_networks(student, seed, X, y)
        if far_from_kinks(X, networks[1]):
            _compare_step(student, X, y, networks)
            compared += 1
        if compared == 2:
            return
    checks.fail(catalogue.DEAD_UNITS)


@pytest.mark.task("train_3_layer_network", weight=4)
def test_accuracy_on_a_spiral(trained, spiral):
    """After 600 steps on a spiral like ours the network with 100 and 50 units gives 93 % of its points their class."""
    X, y = spiral
    parameters = as_network(trained["found"], 100, 50)
    checks.accuracy(int((predict(X, parameters) == y).sum()), len(y), PASS, FULL, what="the training accuracy")


def test_loss_falls(student, trained, spiral):
    """The loss after 600 steps is less than half of that after the first."""
    first = as_network(_train(student, 1, 1, *spiral, H1=100, H2=50)["found"], 100, 50)
    last = as_network(trained["found"], 100, 50)
    checks.loss_decreases([loss(*spiral, first), loss(*spiral, last)], to=0.5)


@pytest.mark.task("train_3_layer_network", weight=0.5)
def test_every_call_starts_anew(student, rng):
    """Two calls, one after the other, start from different weights."""
    first, second = (as_network(found, 5, 4) for found in student.probe("two_starts", 5, *labelled_points(rng, 30)))
    named = [pair for pair in zip(NAMES, first, second, strict=True) if pair[0].startswith("W")]
    same = [name for name, one, other in named if np.array_equal(one, other)]
    if same:  # biases of units that no point reaches stay as they began
        checks.fail(catalogue.SEED_SET_INSIDE(names=", ".join(same)))


@pytest.mark.task("train_3_layer_network", weight=0.5)
def test_data_stay_as_they_are(trained, spiral):
    """Training changes neither X nor y."""
    for name, before in zip(("X", "y"), spiral, strict=True):
        checks.not_mutated(before, trained[name], name)


def _train(student: Any, steps: int, seed: int, X: np.ndarray, y: np.ndarray, **units: int) -> dict:
    return student.probe("trained_network", steps, seed, X, y, **units)


def _three_networks(student: Any, seed: int, X: np.ndarray, y: np.ndarray) -> list[list[np.ndarray]]:
    """The network after one, two and three steps from the same start."""
    found = [as_network(_train(student, steps, seed, X, y, H1=9, H2=6)["found"], 9, 6) for steps in (1, 2, 3)]
    if all(np.array_equal(one, other) for one, other in zip(*found[1:], strict=True)):
        checks.fail(catalogue.NO_UPDATE)
    return found


def _compare_step(student: Any, X: np.ndarray, y: np.ndarray, networks: list[list[np.ndarray]]) -> None:
    """The third step, divided by −0.1, is the gradient at the parameters before it.

    float32 parameters near 3 are known to 1e-7, a gradient from their change to 1e-6; 2e-3 of its largest entry leaves
    room for that, and the smallest real mistake (1 %) is 5e-3.
    """
    before = networks[1]
    previous, found = (
        [(old - new) / LEARNING_RATE for old, new in zip(*pair, strict=True)] for pair in pairwise(networks)
    )
    right = three_layer_gradients(X, y, *before)
    mistakes = _wrong_sizes(found, right, previous, len(X))
    X_then, y_then = np.asarray(student.X()), np.asarray(student.y())
    mistakes.append((catalogue.OTHER_POINTS, three_layer_gradients(X_then, y_then, *before)))
    checks.network_gradients(
        found,
        right,
        mistakes=[*mistakes, *three_layer_mistakes(X, y, before)],
        batch_size=len(X),
        parameters=before,
        rtol=2e-3,
        names=[f"the step of {name}" for name in NAMES],
    )


def _wrong_sizes(found: list, right: list, previous: list, samples: int) -> list[tuple[Any, list[np.ndarray]]]:
    """Mistakes that all parameters share, with what the step divided by −0.1 becomes."""
    scales = [
        (catalogue.STEP_UPHILL(), -1.0),
        (catalogue.STEP_SUMMED(), samples),
        (catalogue.STEP_DIVIDED_TWICE(), 1 / samples),
        (catalogue.STEP_DIVIDED_BY_300(), samples / 300),
    ]
    step_size = LEARNING_RATE * _share(found, right)
    if step_size > 0:
        scales.append((catalogue.STEP_SIZE(rate=step_size), step_size / LEARNING_RATE))
    mistakes = [(mistake, [scale * gradient for gradient in right]) for mistake, scale in scales]
    kept = _share([f - r for f, r in zip(found, right, strict=True)], previous)
    if kept > 0.01:
        pairs = zip(right, previous, strict=True)
        mistakes.append((catalogue.MOMENTUM(part=kept), [gradient + kept * step for gradient, step in pairs]))
    return mistakes


def _share(found: list[np.ndarray], part: list[np.ndarray]) -> float:
    """The factor k for which k · part is nearest to ``found``; 0 where part is zero."""
    one, other = (np.concatenate([array.ravel() for array in arrays]) for arrays in (found, part))
    return float(one @ other / (other @ other)) if other.any() else 0.0
