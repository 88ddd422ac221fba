"""2.5.3: the convolutional network and its handed-in model, compared with the other two."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from tests.convnets.hidden import catalogue_mnist as catalogue
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
    """Images pass through Conv2D and MaxPooling2D layers, and the last layer with weights is a Dense layer."""
    facts = value_of(student.probe("network_facts", CONVNET.make), CONVNET)
    layers = facts["layers"]
    names = {name for layer in layers for name in layer["classes"]}
    if not any(name.endswith("Conv2D") for name in names):
        checks.fail(catalogue.NO_CONVOLUTION)
    if "MaxPooling2D" not in names:
        checks.fail(catalogue.AVERAGE_POOLING if "AveragePooling2D" in names else catalogue.NO_MAX_POOLING)
    last = [layer for layer in layers if layer["kernels"]][-1]
    if "Dense" not in last["classes"]:
        checks.fail(catalogue.NO_DENSE_LAYER(layer=last["classes"][0]))
    if last["activation"] in ("relu", "sigmoid", "tanh"):
        checks.fail(catalogue.ACTIVATION_ON_SCORES(activation=last["activation"]))


def test_predicts_the_same_again(student, rng):
    """predict_digits gives probabilities without dropout, the same for an image whatever others are in the call."""
    check_predictions(student, CONVNET, rng)


@pytest.mark.task("keras_convnet", weight=1.5, last=True)
def test_training_returns_learning_curves(student, rng):
    """Training lowers the loss and changes every weight; the four curves are what the network reaches."""
    check_training(student, CONVNET, rng)


@pytest.mark.task("keras_convnet", weight=2.5)
def test_accuracy_of_the_handed_in_model(student, thresholds):
    """The model in convnet.keras reaches the accuracy asked for on the whole test set.

    Half of the marks are given at the pass mark, and they rise linearly from there to all of them.
    """
    check_accuracy(student, CONVNET, thresholds("keras_convnet"))


def test_is_better_than_the_other_two(student):
    """On the same test images, convnet.keras is right more often than linear.keras and than mlp.keras."""
    _, labels = split("test")
    right = {
        model.stem: int(np.sum(predicted(student, model, handed_in(student, model).file) == labels))
        for model in (CONVNET, LINEAR, MLP)
    }
    for other in ("linear", "mlp"):
        if right["convnet"] <= right[other]:
            times = {"convnet": right["convnet"], "others": right[other]}
            checks.fail(catalogue.CONVNET_NOT_BEST(other=f"{other}.keras", **times))
