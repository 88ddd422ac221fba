"""P4.2: the given network's filters, the confusion matrix, and the trained weights."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from autograder.checks import discrepancy
from solutions.autoencoders.reconstruction import confusion_matrix
from tests.autoencoders.hidden import catalogue_cnn as catalogue
from tests.autoencoders.hidden.catalogue_networks import OTHER_DATA
from tests.autoencoders.hidden.digits import BATCH, check_file, parts, split

pytestmark = pytest.mark.task("mnist_cnn")
FILE = "mnist_cnn.pt"
SHAPES = [[40, 1, 5, 5], [40], [80, 40, 5, 5], [80], [500, 1280], [500], [10, 500], [10]]
"""Shapes of the given network's 726,630 parameters."""
MATRIX = "the confusion matrix"


@pytest.mark.task("mnist_cnn", weight=2)
def test_first_filters(student, rng):
    """first_filters returns the 40 filters of the first convolution, each 5 × 5, and does not change the network."""
    weight = rng.normal(size=(40, 1, 5, 5)).astype(np.float32)
    outcome = student.probe("filters_of", torch.from_numpy(weight))
    filters = outcome["filters"]
    if isinstance(filters, np.ndarray) and filters.shape == (40, 1, 5, 5):
        checks.fail(catalogue.CHANNEL_AXIS)
    filters = checks.array(filters, (40, 5, 5), "the array of filters")
    candidates = [
        (catalogue.FILTERS_TRANSPOSED, weight[:, 0].transpose(0, 2, 1)),
        (catalogue.FILTER_SCALED, _scaled(weight[:, 0])),
        (catalogue.FILTERS_SCALED, (weight[:, 0] - weight.min()) / np.ptp(weight)),
    ]
    checks.close(filters, weight[:, 0], "the array of filters", candidates=candidates)
    checks.not_mutated(weight, outcome["weight"], "the network's weight")


def _scaled(filters: np.ndarray) -> np.ndarray:
    low, high = (extreme(axis=(1, 2), keepdims=True) for extreme in (filters.min, filters.max))
    return (filters - low) / (high - low)


@pytest.mark.task("mnist_cnn", weight=4)
def test_confusion_matrix(student, rng):
    """confusion_matrix_of counts every image of the loader once: rows are true classes, columns are predicted ones.

    The test uses a network with known predictions; some batch sizes divide the number of images, others do not.
    """
    for count, size in ((130, 40), (96, 32), (57, 64)):
        labels = np.concatenate([np.arange(10), rng.integers(10, size=count - 10)])
        guesses = np.where(rng.random(count) < 0.5, labels, rng.integers(10, size=count))
        guesses[-1] = (labels[-1] + 3) % 10  # the matrix is not symmetric
        guesses[:2] = (labels[:2] + 1) % 10
        matrix = student.probe("confusion_of_known", torch.from_numpy(guesses), torch.from_numpy(labels), size)
        _check_matrix(checks.array(matrix, (10, 10), MATRIX), labels, guesses, size)


def _check_matrix(matrix: np.ndarray, labels: np.ndarray, guesses: np.ndarray, size: int) -> None:
    right = confusion_matrix(labels, guesses)
    if np.array_equal(matrix, right):
        return
    last = (len(labels) - 1) // size * size
    candidates = [
        (catalogue.ROWS_ARE_PREDICTIONS, right.T),
        (catalogue.LAST_BATCH_ONLY, confusion_matrix(labels[last:], guesses[last:])),
        (catalogue.FIRST_BATCH_ONLY, confusion_matrix(labels[:size], guesses[:size])),
        (catalogue.MATRIX_IN_TRAINING_MODE, confusion_matrix(labels, (guesses + 1) % 10)),
        (catalogue.ROWS_NORMALISED, right / right.sum(axis=1, keepdims=True)),
        (catalogue.COLUMNS_NORMALISED, right / np.maximum(right.sum(axis=0), 1)),
        (catalogue.MATRIX_FRACTIONS, right / len(labels)),
        (catalogue.DIAGONAL_ONLY, np.diag(np.diag(right))),
        (catalogue.ERRORS_ONLY, right - np.diag(np.diag(right))),
    ]
    for mistake, wrong in candidates:
        if np.allclose(matrix, wrong, atol=1e-3):
            checks.fail(mistake, MATRIX)
    if matrix.sum() != len(labels):
        checks.fail(catalogue.OTHER_IMAGES(found=float(matrix.sum()), images=len(labels)), MATRIX)
    checks.fail(catalogue.OTHER_COUNTS, MATRIX)


@pytest.mark.task("mnist_cnn", weight=4)
def test_accuracy_on_the_test_set(student, thresholds):
    """With the handed-in weights, the given network is accurate enough on the whole test set.

    Half of the marks at the pass mark, rising linearly to all of them.
    """
    note = check_file(student, FILE, "CNN")
    if sorted(student.probe("network_shapes", "CNN")) != sorted(SHAPES):
        checks.fail(catalogue.OTHER_NETWORK)
    images, labels = split("test")
    outputs = student.probe("scores", FILE, torch.from_numpy(images), BATCH)
    scores = [checks.array(part, (n, 10), "the output of CNN") for part, n in parts(outputs, len(images))]
    correct = int((np.concatenate(scores).argmax(axis=1) == labels).sum())
    limits = thresholds("mnist_cnn")
    try:
        checks.accuracy(correct, len(images), limits["pass"], limits["full"])
    except checks.CheckFailed as failure:
        notes = [discrepancy(OTHER_DATA(note=note))] if note else []
        raise checks.CheckFailed([*failure.discrepancies, *notes], failure.score, failure.detail) from None
