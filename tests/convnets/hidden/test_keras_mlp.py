"""2.5.2: the multi-layer perceptron and its handed-in model."""

from __future__ import annotations

import pytest

from autograder import checks
from tests.convnets.hidden import catalogue_mnist as catalogue
from tests.convnets.hidden.mnist_models import MLP, check_accuracy, check_predictions, value_of
from tests.convnets.hidden.mnist_training import BENT, TRIES, bend, check_training

pytestmark = pytest.mark.task("keras_mlp")


def test_has_a_hidden_dense_layer(student):
    """Every layer with weights is fully connected, and at least one of them is hidden; there is no convolution."""
    facts = value_of(student.probe("network_facts", MLP.make), MLP)
    if any("Conv" in name for layer in facts["layers"] for name in layer["classes"]):
        checks.fail(catalogue.CONVOLUTION_IN_MLP)
    dense = [layer for layer in facts["layers"] if layer["kernels"]]
    if len(dense) < 2:
        checks.fail(catalogue.NO_HIDDEN_LAYER)


def test_hidden_layers_have_an_activation(student, rng):
    """The scores are not linear in the pixels, so there is a nonlinear activation between two layers."""
    facts = value_of(student.probe("network_facts", MLP.make), MLP)
    dense = [layer for layer in facts["layers"] if layer["kernels"]]
    if len(dense) > 1 and dense[-1]["activation"] in ("relu", "sigmoid", "tanh"):
        checks.fail(catalogue.ACTIVATION_ON_SCORES(activation=dense[-1]["activation"]))
    if all(bend(student, MLP, rng) < BENT for _ in range(TRIES)):
        checks.fail(catalogue.NO_ACTIVATION)


def test_predicts_the_same_again(student, rng):
    """predict_digits gives probabilities without dropout, the same for an image whatever others are in the call."""
    check_predictions(student, MLP, rng)


@pytest.mark.task("keras_mlp", weight=1.5, last=True)
def test_training_returns_learning_curves(student, rng):
    """Training lowers the loss and changes every weight; the four curves are what the network reaches."""
    check_training(student, MLP, rng)


@pytest.mark.task("keras_mlp", weight=2.5)
def test_accuracy_of_the_handed_in_model(student, thresholds):
    """The model in mlp.keras reaches the accuracy asked for on the whole test set.

    Half of the marks are given at the pass mark, and they rise linearly from there to all of them.
    """
    check_accuracy(student, MLP, thresholds("keras_mlp"))
