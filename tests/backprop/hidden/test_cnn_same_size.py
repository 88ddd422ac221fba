"""P2: the convolutional network of the perceptron's size: its layers, its training, and the weights handed in."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from autograder import checks
from tests.backprop.hidden import catalogue_networks as catalogue
from tests.backprop.hidden.weights import CNN, check_accuracy, check_modes, check_training, handed_in, predicted

pytestmark = pytest.mark.task("cnn_same_size")
EPOCHS = 10
MOST = 10_000
"""Number of training images for the training error, whose standard error is then below 0.002."""


@pytest.fixture(scope="module")
def facts(student):
    return student.probe("network_facts", CNN.make, CNN.predict, list(CNN.image_shape))


@pytest.fixture(scope="module")
def given(student):
    return handed_in(student, CNN)


@pytest.fixture(scope="module")
def measured(student, given):
    """For the training, validation and test images: the predicted classes and the labels."""
    images, labels = CNN.split("train")
    last = len(images) // 6
    some = np.linspace(0, len(images) - last - 1, min(MOST, len(images) - last)).astype(int)
    sets = {"train": (images[some], labels[some]), "valid": (images[-last:], labels[-last:]), "test": CNN.split("test")}
    return {name: (predicted(student, CNN, x), y) for name, (x, y) in sets.items()}


def error_of(measured, name):
    classes, labels = measured[name]
    return float((classes != labels).mean())


@pytest.mark.task("cnn_same_size", weight=0.5)
def test_is_a_convolutional_network(facts):
    """The network has convolutions."""
    if not any(len(shape) == 4 for shape in facts["shapes"]):
        checks.fail(catalogue.NO_CONVOLUTION)


@pytest.mark.task("cnn_same_size", weight=1)
def test_has_the_size_of_the_perceptron(student, facts):
    """The number of trainable parameters is within 10 % of that of the perceptron of choose_architecture()."""
    hidden = checks.array(student.choose_architecture(), (2,), "choose_architecture()", "i")
    layers = [784, *hidden.tolist(), 10]
    perceptron = sum((n + 1) * m for n, m in itertools.pairwise(layers))
    ratio = sum(math.prod(shape) for shape in facts["shapes"]) / perceptron
    if not 0.9 <= ratio <= 1.1:
        checks.fail(catalogue.OTHER_SIZE(ratio=ratio))


@pytest.mark.task("cnn_same_size", weight=0.75)
def test_predicts_in_evaluation_mode(student, rng):
    """predict_cnn returns ten scores per image, works in evaluation mode whatever the model's mode, changes nothing."""
    images, _ = CNN.split("train")
    some = images[rng.integers(len(images), size=8)]
    check_modes(student, CNN, some, lambda scores: checks.array(scores, (8, 10), "the result of predict_cnn"))


@pytest.mark.task("cnn_same_size", weight=0.75, last=True)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch; the losses fall, every parameter changes, after_epoch is called."""
    check_training(student, CNN, rng, count=400, epochs=3)


@pytest.mark.task("cnn_same_size", weight=1)
def test_records_the_errors_of_ten_epochs(given, measured):
    """The report has ten training errors and ten validation errors as fractions; the weights reach the last of each.

    The training error may be off by 0.02 (some students measure it on a part of the images), the validation error by
    0.005.
    """
    if given.of_stand_in:
        checks.fail(catalogue.ERRORS_OF_STAND_IN(file=CNN.file))
    for name, tolerance in (("train", 0.02), ("valid", 0.005)):
        what = f"the list {name}_errors of the report in cnn.pt"
        if f"{name}_errors" not in given.report:
            checks.fail(catalogue.ERRORS_MISSING(errors=f"{name}_errors"))
        errors = checks.array(given.report[f"{name}_errors"], (None,), what)
        if len(errors) != EPOCHS:
            checks.fail(catalogue.NOT_TEN_ERRORS(found=len(errors)), what)
        reached = error_of(measured, name)
        if abs(errors[-1] - reached) <= tolerance and errors.min() >= 0 and errors.max() <= 1:
            continue
        if errors.max() > 1 and abs(errors[-1] / 100 - reached) <= tolerance:
            checks.fail(catalogue.IN_PER_CENT, what)
        if abs(1 - errors[-1] - reached) <= tolerance:
            checks.fail(catalogue.ACCURACIES, what)
        checks.fail(catalogue.REPORT_UNLIKE_WEIGHTS, what)


@pytest.mark.task("cnn_same_size", weight=1)
def test_validation_images_were_not_trained_on(measured):
    """The network was trained on the training part alone.

    The test suspects otherwise when the validation error is as small as the training error (within 3 standard errors)
    and at the same time less than a third of the test error (more than 4 standard errors below it).
    """
    errors = {name: error_of(measured, name) for name in measured}
    variance = {name: max(e * (1 - e), 1e-4) / len(measured[name][1]) for name, e in errors.items()}
    like_train = errors["valid"] - errors["train"] < 3 * math.sqrt(variance["valid"] + variance["train"])
    gap = errors["test"] - errors["valid"]
    if (
        like_train
        and 3 * errors["valid"] < errors["test"]
        and gap > 4 * math.sqrt(variance["valid"] + variance["test"])
    ):
        checks.fail(catalogue.VALIDATION_TRAINED_ON)


@pytest.mark.task("cnn_same_size", weight=3)
def test_accuracy_on_the_test_set(given, measured, thresholds):
    """The handed-in weights reach the required accuracy on the whole test set.

    You get half of the marks at the pass mark; from there they rise linearly to all of them at the full mark.
    """
    classes, labels = measured["test"]
    correct = int((classes == labels).sum())
    check_accuracy(correct, thresholds("cnn_same_size"), given, classes, CNN)


@pytest.mark.task("cnn_same_size", weight=1)
def test_is_better_than_the_perceptron(student, given, measured):
    """The convolutional network is more accurate than the perceptron of mlp.npz (without the file: of the report)."""
    images, labels = CNN.split("test")
    classes = perceptron_classes(student, images)
    if classes is not None:
        better = error_of(measured, "test") < float((classes != labels).mean())
    else:
        claimed = checks.number(
            given.report.get("mlp_valid_accuracy"), "the number mlp_valid_accuracy of the report in cnn.pt"
        )
        if not 0 <= claimed <= 1:
            checks.fail(catalogue.NO_FRACTION)
        better = 1 - error_of(measured, "valid") > claimed
    if not better:
        checks.fail(catalogue.NOT_BETTER)


def perceptron_classes(student, images):
    """Classes (N,) that the perceptron of mlp.npz predicts; None where no such file can be used (P1.6 checks that)."""
    if not student.file("mlp.npz"):
        return None
    try:
        classes = student.probe("predictions", "mlp.npz", images.reshape(len(images), -1))
    except checks.StudentFailure:
        return None
    return classes if isinstance(classes, np.ndarray) and classes.shape == (len(images),) else None
