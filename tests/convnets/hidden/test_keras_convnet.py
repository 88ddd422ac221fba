"""2.5.3: the convolutional network and its handed-in model, compared with the other two."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from tests.convnets.hidden.mnist_models import (
    CONVNET,
    LINEAR,
    MLP,
    check_accuracy,
    check_predictions,
    handed_in,
    predicted,
    split,
    value_of,
)
from tests.convnets.hidden.mnist_training import check_training

pytestmark = pytest.mark.task("keras_convnet")


def test_convolution_pooling_dense(student):
    """Images pass through Conv2D and MaxPooling2D layers, and the last layer with weights is Dense."""
    facts = value_of(student.probe("network_facts", CONVNET.make), CONVNET)
    layers = facts["layers"]
    names = {name for layer in layers for name in layer["classes"]}
    if not any(name.endswith("Conv2D") for name in names):
        checks.fail("no Conv2D layer takes part in the network.", "no convolution")
    if "MaxPooling2D" not in names:
        other = " AveragePooling2D is another kind." if "AveragePooling2D" in names else ""
        checks.fail(f"no MaxPooling2D layer takes part in the network.{other}", "no max-pooling")
    last = [layer for layer in layers if layer["kernels"]][-1]
    if "Dense" not in last["classes"]:
        checks.fail(
            f"the last layer with weights is {last['classes'][0]}; end with a fully connected layer just before the "
            "output.",
            "no dense layer before the output",
        )
    if last["activation"] in ("relu", "sigmoid", "tanh"):
        checks.fail(
            f"the output layer has the activation {last['activation']}; the softmax takes its scores as they are.",
            "activation on the scores",
        )


def test_predicts_the_same_again(student, rng):
    """predict_digits gives this network's probabilities without dropout, the same whatever images come together."""
    check_predictions(student, CONVNET, rng)


@pytest.mark.task("keras_convnet", weight=1.5)
def test_training_returns_learning_curves(student, rng):
    """Training lowers the loss, changes every weight, and returns the four curves with what the network reaches."""
    check_training(student, CONVNET, rng)


@pytest.mark.task("keras_convnet", weight=2.5)
def test_accuracy_of_the_handed_in_model(student, thresholds):
    """The model in convnet.keras reaches the accuracy asked for on the whole test set.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    check_accuracy(student, CONVNET, thresholds("keras_convnet"))


def test_is_better_than_the_other_two(student):
    """On the same test images convnet.keras is right more often than linear.keras and than mlp.keras."""
    _, labels = split("test")
    right = {
        model.stem: int(np.sum(predicted(student, model, handed_in(student, model).file) == labels))
        for model in (CONVNET, LINEAR, MLP)
    }
    for other in ("linear", "mlp"):
        if right["convnet"] <= right[other]:
            checks.fail(
                f"on the test images convnet.keras is right {right['convnet']} times and {other}.keras "
                f"{right[other]} times; train the convolutional network until it is better.",
                "convnet not the best",
            )
