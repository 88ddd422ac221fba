"""P2: the convolutional network of the perceptron's size."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("cnn_same_size")


def some_images(count):
    """uint8 images without meaning."""
    return torch.arange(count * 28 * 28).reshape(count, 1, 28, 28).remainder(251).to(torch.uint8)


def test_gives_ten_scores_per_image(student):
    """Images (N, 1, 28, 28) in [0, 1] give scores (N, 10)."""
    scores = student.probe("network_scores", None, "make_cnn", "predict_cnn", some_images(20))
    checks.array(scores, (20, 10), "the result of predict_cnn")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and every parameter changes."""
    labels = torch.arange(300) % 10
    found = student.probe("brief_training", "make_cnn", "train_cnn", some_images(300), labels, 2, 0)
    checks.array(found["losses"], (2,), "the list of losses", lists_ok=True)
    if found["unchanged"]:
        checks.fail(f"training leaves parameters as they were: {', '.join(found['unchanged'][:3])}")


def test_weights_fit_the_network(student):
    """The file cnn.pt, where it is there already, holds weights of the network that make_cnn makes."""
    student.probe("network_facts", "make_cnn", "predict_cnn", [1, 28, 28])  # the network is there to hold them
    if student.file("cnn.pt"):
        found = student.probe("read_checkpoint", "cnn.pt", "make_cnn")
        if "problem" in found:
            checks.fail(f"cnn.pt cannot be used: {found['detail']}")
