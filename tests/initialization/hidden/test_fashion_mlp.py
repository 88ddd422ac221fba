"""T2.1-2: the multilayer perceptron for FashionMNIST, its training and its handed-in weights."""

from __future__ import annotations

import pytest

from autograder import checks
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.network_checks import check_modes, check_training
from tests.initialization.hidden.trained import FASHION, check_accuracy, check_report

pytestmark = pytest.mark.task("fashion_mlp")


@pytest.fixture(scope="module")
def trained(evaluated):
    return evaluated(FASHION, "fashion_mlp.pt")


def test_is_a_multilayer_perceptron(student):
    """The network has fully connected layers, at least one of them hidden, and no convolution."""
    facts = student.probe("network_facts", FASHION.make, FASHION.predict, list(FASHION.image_shape))
    if any("_ConvNd" in kinds for kinds in facts["kinds"]) or any(len(shape) > 2 for shape in facts["shapes"].values()):
        checks.fail(catalogue.HAS_CONVOLUTION)
    if sum(len(shape) == 2 for shape in facts["shapes"].values()) < 2:
        checks.fail(catalogue.NO_HIDDEN_LAYER)


def test_predicts_in_evaluation_mode(student, rng):
    """predict_fashion returns ten scores per image, always predicts in evaluation mode, and changes nothing."""
    images, _ = FASHION.split("train")
    check_modes(student, FASHION, images[rng.integers(len(images), size=16)])


@pytest.mark.task("fashion_mlp", weight=1.5, last=True)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch, the losses fall, and every parameter changes."""
    check_training(student, FASHION, rng, count=1_500, epochs=3)


@pytest.mark.task("fashion_mlp", weight=7)
def test_accuracy_on_the_test_set(trained, thresholds):
    """The handed-in weights reach the required accuracy on the whole test set.

    The pass mark gives half of the marks; from there they rise linearly to full marks.
    """
    check_accuracy(trained, thresholds("fashion_mlp"))


@pytest.mark.task("fashion_mlp", weight=0.5)
def test_report_tells_the_measured_accuracy(trained):
    """The test accuracy saved with the weights is what these weights reach. A file of weights alone passes."""
    if trained.report:
        check_report(trained.report.get("test_accuracy"), trained.accuracy, "the reported test_accuracy")
