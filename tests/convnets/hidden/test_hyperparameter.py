"""2.5.4: one hyper-parameter, its values, a training for each, one figure."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import mnist
from tests.convnets.hidden.mnist_models import CURVES, curves_of, split

pytestmark = pytest.mark.task("hyperparameter")

GIVEN = {"learning_rate": [3e-3, 1e-6, 3e-2], "batch_size": [100, 24, 60], "dropout": [0.5, 0.15, 0.35]}
"""Values that the tests train with: not in order, and not those of anyone's answer."""
TRAIN, TEST, EPOCHS = 256, 256, 2
"""Whole batches, as in ``mnist_training``."""


@pytest.fixture(scope="module")
def choice(student) -> tuple[str, list[float]]:
    """(name, values), checked for their form."""
    found = student.probe("hyperparameter_choice")
    if not isinstance(found, list) or len(found) != 2 or not isinstance(found[0], str):
        checks.fail("choose_hyperparameter returns no pair (name, values).", "no pair")
    name = found[0]
    if name not in GIVEN:
        checks.fail(
            'the name that choose_hyperparameter returns is none of "learning_rate", "dropout", "batch_size".',
            "another name",
        )
    values = checks.array(found[1], (None,), "the list of values", lists_ok=True)
    return name, values.tolist()


@pytest.fixture(scope="module")
def run(student, choice) -> dict:
    """One call of hyperparameter_histories with values of ours, for all tests."""
    images, labels = split("train")
    rng = np.random.default_rng(5)
    some = rng.choice(len(images), TRAIN + TEST, replace=False)
    fit, test = some[:TRAIN], some[TRAIN:]
    parts = [images[fit], labels[fit], images[test], labels[test]]
    found: dict = student.probe("history_runs", GIVEN[choice[0]], parts, EPOCHS)
    return found | {"labels": labels[test]}


@pytest.fixture(scope="module")
def curves(choice, run) -> list[dict[str, np.ndarray]]:
    """The histories as arrays, in the order of the values."""
    found, given = run["histories"], GIVEN[choice[0]]
    if not isinstance(found, list):
        checks.fail("hyperparameter_histories returns no list of learning curves.", "no list")
    if len(found) != len(given):
        checks.fail(
            f"hyperparameter_histories returns {len(found)} histories for {len(given)} values; return one for each.",
            "other number of histories",
        )
    return [curves_of(one, EPOCHS, CURVES, "the curves of a value") for one in found]


def test_values_span_a_wide_range(choice):
    """There are at least four different values over the range that the sheet asks for."""
    name, values = choice
    if len(set(values)) < 4:
        checks.fail(f"there are {len(set(values))} different values; take at least four.", "too few values")
    low, high = min(values), max(values)
    if name == "dropout":
        if low < 0 or high >= 1:
            checks.fail("a dropout probability is at least 0 and below 1.", "no probability")
        if high - low < 0.5 - 1e-9:
            checks.fail("the dropout probabilities differ by less than 0.5.", "range too small")
        return
    if low <= 0:
        checks.fail("a value is not above 0.", "not positive")
    if name == "batch_size" and any(value != int(value) for value in values):
        checks.fail("a batch size is a whole number.", "no whole number")
    least = 100 if name == "learning_rate" else 16
    if high < least * low * (1 - 1e-9):
        checks.fail(
            f"the largest value is {high / low:.3g} times the smallest; take a range of at least {least} times.",
            "range too small",
        )


def test_one_history_per_value(curves):
    """hyperparameter_histories returns the four curves for each of the values given, one number per epoch."""
    for first in range(len(curves)):
        for second in range(first):
            if np.array_equal(curves[first]["test_loss"], curves[second]["test_loss"]):
                checks.fail(
                    "two values have exactly the same test losses: has each value a training of its own?",
                    "same history",
                )


@pytest.mark.task("hyperparameter", weight=1.5)
def test_values_are_trained_with(choice, run):
    """A network is trained with each of the values given; the steps of the optimisers are watched."""
    name, given = choice[0], GIVEN[choice[0]]
    runs = run["runs"]
    if not runs:
        return  # an optimiser of the student's own, whose steps cannot be watched
    for value in given:
        if not any(_uses(one, name, value) for one in runs):
            checks.fail(
                f"no network is trained with some of the values given as {name.replace('_', ' ')}: "
                "use the argument `values`, not values of your own, and hand each on to the training.",
                "values not used",
            )


@pytest.mark.task("hyperparameter", weight=1.5)
def test_every_value_has_a_new_network(choice, run, curves):
    """Each value starts with a new network, and its history is that of the network trained with it.

    The test accuracy of the last epoch is compared with that of the network itself on the same images.
    """
    name, given = choice[0], GIVEN[choice[0]]
    runs = run["runs"]
    if any(one["again"] for one in runs) or (runs and len(runs) < len(given)):
        checks.fail(
            "a network that was trained with one value goes on with the next; make a new one for each.",
            "network shared",
        )
    for value, history in zip(given, curves, strict=True):
        reached = [_accuracy(one, run["labels"]) for one in runs if _uses(one, name, value)]
        told = float(history["test_accuracy"][-1])
        if reached and all(one is not None and abs(one - told) > 2.1 / TEST for one in reached):
            checks.fail(
                "a history is not that of the network trained with its value: the test accuracy of its last epoch is "
                "another. Are the histories in the order of the values?",
                "histories mixed up",
            )


def test_one_figure_for_all_values(student, choice, rng):
    """draw_histories draws learning curves of every value into one figure and says which are whose."""
    values = choice[1]
    if choice[0] == "batch_size":
        values = [int(value) for value in values]
    histories = [
        {key: np.round(rng.uniform(0.1, 0.9, 5), 6).tolist() for key in CURVES} for _ in values
    ]  # no two are alike
    figures = student.probe("drawn_figures", values, histories)
    if not figures:
        checks.fail("draw_histories draws no figure.", "no figure")
    drawn = [[_is_drawn(history, figure) for history in histories] for figure in figures]
    best = int(np.argmax([sum(one) for one in drawn]))
    if not all(drawn[best]):
        if all(any(one[index] for one in drawn) for index in range(len(values))):
            checks.fail(f"the curves are spread over {len(figures)} figures; draw them into one.", "several figures")
        checks.fail(
            f"the figure has curves of {sum(drawn[best])} of {len(values)} values only, if of any.", "curves missing"
        )
    if figures[best]["told"] < len(values):
        checks.fail("nothing in the figure tells which curve belongs to which value: add a legend.", "no legend")


def _is_drawn(history: dict[str, list[float]], figure: dict) -> bool:
    """Whether some line of the figure is one of the four curves, or 1 − accuracy."""
    wanted = [np.asarray(history[key]) for key in CURVES]
    wanted += [1 - wanted[1], 1 - wanted[3], 100 * wanted[1], 100 * wanted[3]]
    return any(len(line) == len(one) and np.allclose(line, one) for line in figure["lines"] for one in wanted)


def _uses(run: dict, name: str, value: float) -> bool:
    """Whether a training had this value of the hyper-parameter."""
    if name == "learning_rate":
        return math.isclose(run["learning_rate"], value, rel_tol=1e-4)
    if name == "batch_size":
        return run["steps"] in (EPOCHS * math.ceil(TRAIN / value), EPOCHS * (TRAIN // int(value)))
    return any(math.isclose(rate, value, abs_tol=1e-6) for rate in run["rates"])


def _accuracy(run: dict, labels: np.ndarray) -> float | None:
    """What the network reaches in the end; None where it could not be asked."""
    probabilities: Any = run["probabilities"]
    if not isinstance(probabilities, np.ndarray) or probabilities.shape != (len(labels), mnist.CLASSES):
        return None
    return mnist.accuracy(probabilities, labels)
