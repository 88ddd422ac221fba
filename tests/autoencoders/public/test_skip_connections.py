"""P6.2: skip connections."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("skip_connections")


def test_reconstructions_and_codes_have_the_right_shape(student):
    """Twelve images give twelve reconstructions of 784 pixels and twelve codes of two numbers."""
    images = torch.arange(12 * 784).reshape(12, 1, 28, 28).remainder(251) / 250
    rebuilt = student.probe("rebuilt", None, "make_cae_skip", images)
    checks.array(rebuilt, [(12, 1, 28, 28), (12, 784), (12, 28, 28)], "the result of reconstruct")
    checks.array(student.probe("codes", None, "make_cae_skip", images), (12, 2), "the result of embed")


def test_weights_fit_the_network(student):
    """If the file mnist-cae-skip.pt exists, it holds weights of the network that make_cae_skip makes."""
    make = "make_cae_skip"
    student.probe("network_shapes", make)
    if student.file("mnist-cae-skip.pt"):
        checks.weights_file(student.probe("read_checkpoint", "mnist-cae-skip.pt", make), "mnist-cae-skip.pt", make)
