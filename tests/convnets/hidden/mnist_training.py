"""What is tested of all three classifiers of digits: how they are trained, and whether they are linear."""

from __future__ import annotations

import numpy as np

from autograder import checks
from autograder.checks import Mistake, Statement
from solutions.convnets import mnist
from tests.convnets.hidden import catalogue_mnist as catalogue
from tests.convnets.hidden.mnist_models import (
    CURVES,
    Model,
    as_probabilities,
    centred_scores,
    check_learning,
    curves_of,
    some_images,
    split,
    value_of,
)

Candidates = list[tuple[Mistake | Statement, float]]
EPOCHS = 3
TRAIN, TEST = 768, 255
"""Whole batches to train on, for the usual sizes: Keras traces a step once more for a batch of another size, and that
takes longer than the training. An odd number to test on: no accuracy is its own opposite, the error."""
BATCHES = (20, 32, 64, 100, 128)
"""Batch sizes that students use."""
BENT = 2e-4
"""``bend`` gives more for networks that are not linear, and less for linear ones."""
TRIES = 3
"""New networks that are tested: in a small one, it can happen that no image switches a ReLU."""
VANISHING = 1e-25
"""Smaller probabilities say nothing about the scores: float32 ends at 1e-38."""


def check_training(
    student: checks.Student, model: Model, rng: np.random.Generator, *, cross_entropy: bool = False
) -> None:
    """A short training returns curves of every epoch. Those of the test images are what the trained network reaches.

    The training images are of two classes: any training that works learns within a few steps that there are no others.
    Some test images are of a third one, so that training and test accuracy differ. With ``cross_entropy``, the
    test loss must be the cross-entropy, to which the network's own penalties may be added.
    """
    x_train, y_train, x_test, y_test = _two_classes_and_a_third(rng)
    given = [x_train, y_train, x_test, y_test]
    training = value_of(student.probe("brief_training", model.make, model.train, given, EPOCHS), model)
    curves = curves_of(training["curves"], EPOCHS, CURVES, "the curves of train_classifier")
    on_train, on_test = (as_probabilities(p, len(x)) for p, x in zip(training["predictions"], given[::2], strict=True))
    check_learning(training, curves, model)
    if np.array_equal(curves["loss"], curves["test_loss"]):
        checks.fail(catalogue.TRAINING_CURVE_TWICE)
    right = mnist.accuracy(on_test, y_test)
    wrong: Candidates = [
        (catalogue.ON_TRAINING_IMAGES, mnist.accuracy(on_train, y_train)),
        (catalogue.TRAINING_ACCURACY, curves["accuracy"][-1]),
        *_accuracies_of_one_batch(on_test, y_test),
    ]
    what = "the test accuracy of the last epoch"
    others = [(mistake, value) for mistake, value in wrong if abs(value - right) > 0.01]
    others.append((catalogue.WRONG_PREDICTIONS, 1 - right))  # never equal to the right one, because TEST is odd
    checks.close(curves["test_accuracy"][-1], right, what, rtol=2e-3, candidates=others)
    loss, right_loss = float(curves["test_loss"][-1]), mnist.cross_entropy(on_test, y_test)
    twice = mnist.cross_entropy(np.exp(on_test) / np.exp(on_test).sum(axis=1, keepdims=True), y_test)
    if abs(loss - twice) < 1e-3 * twice and abs(right_loss - twice) > 0.02 * twice:
        checks.fail(catalogue.SOFTMAX_TWICE)
    right_losses = mnist.cross_entropies(on_test, y_test)
    near = min(abs(loss - value - training["penalty"]) / value for value in right_losses)
    if cross_entropy and near > 2e-3:
        _check_loss(loss, right_loss, on_train, y_train, on_test, y_test)


def _accuracies_of_one_batch(on_test: np.ndarray, y_test: np.ndarray) -> Candidates:
    """The accuracies of the first and of the last batch alone, for the usual batch sizes."""
    accuracies: Candidates = []
    for size in BATCHES:
        for which, part in (("first", slice(size)), ("last", slice(-(TEST % size) or -size, None))):
            mistake = catalogue.ONE_BATCH(which=which, size=size)
            accuracies.append((mistake, mnist.accuracy(on_test[part], y_test[part])))
    return accuracies


def _check_loss(
    loss: float, right: float, on_train: np.ndarray, y_train: np.ndarray, on_test: np.ndarray, y_test: np.ndarray
) -> None:
    squares = (on_test - np.eye(mnist.CLASSES)[y_test]) ** 2
    wrong: Candidates = [
        (catalogue.MEAN_SQUARED_ERROR, float(squares.mean())),
        (catalogue.SQUARED_ERROR, float(squares.sum(axis=1).mean())),
        (catalogue.ON_TRAINING_IMAGES, mnist.cross_entropy(on_train, y_train)),
    ]
    for size in BATCHES:
        last = slice(-(len(y_test) % size) or -size, None)
        mistake = catalogue.ONE_BATCH(which="last", size=size)
        wrong.append((mistake, mnist.cross_entropy(on_test[last], y_test[last])))
    checks.close(loss, right, "the test loss of the last epoch, the cross-entropy,", rtol=2e-3, candidates=wrong)


def _two_classes_and_a_third(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Images and labels for training and for test. The third class comes in one block: no batch is like the whole."""
    images, labels = split("train")
    first, second, third = rng.choice(mnist.CLASSES, 3, replace=False)
    known = rng.permutation(np.flatnonzero((labels == first) | (labels == second)))[: TRAIN + TEST]
    other = rng.choice(np.flatnonzero(labels == third), TEST // 3, replace=False)
    few, rest = np.split(known[TRAIN : TRAIN + TEST - TEST // 3], [10])
    chosen = np.concatenate([few, other, rest])
    return images[known[:TRAIN]], labels[known[:TRAIN]], images[chosen], labels[chosen]


def bend(student: checks.Student, model: Model, rng: np.random.Generator) -> float:
    """How far the scores of a new network are from linear in the pixels: 0 for a linear model, 1 is a lot.

    Compares the scores of the image halfway between two images with the mean of their scores. The images are dark, and
    darker still if pixels are not scaled and probabilities therefore vanish. All have one equally bright corner, so
    that a prediction that divides by the brightest pixel is linear too. Measured: below 1e-5 for linear models, above
    1e-3 for networks with a hidden layer of sigmoid, tanh or ReLU units, except small ones whose ReLUs no image
    switches.
    """
    bright, seed = some_images(rng, 40, "train"), int(rng.integers(2**31))
    for step in (8, 16, 32, 64):
        images = bright // step * 2
        images[:, 0, 0] = 255 // step * 2
        first, second = images[:20], images[20:]
        batches = [first, second, (first // 2 + second // 2).astype(np.uint8)]
        reply = value_of(student.probe("new_predictions", model.make, batches, seed), model)
        probabilities = [as_probabilities(answer, 20) for answer in reply["answers"]]
        if min(values.min() for values in probabilities) > VANISHING:
            break
    a, b, middle = map(centred_scores, probabilities)
    scale = float(np.abs(a - b).max())
    return float(np.abs(middle - (a + b) / 2).max()) / max(scale, 1e-6)
