"""2.5.1: the linear model, the functions that predict and train, and the handed-in model."""

from __future__ import annotations

import pytest

from autograder import checks
from solutions.convnets.mnist import CLASSES, LINEAR_PARAMETERS
from tests.convnets.hidden import catalogue_mnist as catalogue
from tests.convnets.hidden.mnist_models import LINEAR, check_accuracy, check_predictions, value_of
from tests.convnets.hidden.mnist_training import BENT, TRIES, bend, check_training

pytestmark = pytest.mark.task("keras_linear")


def test_one_layer_of_7850_parameters(student):
    """The model has 7,850 parameters in one fully connected layer, and no hidden layer."""
    facts = value_of(student.probe("network_facts", LINEAR.make), LINEAR)
    layers = [layer for layer in facts["layers"] if layer["kernels"]]
    if len(layers) > 1:
        checks.fail(catalogue.HIDDEN_LAYER(found=len(layers)))
    wrong = [(catalogue.BIASES_MISSING, LINEAR_PARAMETERS - CLASSES)]
    checks.parameter_count(facts["parameters"], LINEAR_PARAMETERS, "the number of trainable parameters", wrong)


def test_scores_are_linear(student, rng):
    """The scores before the softmax are a linear function of the pixels, plus a bias."""
    if any(bend(student, LINEAR, rng) > BENT for _ in range(TRIES)):
        checks.fail(catalogue.NOT_LINEAR)


def test_predicts_probabilities(student, rng):
    """predict_digits gives ten probabilities for an image, the same in any batch, and changes nothing."""
    check_predictions(student, LINEAR, rng)


@pytest.mark.task("keras_linear", weight=1.5, last=True)
def test_training_returns_learning_curves(student, rng):
    """Training minimises the cross-entropy; the four curves it returns are what the model reaches.

    The test loss of the last epoch is compared with the cross-entropy of what the trained model predicts.
    """
    check_training(student, LINEAR, rng, cross_entropy=True)


@pytest.mark.task("keras_linear", weight=2.5)
def test_accuracy_of_the_handed_in_model(student, thresholds):
    """The model in linear.keras reaches the accuracy asked for on the whole test set.

    Half of the marks are given at the pass mark, and they rise linearly from there to all of them.
    """
    check_accuracy(student, LINEAR, thresholds("keras_linear"))
