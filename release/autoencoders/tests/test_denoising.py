"""P6.3: training with noise."""

from __future__ import annotations

import pytest
import torch

from autograder import checks

pytestmark = pytest.mark.task("denoising")


def test_noisy_images_have_the_same_shape(student):
    """corrupt returns changed images of the same shape, with a seed and without; NOISE is a name and a number."""
    images = torch.full((4, 1, 28, 28), 0.5)
    for noisy in student.probe("attributes_after_corrupt", images, [None, 3])["noisy"]:
        if (checks.array(noisy, (4, 1, 28, 28), "the result of corrupt") == 0.5).all():
            checks.fail("corrupt returns the images unchanged.")
    declared = student.NOISE()
    if not isinstance(declared, (list, tuple)) or len(declared) != 2 or not isinstance(declared[0], str):
        checks.fail('NOISE does not have the form ("std", 0.3) or ("variance", 0.3).')


def test_training_accepts_noisy(student):
    """train_cae with noisy=True returns one loss for each of two epochs."""
    images = torch.arange(300 * 784).reshape(300, 1, 28, 28).remainder(251) / 250
    watched = student.probe("watched_training", "make_cae", "train_cae", images, 2, 0, {"noisy": True})
    checks.array(watched["losses"], (2,), "the list of losses")


@pytest.mark.parametrize(
    ("file", "make"), [("mnist_cae_noise.pt", "make_cae"), ("mnist-cae-skip-noise.pt", "make_cae_skip")]
)
def test_weights_fit_the_network(student, file, make):
    """If the file exists, its weights fit the network of its kind."""
    student.probe("network_shapes", make)
    if student.file(file):
        checks.weights_file(student.probe("read_checkpoint", file, make), file, make)
