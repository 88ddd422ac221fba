"""T3.1-3: the convolutional network for house numbers."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("svhn_cnn")


def some_images(count):
    """uint8 images without meaning."""
    return torch.arange(count * 3 * 32 * 32).reshape(count, 3, 32, 32).remainder(251).to(torch.uint8)


def test_gives_ten_scores_per_image(student):
    """Images (N, 3, 32, 32) in [0, 1] give scores (N, 10)."""
    scores = student.probe("network_scores", None, "make_svhn_cnn", "predict_svhn", some_images(20))
    checks.array(scores, (20, 10), "the result of predict_svhn")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and every parameter changes."""
    labels = torch.arange(300) % 10
    training = student.probe("brief_training", "make_svhn_cnn", "train_svhn", some_images(300), labels, 2, 0)
    checks.array(training["losses"], (2,), "the list of losses")
    if training["unchanged"]:
        checks.fail(f"The training leaves parameters as they were: {', '.join(training['unchanged'][:3])}")


def test_counts_a_positive_number(student):
    """count_parameters returns a positive whole number."""
    if checks.number(student.probe("counts")["own"], "the number of parameters") < 1:
        checks.fail("A network has at least one parameter.")


def test_weights_fit_the_network(student):
    """If the file svhn_cnn.pt exists, it holds weights of the network that make_svhn_cnn makes."""
    student.probe(
        "network_facts", "make_svhn_cnn", "predict_svhn", [3, 32, 32]
    )  # fails where the network cannot be made
    if student.file("svhn_cnn.pt"):
        checkpoint = student.probe("read_checkpoint", "svhn_cnn.pt", "make_svhn_cnn")
        if "problem" in checkpoint:
            checks.fail(f"svhn_cnn.pt cannot be used: {checkpoint['detail']}")
