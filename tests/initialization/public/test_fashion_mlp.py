"""T2.1-2: the multilayer perceptron for FashionMNIST."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("fashion_mlp")


def some_images(count):
    """uint8 images without meaning."""
    return torch.arange(count * 1 * 28 * 28).reshape(count, 1, 28, 28).remainder(251).to(torch.uint8)


def test_gives_ten_scores_per_image(student):
    """Images (N, 1, 28, 28) in [0, 1] give scores (N, 10)."""
    scores = student.probe("network_scores", None, "make_fashion_mlp", "predict_fashion", some_images(20))
    checks.array(scores, (20, 10), "the result of predict_fashion")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and every parameter changes."""
    labels = torch.arange(600) % 10
    training = student.probe("brief_training", "make_fashion_mlp", "train_fashion", some_images(600), labels, 2, 0)
    checks.array(training["losses"], (2,), "the list of losses")
    if training["unchanged"]:
        checks.fail(f"The training leaves parameters as they were: {', '.join(training['unchanged'][:3])}")


def test_weights_fit_the_network(student):
    """If the file fashion_mlp.pt exists, it holds weights of the network that make_fashion_mlp makes."""
    student.probe("network_facts", "make_fashion_mlp", "predict_fashion", [1, 28, 28])  # fails without a network
    if student.file("fashion_mlp.pt"):
        checkpoint = student.probe("read_checkpoint", "fashion_mlp.pt", "make_fashion_mlp")
        if "problem" in checkpoint:
            checks.fail(f"fashion_mlp.pt cannot be used: {checkpoint['detail']}")
