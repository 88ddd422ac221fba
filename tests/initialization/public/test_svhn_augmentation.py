"""T3.5: the augmentation."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("svhn_augmentation")


def test_keeps_shape_and_range(student):
    """A batch (N, 3, 32, 32) in [0, 1] comes back changed, in the same shape and range."""
    images = torch.linspace(0, 1, 8 * 3 * 32 * 32).reshape(8, 3, 32, 32)
    result = checks.array(student.augment(images, 1), (8, 3, 32, 32), "the augmented batch")
    if result.min() < 0 or result.max() > 1:
        checks.fail("Augmented images leave the range [0, 1].")
    if (result == images.numpy()).all():
        checks.fail("No image is changed.")
