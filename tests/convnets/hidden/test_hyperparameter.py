"""2.5.4: one hyper-parameter, a training for each of its values, and one figure."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import mnist
from tests.convnets.hidden import catalogue_mnist as catalogue
from tests.convnets.hidden.mnist_models import CURVES, curves_of, split

pytestmark = pytest.mark.task("hyperparameter")

GIVEN = {"learning_rate": [3e-3, 1e-6, 3e-2], "batch_size": [100, 24, 60], "dropout": [0.5, 0.15, 0.35]}
"""Values that the tests train with. They are not sorted, and unlike those of any answer."""
TRAIN, TEST, EPOCHS = 256, 256, 2
"""Whole batches, as in ``mnist_training``."""


@pytest.fixture(scope="module")
def choice(student) -> tuple[str, list[float]]:
    """(name, values) as choose_hyperparameter returns them, after a check of their form."""
    chosen = student.probe("hyperparameter_choice")
    if not isinstance(chosen, list) or len(chosen) != 2 or not isinstance(chosen[0], str):
        checks.fail(catalogue.NO_PAIR)
    name = chosen[0]
    if name not in GIVEN:
        checks.fail(catalogue.UNKNOWN_NAME)
    values = checks.array(chosen[1], (None,), "the list of values")
    return name, values.tolist()


@pytest.fixture(scope="module")
def run(student, choice) -> dict:
    """One call of hyperparameter_histories with the values of ``GIVEN``, for all tests."""
    images, labels = split("train")
    rng = np.random.default_rng(5)
    some = rng.choice(len(images), TRAIN + TEST, replace=False)
    fit, test = some[:TRAIN], some[TRAIN:]
    parts = [images[fit], labels[fit], images[test], labels[test]]
    reply: dict = student.probe("history_runs", GIVEN[choice[0]], parts, EPOCHS)
    return reply | {"labels": labels[test]}


@pytest.fixture(scope="module")
def curves(choice, run) -> list[dict[str, np.ndarray]]:
    """The histories as arrays, in the order of the values."""
    histories, given = run["histories"], GIVEN[choice[0]]
    if not isinstance(histories, list):
        checks.fail(catalogue.NO_LIST_OF_CURVES)
    if len(histories) != len(given):
        checks.fail(catalogue.WRONG_NUMBER_OF_HISTORIES(found=len(histories), values=len(given)))
    return [curves_of(history, EPOCHS, CURVES, "the curves of a value") for history in histories]


def test_values_span_a_wide_range(choice):
    """There are at least four different values over the range that the sheet asks for."""
    name, values = choice
    if len(set(values)) < 4:
        checks.fail(catalogue.TOO_FEW_VALUES(found=len(set(values))))
    low, high = min(values), max(values)
    if name == "dropout":
        if low < 0 or high >= 1:
            checks.fail(catalogue.NO_PROBABILITY)
        if high - low < 0.5 - 1e-9:
            checks.fail(catalogue.DROPOUT_RANGE)
        return
    if low <= 0:
        checks.fail(catalogue.NOT_POSITIVE)
    if name == "batch_size" and any(value != int(value) for value in values):
        checks.fail(catalogue.NOT_WHOLE)
    least = 100 if name == "learning_rate" else 16
    if high < least * low * (1 - 1e-9):
        checks.fail(catalogue.RANGE_TOO_SMALL(ratio=high / low, least=least))


def test_one_history_per_value(curves):
    """hyperparameter_histories returns the four curves for each value in ``values``, one number for each epoch."""
    for first in range(len(curves)):
        for second in range(first):
            if np.array_equal(curves[first]["test_loss"], curves[second]["test_loss"]):
                checks.fail(catalogue.SAME_HISTORY)


@pytest.mark.task("hyperparameter", weight=1.5)
def test_values_are_trained_with(choice, run):
    """A network is trained with each value in ``values``; the test observes the steps of the optimisers."""
    name, given = choice[0], GIVEN[choice[0]]
    runs = run["runs"]
    if not runs:
        return  # an optimiser of the student's own, whose steps cannot be observed
    for value in given:
        if not any(_uses(training, name, value) for training in runs):
            checks.fail(catalogue.VALUES_NOT_USED(name=name.replace("_", " ")))


@pytest.mark.task("hyperparameter", weight=1.5)
def test_every_value_has_a_new_network(choice, run, curves):
    """Each value starts with a new network, and its history is that of the network trained with it.

    The test accuracy of the last epoch is compared with that of the network itself on the same images.
    """
    name, given = choice[0], GIVEN[choice[0]]
    runs = run["runs"]
    if any(training["again"] for training in runs) or (runs and len(runs) < len(given)):
        checks.fail(catalogue.NETWORK_SHARED)
    for value, history in zip(given, curves, strict=True):
        reached = [_accuracy(training, run["labels"]) for training in runs if _uses(training, name, value)]
        reported = float(history["test_accuracy"][-1])
        if reached and all(own is not None and abs(own - reported) > 2.1 / TEST for own in reached):
            checks.fail(catalogue.HISTORIES_MIXED_UP)


def test_one_figure_for_all_values(student, choice, rng):
    """draw_histories draws learning curves of every value into one figure and labels them with the values."""
    values = choice[1]
    if choice[0] == "batch_size":
        values = [int(value) for value in values]
    histories = [
        {key: np.round(rng.uniform(0.1, 0.9, 5), 6).tolist() for key in CURVES} for _ in values
    ]  # no two are alike
    figures = student.probe("drawn_figures", values, histories)
    if not figures:
        checks.fail(catalogue.NO_FIGURE)
    drawn = [[_is_drawn(history, figure) for history in histories] for figure in figures]
    best = int(np.argmax([sum(in_figure) for in_figure in drawn]))
    if not all(drawn[best]):
        if all(any(in_figure[index] for in_figure in drawn) for index in range(len(values))):
            checks.fail(catalogue.SEVERAL_FIGURES(found=len(figures)))
        checks.fail(catalogue.CURVES_MISSING(found=sum(drawn[best]), values=len(values)))
    if figures[best]["labels"] < len(values):
        checks.fail(catalogue.NO_LEGEND)


def _is_drawn(history: dict[str, list[float]], figure: dict) -> bool:
    """Whether some line of the figure is one of the four curves, or 1 − accuracy."""
    wanted = [np.asarray(history[key]) for key in CURVES]
    wanted += [1 - wanted[1], 1 - wanted[3], 100 * wanted[1], 100 * wanted[3]]
    lines = figure["lines"]
    return any(len(line) == len(curve) and np.allclose(line, curve) for line in lines for curve in wanted)


def _uses(run: dict, name: str, value: float) -> bool:
    """Whether a training had this value of the hyper-parameter."""
    if name == "learning_rate":
        return math.isclose(run["learning_rate"], value, rel_tol=1e-4)
    if name == "batch_size":
        return run["steps"] in (EPOCHS * math.ceil(TRAIN / value), EPOCHS * (TRAIN // int(value)))
    return any(math.isclose(rate, value, abs_tol=1e-6) for rate in run["rates"])


def _accuracy(run: dict, labels: np.ndarray) -> float | None:
    """The accuracy of the network after its training; None if its predictions could not be collected."""
    probabilities: Any = run["probabilities"]
    if not isinstance(probabilities, np.ndarray) or probabilities.shape != (len(labels), mnist.CLASSES):
        return None
    return mnist.accuracy(probabilities, labels)
