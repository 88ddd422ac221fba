"""P2: the convolutional network of the perceptron's size."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("cnn_same_size")


def some_images(count):
    """Arbitrary images, uint8."""
    return torch.arange(count * 28 * 28).reshape(count, 1, 28, 28).remainder(251).to(torch.uint8)


def test_gives_ten_scores_per_image(student):
    """predict_cnn returns scores (N, 10) for images (N, 1, 28, 28) in [0, 1]."""
    scores = student.probe("network_scores", None, "make_cnn", "predict_cnn", some_images(20))
    checks.array(scores, (20, 10), "the result of predict_cnn")


def test_training_returns_one_loss_per_epoch(student):
    """train_cnn returns a list of two losses for two epochs, and changes every parameter."""
    labels = torch.arange(300) % 10
    training = student.probe("brief_training", "make_cnn", "train_cnn", some_images(300), labels, 2, 0)
    checks.array(training["losses"], (2,), "the list of losses")
    if training["unchanged"]:
        checks.fail(f"Training does not change these parameters: {', '.join(training['unchanged'][:3])}.")


def test_weights_fit_the_network(student):
    """If the file cnn.pt exists, it holds weights of the network that make_cnn makes."""
    student.probe("network_facts", "make_cnn", "predict_cnn", [1, 28, 28])  # fails when make_cnn is still missing
    if student.file("cnn.pt"):
        checkpoint = student.probe("read_checkpoint", "cnn.pt", "make_cnn")
        if "problem" in checkpoint:
            checks.fail(f"The file cnn.pt cannot be used: {checkpoint['detail']}")
