"""2.5.4: one hyper-parameter, its values and their learning curves."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("hyperparameter")

IMAGES = (np.arange(60 * 784).reshape(60, 28, 28) * 7 % 256).astype(np.uint8)
LABELS = (np.arange(60) % 10).astype(np.uint8)
VALUES = {"learning_rate": [0.001, 0.01], "batch_size": [16, 32], "dropout": [0.1, 0.4]}


def _choice(student):
    choice = student.probe("hyperparameter_choice")
    if not isinstance(choice, list) or len(choice) != 2 or choice[0] not in VALUES:
        checks.fail(
            'choose_hyperparameter does not return a pair of a name ("learning_rate", "dropout" or "batch_size") and a '
            "list of values."
        )
    return choice


def test_at_least_four_values(student):
    """There are at least four different values."""
    values = checks.array(_choice(student)[1], (None,), "the list of values")
    if len(set(values.tolist())) < 4:
        checks.fail("there are fewer than four different values.")


def test_histories_have_one_entry_per_value(student):
    """Two values give two dictionaries of learning curves."""
    values = VALUES[_choice(student)[0]]
    split = [IMAGES[:40], LABELS[:40], IMAGES[40:], LABELS[40:]]
    histories = student.probe("history_runs", values, split, 2)["histories"]
    if not isinstance(histories, list) or len(histories) != len(values):
        checks.fail("hyperparameter_histories does not return a list with one entry for each value.")
    for history in histories:
        checks.keys(history, ["loss", "accuracy", "test_loss", "test_accuracy"], "an entry of the list")


def test_curves_are_drawn_into_one_figure(student):
    """draw_histories makes one figure with at least as many lines as there are values."""
    values = VALUES[_choice(student)[0]]
    history = {key: [0.5, 0.25] for key in ("loss", "accuracy", "test_loss", "test_accuracy")}
    figures = student.probe("drawn_figures", values, [history, history])
    if not any(len(figure["lines"]) >= len(values) for figure in figures):
        checks.fail("there is no figure with a line for every value.")
