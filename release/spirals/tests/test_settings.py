"""1c: three to five networks with different settings."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("settings")

X = np.linspace(-1, 1, 48).reshape(24, 2) ** 3
Y = (np.arange(24) % 3).astype(np.uint8)


def test_number_of_settings(student):
    """SETTINGS is a list of three to five dictionaries."""
    settings = student.SETTINGS()
    if not isinstance(settings, list) or not all(isinstance(setting, dict) for setting in settings):
        checks.fail("SETTINGS is not a list of dictionaries.")
    if len(settings) not in (3, 4, 5):
        checks.fail(f"SETTINGS has {len(settings)} entries. Three to five are required.")


def test_first_setting_can_be_trained(student):
    """train_setting accepts the first setting and returns a function that gives every point a class."""
    classes = student.probe("setting_predictions", 0, 1 / 1000, 1, X, Y, [X[:5]])[0]
    checks.array(classes, (5,), "the result of predict")


def test_accuracy_of_perfect_and_of_wrong_predictions(student):
    """training_accuracy is 1 if all classes are correct, and 0 if none is."""
    checks.close(student.probe("accuracy_of_labels", X, Y, Y), 1.0, "the training accuracy")
    wrong = student.probe("accuracy_of_labels", X, Y, (Y + 1) % 3)
    checks.close(wrong, 0.0, "the training accuracy of predictions that are all wrong", atol=1e-9)
