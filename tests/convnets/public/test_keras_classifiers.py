"""2.5.1 to 2.5.3: the three classifiers."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

IMAGES = (np.arange(60 * 784).reshape(60, 28, 28) * 7 % 256).astype(np.uint8)
"""Images of a pattern, not of digits."""
LABELS = (np.arange(60) % 10).astype(np.uint8)
CURVES = ("loss", "accuracy", "test_loss", "test_accuracy")


def _probabilities(student, make):
    reply = student.probe("new_predictions", make, [IMAGES[:7]], 0)
    if "problem" in reply:
        checks.fail(f"{make} returns a {reply['detail']}. Return one Keras model.")
    values = checks.array(reply["answers"][0], (7, 10), "the result of predict_digits")
    checks.close(values.sum(axis=1), np.ones(7), "the sum of the ten probabilities", 1e-3)


def _curves(student, make):
    split = [IMAGES[:40], LABELS[:40], IMAGES[40:], LABELS[40:]]
    reply = student.probe("brief_training", make, "train_classifier", split, 2)
    if "problem" in reply:
        checks.fail(f"{make} returns a {reply['detail']}. Return one Keras model.")
    checks.keys(reply["curves"], CURVES, "the curves of train_classifier")
    for name in CURVES:
        checks.array(reply["curves"][name], (2,), f'the list "{name}"')


@pytest.mark.task("keras_linear")
def test_linear_predicts_ten_probabilities(student):
    """predict_digits gives ten probabilities for each image."""
    _probabilities(student, "make_linear")


@pytest.mark.task("keras_linear")
def test_linear_training_returns_curves(student):
    """After two epochs of training, train_classifier returns four lists of two numbers."""
    _curves(student, "make_linear")


@pytest.mark.task("keras_mlp")
def test_mlp_predicts_ten_probabilities(student):
    """predict_digits gives ten probabilities for each image."""
    _probabilities(student, "make_mlp")


@pytest.mark.task("keras_mlp")
def test_mlp_training_returns_curves(student):
    """After two epochs of training, train_classifier returns four lists of two numbers."""
    _curves(student, "make_mlp")


@pytest.mark.task("keras_convnet")
def test_convnet_predicts_ten_probabilities(student):
    """predict_digits gives ten probabilities for each image."""
    _probabilities(student, "make_convnet")


@pytest.mark.task("keras_convnet")
def test_convnet_training_returns_curves(student):
    """After two epochs of training, train_classifier returns four lists of two numbers."""
    _curves(student, "make_convnet")
