"""P3.1: reading the images, the network, its training and its predictions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("dogs_vs_cats")
PICTURES = np.arange(3 * 64 * 64 * 3).reshape(3, 64, 64, 3).astype(np.uint8)


def some_images(count):
    """uint8 images without meaning."""
    return torch.arange(count * 3 * 64 * 64).reshape(count, 3, 64, 64).remainder(251).to(torch.uint8)


def test_reads_labelled_images(student):
    """Three files give uint8 images (3, 3, 64, 64) and three labels."""
    names = ["Cat/4.Cat.jpg", "Dog/2.Dog.jpg", "Dog/11.Dog.jpg"]
    images, labels = student.probe("folder_read", "read_labelled_images", names, PICTURES, [])
    checks.array(images, (3, 3, 64, 64), "the images")
    if sorted(checks.array(labels, (3,), "the labels", "i", lists_ok=True).tolist()) != [0, 1, 1]:
        checks.fail("one cat and two dogs have the labels 0, 1 and 1 in some order.")


def test_reads_test_images(student):
    """Three files give their numbers in increasing order, and uint8 images (3, 3, 64, 64)."""
    ids, images = student.probe("folder_read", "read_test_images", ["10.jpg", "9.jpg", "1.jpg"], PICTURES, [])
    checks.array(images, (3, 3, 64, 64), "the images")
    if checks.array(ids, (3,), "the ids", "i", lists_ok=True).tolist() != [1, 9, 10]:
        checks.fail("the files 10.jpg, 9.jpg and 1.jpg have the ids 1, 9, 10.")


def test_splits_the_images(student):
    """The two parts of a split hold every position once."""
    found = student.probe("split_of", torch.tensor([0, 1] * 50), 0)["first"]
    if sorted(int(position) for part in found for position in part) != list(range(100)):
        checks.fail("the positions of 100 images are 0 to 99, each in one of the two parts.")


def test_counts_a_positive_number(student):
    """cats_parameters returns a positive whole number."""
    if checks.number(student.probe("parameter_counts")["own"], "the number of parameters") < 1:
        checks.fail("a network has at least one parameter.")


def test_predicts_a_number_or_two_per_image(student):
    """Images (N, 3, 64, 64), uint8, give probabilities (N,) or scores (N, 2)."""
    scores = student.probe("network_scores", None, "make_cats_model", "predict_cats", some_images(10))
    checks.array(scores, [(10,), (10, 2), (10, 1)], "the result of predict_cats")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and every parameter changes."""
    labels = torch.arange(60) % 2
    found = student.probe("brief_training", "make_cats_model", "train_cats", some_images(60), labels, 2, 0)
    checks.array(found["losses"], (2,), "the list of losses", lists_ok=True)
    if found["unchanged"]:
        checks.fail(f"training leaves parameters as they were: {', '.join(found['unchanged'][:3])}")


def test_uses_nothing_forbidden(student):
    """A training step uses no normalisation, dropout or optimiser of the library but torch.optim.SGD."""
    found = student.probe("parts_of_training", some_images(40), torch.arange(40) % 2, 0)
    checks.uses_no(found, "the library's own is not allowed here", "write it yourself or do without")
