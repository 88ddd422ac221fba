"""P5.4: the autoencoder of linear layers."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("autoencoder")


def some_images(count):
    """Float32 images (count, 1, 28, 28) that show nothing in particular."""
    return torch.arange(count * 784).reshape(count, 1, 28, 28).remainder(251) / 250


def test_reconstructions_and_codes_have_the_right_shape(student):
    """Twelve images give twelve reconstructions of 784 pixels and twelve codes of two numbers."""
    rebuilt = student.probe("rebuilt", None, "make_autoencoder", some_images(12))
    checks.array(rebuilt, [(12, 1, 28, 28), (12, 784), (12, 28, 28)], "the result of reconstruct")
    checks.array(student.probe("codes", None, "make_autoencoder", some_images(12)), (12, 2), "the result of embed")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and every parameter changes."""
    watched = student.probe("watched_training", "make_autoencoder", "train_autoencoder", some_images(600), 2, 0, {})
    checks.array(watched["losses"], (2,), "the list of losses")
    if watched["unchanged"]:
        names = ", ".join(watched["unchanged"][:3])
        checks.fail(f"Training leaves some parameters as they were: {names}. Give all parameters to the optimiser.")


def test_weights_fit_the_network(student):
    """If the file mnist_ae.pt exists, it holds weights of the network that make_autoencoder makes."""
    make = "make_autoencoder"
    student.probe("network_shapes", make)
    if student.file("mnist_ae.pt"):
        checks.weights_file(student.probe("read_checkpoint", "mnist_ae.pt", make), "mnist_ae.pt", make)
