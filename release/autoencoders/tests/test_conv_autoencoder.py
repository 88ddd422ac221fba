"""P6.1: the convolutional autoencoder."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("conv_autoencoder")


def some_images(count):
    """Float32 images (count, 1, 28, 28) that show nothing in particular."""
    return torch.arange(count * 784).reshape(count, 1, 28, 28).remainder(251) / 250


def test_reconstructions_and_codes_have_the_right_shape(student):
    """Twelve images give twelve reconstructions of 784 pixels and twelve codes of two numbers."""
    rebuilt = student.probe("rebuilt", None, "make_cae", some_images(12))
    checks.array(rebuilt, [(12, 1, 28, 28), (12, 784), (12, 28, 28)], "the result of reconstruct")
    checks.array(student.probe("codes", None, "make_cae", some_images(12)), (12, 2), "the result of embed")


def test_has_the_right_number_of_parameters(student):
    """The network has 16,859 parameters."""
    count = student.probe("traced", "make_cae", some_images(1), 0)["parameters"]
    checks.parameter_count(count, 16_859, "the number of parameters of make_cae()")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses."""
    watched = student.probe("watched_training", "make_cae", "train_cae", some_images(300), 2, 0, {})
    checks.array(watched["losses"], (2,), "the list of losses")


def test_weights_fit_the_network(student):
    """If the file mnist_cae.pt exists, it holds weights of the network that make_cae makes."""
    student.probe("network_shapes", "make_cae")
    if student.file("mnist_cae.pt"):
        checkpoint = student.probe("read_checkpoint", "mnist_cae.pt", "make_cae")
        checks.weights_file(checkpoint, "mnist_cae.pt", "make_cae")
