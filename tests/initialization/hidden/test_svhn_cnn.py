"""T3.1-3: the convolutional network for house numbers, its size, its training and its handed-in weights."""

from __future__ import annotations

import math

import pytest

from autograder import checks
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.network_checks import check_modes, check_training
from tests.initialization.hidden.trained import SVHN, check_accuracy, check_report

pytestmark = pytest.mark.task("svhn_cnn")
OURS = {"all": 1_025, "without biases": 1_006, "convolutions": 112, "with buffers": 1_034}
"""Numbers of the network in the probe ``counts``: 3·4·9 + 4, batch norm 4 + 4, 144·6 + 6, 6·5 + 5."""


@pytest.fixture(scope="module")
def facts(student):
    return student.probe("network_facts", SVHN.make, SVHN.predict, list(SVHN.image_shape))


@pytest.fixture(scope="module")
def trained(evaluated):
    return evaluated(SVHN, "svhn_cnn.pt")


@pytest.mark.task("svhn_cnn", weight=0.75)
def test_is_a_convolutional_network(facts):
    """The network has convolutions."""
    if not any(len(shape) == 4 for shape in facts["shapes"].values()):
        checks.fail(catalogue.NO_CONVOLUTION)


@pytest.mark.task("svhn_cnn", weight=1.5)
def test_counts_every_parameter(student, facts):
    """count_parameters counts the weights and biases of all layers of any network."""
    counts = student.probe("counts")
    wrong_counts = [
        (catalogue.BIASES_NOT_COUNTED, OURS["without biases"]),
        (catalogue.ONLY_CONVOLUTIONS_COUNTED, OURS["convolutions"]),
        (catalogue.BUFFERS_COUNTED, OURS["with buffers"]),
        (catalogue.TENSORS_COUNTED, 8),
    ]
    what = "count_parameters of a network with batch normalisation"
    checks.parameter_count(counts["ours"], OURS["all"], what, wrong_counts)
    own = sum(math.prod(shape) for shape in facts["shapes"].values())
    checks.parameter_count(counts["own"], own, "count_parameters of your network")


def test_predicts_in_evaluation_mode(student, rng):
    """predict_svhn returns ten scores per image, always predicts in evaluation mode, and changes nothing."""
    images, _ = SVHN.split("train")
    check_modes(student, SVHN, images[rng.integers(len(images), size=8)])


@pytest.mark.task("svhn_cnn", last=True)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch, the losses fall, and every parameter changes."""
    check_training(student, SVHN, rng, count=520, epochs=3)


@pytest.mark.task("svhn_cnn", weight=5)
def test_accuracy_on_the_test_set(trained, thresholds):
    """The handed-in weights reach the required accuracy on the whole test set.

    The pass mark gives half of the marks; from there they rise linearly to full marks.
    """
    check_accuracy(trained, thresholds("svhn_cnn"))


@pytest.mark.task("svhn_cnn", weight=0.75)
def test_report_tells_what_the_weights_are(trained, facts):
    """The saved test accuracy and number of parameters are those of the weights. A file of weights alone passes."""
    if trained.report:
        check_report(trained.report.get("test_accuracy"), trained.accuracy, "the reported test_accuracy")
        own = sum(math.prod(shape) for shape in facts["shapes"].values())
        checks.parameter_count(trained.report.get("parameters"), own, "the reported number of parameters")
