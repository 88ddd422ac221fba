"""P4.2: the given network's filters, the confusion matrix, and the trained weights."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import torch

from autograder import checks
from solutions.autoencoders.reconstruction import confusion_matrix
from tests.autoencoders.hidden.digits import BATCH, check_file, parts, split

pytestmark = pytest.mark.task("mnist_cnn")
FILE = "mnist_cnn.pt"
SHAPES = [[40, 1, 5, 5], [40], [80, 40, 5, 5], [80], [500, 1280], [500], [10, 500], [10]]
"""726,630 parameters."""


@pytest.mark.task("mnist_cnn", weight=2)
def test_first_filters(student, rng):
    """first_filters returns the 40 filters of the first convolution, each 5 × 5, and leaves them as they are."""
    weight = rng.normal(size=(40, 1, 5, 5)).astype(np.float32)
    found = student.probe("filters_of", torch.from_numpy(weight))
    filters = found["filters"]
    if isinstance(filters, np.ndarray) and filters.shape == (40, 1, 5, 5):
        checks.fail("the filters have shape (40, 1, 5, 5): drop the axis of the one input channel.", "axis of length 1")
    filters = checks.array(filters, (40, 5, 5), "the filters", lists_ok=True)
    wrong = {
        "each filter is transposed": weight[:, 0].transpose(0, 2, 1),
        "each filter is scaled to 0 … 1": _scaled(weight[:, 0]),
        "all filters are scaled to 0 … 1 together": (weight[:, 0] - weight.min()) / np.ptp(weight),
    }
    checks.close(filters, weight[:, 0], "the filters", candidates=wrong)
    checks.not_mutated(weight, found["weight"], "the network's weight")


def _scaled(filters: np.ndarray) -> np.ndarray:
    low, high = (extreme(axis=(1, 2), keepdims=True) for extreme in (filters.min, filters.max))
    return (filters - low) / (high - low)


@pytest.mark.task("mnist_cnn", weight=4)
def test_confusion_matrix(student, rng):
    """confusion_matrix_of counts every image of the loader once: rows are true classes, columns predicted ones.

    Compared for a network whose predictions are known, for batches that divide the number of images and others.
    """
    for count, size in ((130, 40), (96, 32), (57, 64)):
        labels = np.concatenate([np.arange(10), rng.integers(10, size=count - 10)])
        guesses = np.where(rng.random(count) < 0.5, labels, rng.integers(10, size=count))
        guesses[-1] = (labels[-1] + 3) % 10  # the matrix is not symmetric
        guesses[:2] = (labels[:2] + 1) % 10
        found = student.probe("confusion_of_known", torch.from_numpy(guesses), torch.from_numpy(labels), size)
        _check_matrix(checks.array(found, (10, 10), "the confusion matrix", lists_ok=True), labels, guesses, size)


def _check_matrix(found: np.ndarray, labels: np.ndarray, guesses: np.ndarray, size: int) -> None:
    right = confusion_matrix(labels, guesses)
    if np.array_equal(found, right):
        return
    last = (len(labels) - 1) // size * size
    others: dict[str, Any] = {
        "rows and columns are swapped: rows are the true classes": right.T,
        "only the last batch of the loader is counted": confusion_matrix(labels[last:], guesses[last:]),
        "only the first batch of the loader is counted": confusion_matrix(labels[:size], guesses[:size]),
        "the network is in training mode; call model.eval() first": confusion_matrix(labels, (guesses + 1) % 10),
        "the rows are divided by their sums; return counts": right / right.sum(axis=1, keepdims=True),
        "the columns are divided by their sums; return counts": right / np.maximum(right.sum(axis=0), 1),
        "it is divided by the number of images; return counts": right / len(labels),
        "only the images that are classified rightly are counted": np.diag(np.diag(right)),
        "only the images that are classified wrongly are counted": right - np.diag(np.diag(right)),
    }
    for name, wrong in others.items():
        if np.allclose(found, wrong, atol=1e-3):
            checks.fail(f"the confusion matrix is wrong: {name}.", name)
    if found.sum() != len(labels):
        checks.fail(
            f"the counts add up to {found.sum():g} for a loader of {len(labels)} images; count each of them once.",
            "other images",
        )
    checks.fail("the confusion matrix is wrong: its entries are not at the right places.", "other counts")


@pytest.mark.task("mnist_cnn", weight=4)
def test_accuracy_on_the_test_set(student, thresholds):
    """The handed-in weights of the given network reach the accuracy asked for on the whole test set.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    note = check_file(student, FILE, "CNN")
    if sorted(student.probe("network_shapes", "CNN")) != sorted(SHAPES):
        checks.fail("CNN is not the network that was given: its parameters have other shapes.", "other network")
    images, labels = split("test")
    found = student.probe("scores", FILE, torch.from_numpy(images), BATCH)
    scores = [checks.array(part, (n, 10), "the output of CNN") for part, n in parts(found, len(images))]
    correct = int((np.concatenate(scores).argmax(axis=1) == labels).sum())
    limits = thresholds("mnist_cnn")
    try:
        checks.accuracy(correct, len(images), limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        raise checks.CheckFailed(failure.sentence + note, failure.diagnosis, failure.score, failure.detail) from None
