"""T3.4: noise on the images, and the accuracy under it."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("svhn_noise")


def test_noise_of_size_zero_changes_nothing(student):
    """With a = 0 the images stay as they are, with a = 0.05 they change; the shape is the same."""
    images = torch.full((4, 3, 32, 32), 0.5)
    checks.close(student.add_noise(images, 0.0, 1), images, "the images with a = 0")
    noisy = checks.array(student.add_noise(images, 0.05, 1), (4, 3, 32, 32), "the noisy images")
    if (noisy == 0.5).all():
        checks.fail("With a = 0.05, nothing is added.")


def test_gives_an_accuracy_for_each_a(student):
    """noise_accuracies returns fractions for the keys 0.05, 0.01 and 0.005."""
    images, labels = torch.zeros(6, 3, 32, 32, dtype=torch.uint8), torch.zeros(6, dtype=torch.int64)
    accuracies = student.probe("claimed_noise_accuracies", None, images, labels, 1)
    checks.keys(accuracies, [0.05, 0.01, 0.005], "the result of noise_accuracies")
    if not all(0 <= checks.number(value, "an accuracy") <= 1 for value in accuracies.values()):
        checks.fail("Accuracies are fractions from 0 to 1.")
