"""P4.2: the filters and the confusion matrix."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("mnist_cnn")


def test_filters_have_the_right_shape(student):
    """first_filters returns 40 filters of 5 × 5. If mnist_cnn.pt exists, it holds weights of CNN."""
    filters = student.probe("filters_of", torch.arange(1000.0).reshape(40, 1, 5, 5))["filters"]
    checks.array(filters, (40, 5, 5), "the array of filters")
    if student.file("mnist_cnn.pt"):
        checks.weights_file(student.probe("read_checkpoint", "mnist_cnn.pt", "CNN"), "mnist_cnn.pt", "CNN")


def test_confusion_matrix_counts_all_images(student):
    """The entries of the confusion matrix are counts of the loader's images."""
    labels = torch.arange(30) % 10
    matrix = student.probe("confusion_of_known", labels, labels, 15)
    if checks.array(matrix, (10, 10), "the confusion matrix").sum() != 30:
        checks.fail("The entries do not add up to the number of images in the loader.")
