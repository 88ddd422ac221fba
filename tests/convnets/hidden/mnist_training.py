"""Claims that all three classifiers of digits are held to: how they are trained, and whether they are linear."""

from __future__ import annotations

import numpy as np

from autograder import checks
from autograder.judge.student import StudentFunctions
from solutions.convnets import mnist
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

EPOCHS = 3
TRAIN, TEST = 768, 255
"""Whole batches to train on, for the usual sizes: Keras traces a step once more for a batch of another size, and that
takes longer than the training. An odd number to test on: no accuracy is its own opposite, the error."""
BATCHES = (20, 32, 64, 100, 128)
"""Sizes that are used."""
BENT = 2e-4
"""More is what ``bend`` gives for networks that are not linear, and for no other."""
TRIES = 3
"""New networks that are looked at: in a small one it may be that no image switches a ReLU."""
VANISHING = 1e-25
"""Smaller probabilities tell nothing of the scores: float32 ends at 1e-38."""


def check_training(
    student: StudentFunctions, model: Model, rng: np.random.Generator, *, cross_entropy: bool = False
) -> None:
    """A short training: curves of every epoch, those of the test being what the trained network reaches.

    The training images are of two classes: any training that works learns within a few steps that there are no others.
    Some test images are of a third one, so that training and test accuracy differ. With ``cross_entropy`` the
    test loss must be the cross-entropy, to which the network's own penalties may be added.
    """
    x_train, y_train, x_test, y_test = _two_classes_and_a_third(rng)
    given = [x_train, y_train, x_test, y_test]
    found = value_of(student.probe("brief_training", model.make, model.train, given, EPOCHS), model)
    curves = curves_of(found["curves"], EPOCHS, CURVES, "the curves of train_classifier")
    on_train, on_test = (as_probabilities(p, len(x)) for p, x in zip(found["predictions"], given[::2], strict=True))
    check_learning(found, curves, model)
    if np.array_equal(curves["loss"], curves["test_loss"]):
        checks.fail("the test loss is the training loss.", "training curve as test curve")
    right = mnist.accuracy(on_test, y_test)
    wrong = {
        "it is that on the training images": mnist.accuracy(on_train, y_train),
        "it is the training accuracy of the last epoch": curves["accuracy"][-1],
    }
    for size in BATCHES:
        for which, part in (("first", slice(size)), ("last", slice(-(TEST % size) or -size, None))):
            told = f"it is that of the {which} batch only ({size} a batch)"
            wrong[told] = mnist.accuracy(on_test[part], y_test[part])
    what = "the test accuracy of the last epoch"
    others = {name: value for name, value in wrong.items() if abs(value - right) > 0.01}
    others["it is the share of wrong predictions"] = 1 - right  # never the right one: TEST is odd
    checks.close(curves["test_accuracy"][-1], right, what, rtol=2e-3, candidates=others)
    loss, right_loss = float(curves["test_loss"][-1]), mnist.cross_entropy(on_test, y_test)
    twice = mnist.cross_entropy(np.exp(on_test) / np.exp(on_test).sum(axis=1, keepdims=True), y_test)
    if abs(loss - twice) < 1e-3 * twice and abs(right_loss - twice) > 0.02 * twice:
        checks.fail(
            "the loss takes a second softmax of the probabilities (from_logits=True belongs to scores).",
            "softmax twice",
        )
    from_scores = mnist.cross_entropy(on_test, y_test, least=1e-45)
    near = min(abs(loss - one - found["penalty"]) / one for one in (right_loss, from_scores))
    if cross_entropy and near > 2e-3:
        _check_loss(loss, right_loss, on_train, y_train, on_test, y_test)


def _check_loss(
    loss: float, right: float, on_train: np.ndarray, y_train: np.ndarray, on_test: np.ndarray, y_test: np.ndarray
) -> None:
    squares = (on_test - np.eye(mnist.CLASSES)[y_test]) ** 2
    wrong = {
        "it is the mean squared error; minimise the cross-entropy": float(squares.mean()),
        "it is a squared error; minimise the cross-entropy": float(squares.sum(axis=1).mean()),
        "it is that on the training images": mnist.cross_entropy(on_train, y_train),
    }
    for size in BATCHES:
        last = slice(-(len(y_test) % size) or -size, None)
        wrong[f"it is that of the last batch only ({size} a batch)"] = mnist.cross_entropy(on_test[last], y_test[last])
    checks.close(loss, right, "the test loss of the last epoch, the cross-entropy,", rtol=2e-3, candidates=wrong)


def _two_classes_and_a_third(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
    """Images and labels for training and for test. The third class stands together: no batch is like the whole."""
    images, labels = split("train")
    first, second, third = rng.choice(mnist.CLASSES, 3, replace=False)
    known = rng.permutation(np.flatnonzero((labels == first) | (labels == second)))[: TRAIN + TEST]
    other = rng.choice(np.flatnonzero(labels == third), TEST // 3, replace=False)
    few, rest = np.split(known[TRAIN : TRAIN + TEST - TEST // 3], [10])
    chosen = np.concatenate([few, other, rest])
    return images[known[:TRAIN]], labels[known[:TRAIN]], images[chosen], labels[chosen]


def bend(student: StudentFunctions, model: Model, rng: np.random.Generator) -> float:
    """How far the scores of a new network are from linear in the pixels: 0 for a linear model, 1 is a lot.

    The scores of the image half way between two images are compared with the mean of theirs. The images are dark, and
    darker still where pixels are not scaled and probabilities therefore vanish. In one corner all are equally bright,
    so that a prediction which divides by the brightest pixel is linear too. Measured: below 1e-5 for linear models,
    above 1e-3 for networks with a hidden layer of sigmoid, tanh or ReLU units, but for small ones whose ReLUs no image
    switches.
    """
    bright, seed = some_images(rng, 40, "train"), int(rng.integers(2**31))
    for step in (8, 16, 32, 64):
        images = bright // step * 2
        images[:, 0, 0] = 255 // step * 2
        one, two = images[:20], images[20:]
        batches = [one, two, (one // 2 + two // 2).astype(np.uint8)]
        found = value_of(student.probe("new_predictions", model.make, batches, seed), model)
        probabilities = [as_probabilities(answer, 20) for answer in found["answers"]]
        if min(one.min() for one in probabilities) > VANISHING:
            break
    a, b, middle = map(centred_scores, probabilities)
    scale = float(np.abs(a - b).max())
    return float(np.abs(middle - (a + b) / 2).max()) / max(scale, 1e-6)
