"""P2: the convolutional network of the perceptron's size: what it is, how it trains, and the weights handed in."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest

from autograder import checks
from autograder.judge.student import StudentFailure
from tests.backprop.hidden.weights import CNN, check_accuracy, check_modes, check_training, handed_in, predicted

pytestmark = pytest.mark.task("cnn_same_size")
EPOCHS = 10
MOST = 10_000
"""Training images that the training error is measured on: its standard error is then below 0.002."""


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
        checks.fail("the network has no convolution: none of its parameters is a stack of filters.", "no convolution")


@pytest.mark.task("cnn_same_size", weight=1)
def test_has_the_size_of_the_perceptron(student, facts):
    """The number of trainable parameters is within 10 % of that of the perceptron of choose_architecture()."""
    hidden = checks.array(student.choose_architecture(), (2,), "choose_architecture()", "i", lists_ok=True)
    layers = [784, *hidden.tolist(), 10]
    perceptron = sum((n + 1) * m for n, m in itertools.pairwise(layers))
    ratio = sum(math.prod(shape) for shape in facts["shapes"]) / perceptron
    if not 0.9 <= ratio <= 1.1:
        checks.fail(
            f"the network has {ratio:.3g} times as many parameters as the perceptron; 0.9 to 1.1 is asked for.",
            "another size",
        )


@pytest.mark.task("cnn_same_size", weight=0.75)
def test_predicts_in_evaluation_mode(student, rng):
    """Predicting gives ten scores per image, in evaluation mode whatever mode the model is in, and changes nothing."""
    images, _ = CNN.split("train")
    some = images[rng.integers(len(images), size=8)]
    check_modes(student, CNN, some, lambda found: checks.array(found, (8, 10), "the result of predict_cnn"))


@pytest.mark.task("cnn_same_size", weight=0.75)
def test_training_lowers_the_loss(student, rng):
    """Training returns one loss per epoch, they fall, every parameter takes part, after_epoch is called."""
    check_training(student, CNN, rng, count=400, epochs=3)


@pytest.mark.task("cnn_same_size", weight=1)
def test_records_the_errors_of_ten_epochs(given, measured):
    """The report has ten training and ten validation errors, fractions, and the last ones are those of the weights.

    The training error may be off by 0.02 (some measure it on a part of the images), the validation error by 0.005.
    """
    if given.note:
        checks.fail(f"{given.note} Its errors cannot be compared.", "other data")
    for name, tolerance in (("train", 0.02), ("valid", 0.005)):
        what = f"{name}_errors of the report in cnn.pt"
        if f"{name}_errors" not in given.report:
            checks.fail(f"the report in cnn.pt has no {name}_errors.", "errors missing")
        errors = checks.array(given.report[f"{name}_errors"], (None,), what, lists_ok=True)
        if len(errors) != EPOCHS:
            checks.fail(f"{what}: {len(errors)} numbers are there, one for each of ten epochs is asked for.", "not ten")
        found = error_of(measured, name)
        if abs(errors[-1] - found) <= tolerance and errors.min() >= 0 and errors.max() <= 1:
            continue
        if errors.max() > 1 and abs(errors[-1] / 100 - found) <= tolerance:
            checks.fail(f"{what} are given in per cent; save fractions.", "per cent instead of a fraction")
        if abs(1 - errors[-1] - found) <= tolerance:
            checks.fail(f"{what} are accuracies; the error is 1 − accuracy.", "accuracy instead of error")
        checks.fail(f"{what}: the last one is not what the weights in the file reach.", "report and weights disagree")


@pytest.mark.task("cnn_same_size", weight=1)
def test_validation_images_were_not_trained_on(measured):
    """The network was trained on the training part alone.

    Suspected when the validation error is as small as the training error (within 3 standard errors) and at the same
    time less than a third of the test error (more than 4 standard errors below it).
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
        checks.fail(
            "the validation images are classified as well as the training images, far better than the test images: "
            "the network was trained on them too. Train on the training part of split_mnist only.",
            "validation images trained on",
        )


@pytest.mark.task("cnn_same_size", weight=3)
def test_accuracy_on_the_test_set(given, measured, thresholds):
    """The handed-in weights reach the accuracy asked for on the whole test set.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    classes, labels = measured["test"]
    correct = int((classes == labels).sum())
    check_accuracy(correct, len(labels), thresholds("cnn_same_size"), given.note, classes)


@pytest.mark.task("cnn_same_size", weight=1)
def test_is_better_than_the_perceptron(student, given, measured):
    """The convolutional network is more accurate than the perceptron: that of mlp.npz, else the reported one."""
    images, labels = CNN.split("test")
    classes = perceptron_classes(student, images)
    if classes is not None:
        better = error_of(measured, "test") < float((classes != labels).mean())
    else:
        claimed = checks.number(given.report.get("mlp_valid_accuracy"), "mlp_valid_accuracy of the report in cnn.pt")
        if not 0 <= claimed <= 1:
            checks.fail("mlp_valid_accuracy is no fraction between 0 and 1.", "per cent instead of a fraction")
        better = 1 - error_of(measured, "valid") > claimed
    if not better:
        checks.fail("the convolutional network is not better than the perceptron.", "not better than the perceptron")


def perceptron_classes(student, images):
    """What the perceptron of mlp.npz predicts; None where there is none that can be used (P1.6 looks at that)."""
    if not student.file("mlp.npz"):
        return None
    try:
        found = student.probe("predictions", "mlp.npz", images.reshape(len(images), -1))
    except StudentFailure:
        return None
    return found if isinstance(found, np.ndarray) and found.shape == (len(images),) else None
