"""P3.1: reading the images, the network, its training and its predictions."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("dogs_vs_cats")
PICTURES = np.arange(3 * 64 * 64 * 3).reshape(3, 64, 64, 3).astype(np.uint8)


def some_images(count):
    """Arbitrary images, uint8."""
    return torch.arange(count * 3 * 64 * 64).reshape(count, 3, 64, 64).remainder(251).to(torch.uint8)


def test_reads_labelled_images(student):
    """read_labelled_images returns images (3, 3, 64, 64) and three labels for three files."""
    names = ["Cat/4.Cat.jpg", "Dog/2.Dog.jpg", "Dog/11.Dog.jpg"]
    images, labels = student.probe("folder_read", "read_labelled_images", names, PICTURES, [])
    checks.array(images, (3, 3, 64, 64), "the array of images")
    if sorted(checks.array(labels, (3,), "the array of labels", "i").tolist()) != [0, 1, 1]:
        checks.fail("One cat and two dogs should get the labels 0, 1 and 1, in any order.")


def test_reads_test_images(student):
    """read_test_images returns three numbers in increasing order and images (3, 3, 64, 64) for three files."""
    ids, images = student.probe("folder_read", "read_test_images", ["10.jpg", "9.jpg", "1.jpg"], PICTURES, [])
    checks.array(images, (3, 3, 64, 64), "the array of images")
    if checks.array(ids, (3,), "the list of ids", "i").tolist() != [1, 9, 10]:
        checks.fail("The ids of the files 10.jpg, 9.jpg and 1.jpg should be 1, 9, 10.")


def test_splits_the_images(student):
    """The two parts that split_cats returns hold every position once."""
    split = student.probe("split_of", torch.tensor([0, 1] * 50), 0)["first"]
    if sorted(int(position) for part in split for position in part) != list(range(100)):
        checks.fail("For 100 images, each position from 0 to 99 should be in exactly one of the two parts.")


def test_counts_a_positive_number(student):
    """cats_parameters returns a positive whole number."""
    if checks.number(student.probe("parameter_counts")["own"], "the number of parameters") < 1:
        checks.fail("The network should have at least one parameter.")


def test_predicts_a_number_or_two_per_image(student):
    """predict_cats returns probabilities (N,) or scores (N, 2) for images (N, 3, 64, 64), uint8."""
    scores = student.probe("network_scores", None, "make_cats_model", "predict_cats", some_images(10))
    checks.array(scores, [(10,), (10, 2), (10, 1)], "the result of predict_cats")


def test_training_returns_one_loss_per_epoch(student):
    """train_cats returns a list of two losses for two epochs, and changes every parameter."""
    labels = torch.arange(60) % 2
    training = student.probe("brief_training", "make_cats_model", "train_cats", some_images(60), labels, 2, 0)
    checks.array(training["losses"], (2,), "the list of losses")
    if training["unchanged"]:
        checks.fail(f"Training does not change these parameters: {', '.join(training['unchanged'][:3])}.")


def test_uses_nothing_forbidden(student):
    """A training step uses no normalisation, no dropout and no optimiser of the library except torch.optim.SGD."""
    parts = student.probe("parts_of_training", some_images(40), torch.arange(40) % 2, 0)
    checks.uses_no(parts, "the library's own is not allowed here", "write it yourself or do without")
