"""2.5.2: the multi-layer perceptron and its handed-in model."""

from __future__ import annotations

import pytest

from autograder import checks
from tests.convnets.hidden.mnist_models import MLP, check_accuracy, check_predictions, value_of
from tests.convnets.hidden.mnist_training import BENT, TRIES, bend, check_training

pytestmark = pytest.mark.task("keras_mlp")


def test_has_a_hidden_dense_layer(student):
    """Every layer with weights is fully connected, and at least one of them is hidden; there is no convolution."""
    facts = value_of(student.probe("network_facts", MLP.make), MLP)
    if any("Conv" in name for layer in facts["layers"] for name in layer["classes"]):
        checks.fail("the network has a convolution; a perceptron has fully connected layers only.", "convolution")
    dense = [layer for layer in facts["layers"] if layer["kernels"]]
    if len(dense) < 2:
        checks.fail("the network has no hidden layer; a multi-layer perceptron has at least one.", "no hidden layer")


def test_hidden_layers_have_an_activation(student, rng):
    """The scores are not linear in the pixels: between two layers there is a nonlinear activation."""
    facts = value_of(student.probe("network_facts", MLP.make), MLP)
    dense = [layer for layer in facts["layers"] if layer["kernels"]]
    if len(dense) > 1 and dense[-1]["activation"] in ("relu", "sigmoid", "tanh"):
        checks.fail(
            f"the output layer has the activation {dense[-1]['activation']}; the softmax takes its scores as they are.",
            "activation on the scores",
        )
    if all(bend(student, MLP, rng) < BENT for _ in range(TRIES)):
        checks.fail(
            "the network computes a linear function of the pixels: the hidden layers have no activation.",
            "no activation",
        )


def test_predicts_the_same_again(student, rng):
    """predict_digits gives this network's probabilities without dropout, the same whatever images come together."""
    check_predictions(student, MLP, rng)


@pytest.mark.task("keras_mlp", weight=1.5)
def test_training_returns_learning_curves(student, rng):
    """Training lowers the loss, changes every weight, and returns the four curves with what the network reaches."""
    check_training(student, MLP, rng)


@pytest.mark.task("keras_mlp", weight=2.5)
def test_accuracy_of_the_handed_in_model(student, thresholds):
    """The model in mlp.keras reaches the accuracy asked for on the whole test set.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    check_accuracy(student, MLP, thresholds("keras_mlp"))
