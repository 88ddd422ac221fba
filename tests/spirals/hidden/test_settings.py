"""1c: three to five networks with different settings."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.spirals.spiral import make_spirals
from tests.spirals.hidden import catalogue
from tests.spirals.hidden.network import labelled_points

pytestmark = pytest.mark.task("settings")

FRACTION = 1 / 40
PASS, FULL = 0.60, 0.80
"""After 500 steps the reference reaches 0.98 with 20 and 20 units, at least 0.86 with 10 and 10; guessing has 0.33."""


@pytest.fixture(scope="module")
def settings(student) -> list[dict]:
    """SETTINGS, once its form is checked."""
    settings = student.SETTINGS()
    if not isinstance(settings, list) or not all(isinstance(setting, dict) for setting in settings):
        checks.fail(catalogue.NO_LIST_OF_SETTINGS)
    if not all(isinstance(name, str) for setting in settings for name in setting):
        checks.fail(catalogue.SETTING_KEY_NO_WORD)
    return settings


@pytest.fixture(scope="module")
def spiral():
    """A spiral like the notebook's, with other random numbers."""
    return make_spirals(100, np.random.RandomState(20191114))


@pytest.fixture(scope="module")
def grid() -> np.ndarray:
    """Points (1600, 2) of a grid in the plane, in random order."""
    across, up = np.meshgrid(np.linspace(-1.5, 1.5, 40), np.linspace(-1.5, 1.5, 40))
    points = np.column_stack([across.ravel(), up.ravel()])
    return np.random.RandomState(7).permutation(points)


@pytest.fixture(scope="module")
def predictions(student, settings, spiral, grid) -> list[list[Any]]:
    """For each setting the classes that its network gives to the grid, the grid backwards, one point and the spiral."""
    points = [grid, grid[::-1].copy(), grid[:1], spiral[0]]
    return [
        student.probe("setting_predictions", number, FRACTION, 3, *spiral, points) for number in range(len(settings))
    ]


def test_three_to_five_settings(settings):
    """There are three to five settings, and no two of them are equal."""
    if not 3 <= len(settings) <= 5:
        checks.fail(catalogue.WRONG_NUMBER_OF_SETTINGS(found=len(settings)))
    for (i, first), (j, second) in combinations(enumerate(settings, start=1), 2):
        if first.keys() == second.keys() and all(np.array_equal(first[name], second[name]) for name in first):
            checks.fail(catalogue.SAME_SETTING_TWICE(first=str(i), second=str(j)))


def test_classes_of_points(predictions, grid, spiral):
    """Every predict gives each point one class, 0, 1 or 2, whatever other points are in the same call."""
    for number, (forwards, backwards, single, _) in enumerate(predictions, start=1):
        function = f"predict of setting {number}"
        replies = ((forwards, len(grid)), (backwards, len(grid)), (single, 1))
        classes = [_classes(reply, count, function) for reply, count in replies]
        if not (np.array_equal(classes[0], classes[1][::-1]) and classes[2][0] == classes[0][0]):
            checks.fail(catalogue.POINTS_NOT_INDEPENDENT(function=function))


def test_settings_have_an_effect(predictions, grid):
    """With the same random numbers, any two settings lead to networks that disagree about some point of the plane."""
    replies = enumerate(predictions, start=1)
    classes = [_classes(reply[0], len(grid), f"predict of setting {i}") for i, reply in replies]
    for (i, first), (j, second) in combinations(enumerate(classes, start=1), 2):
        if np.array_equal(first, second):
            checks.fail(catalogue.SETTING_WITHOUT_EFFECT(first=str(i), second=str(j)))


def test_one_network_learns_the_spiral(predictions, spiral):
    """The best network, trained for a fortieth of its steps on a spiral like ours, classifies 80 % of it correctly."""
    X, y = spiral
    correct = [int((_classes(reply[3], len(X), "predict") == y).sum()) for reply in predictions]
    checks.accuracy(max(correct), len(y), PASS, FULL, what="the best training accuracy")


@pytest.mark.parametrize("samples", [24, 45])
def test_training_accuracy(student, rng, samples):
    """training_accuracy is the fraction of the points in X to which predict gives the class in y."""
    X, y = labelled_points(rng, samples)
    labels = y.copy()
    odd = np.arange(1, samples, 2)  # all others are correct, so every second point alone has another accuracy
    wrong = rng.permutation(odd)[: samples // 4]
    labels[wrong] = (y[wrong] + 1) % 3
    expected = float((labels == y).mean())
    checks.close(
        student.probe("accuracy_of_labels", X, y, labels),
        expected,
        "the training accuracy",
        candidates=[
            (catalogue.FRACTION_OF_WRONG_POINTS, 1 - expected),
            (catalogue.IN_PER_CENT, 100 * expected),
            (catalogue.NUMBER_OF_POINTS, expected * samples),
            (catalogue.DIVIDED_BY_300_POINTS, expected * samples / 300),
        ],
    )


def _classes(reply: Any, count: int, function: str) -> np.ndarray:
    """The reply of a ``predict`` as whole numbers 0, 1, 2 of shape (count,); raises CheckFailed for anything else."""
    if isinstance(reply, np.ndarray) and reply.shape == (count, 3):
        checks.fail(catalogue.SCORES_INSTEAD_OF_CLASSES(function=function))
    values = checks.array(reply, (count,), f"the result of {function}")
    if not np.isin(values, (0, 1, 2)).all():
        checks.fail(catalogue.NO_CLASSES(function=function))
    return values.astype(int)
