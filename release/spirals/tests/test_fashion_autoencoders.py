"""2b: shallow, deep and denoising autoencoders."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("fashion_autoencoders")

IMAGES = (np.arange(60 * 784).reshape(60, 784) % 251 / 250).astype(np.float32)
"""Pictures without meaning."""


@pytest.mark.parametrize(("make", "arguments", "code"), [("make_shallow", [9], 9), ("make_deep", [], 32)])
def test_models_take_images_to_images_and_codes(student, make, arguments, code):
    """The autoencoder gives (n, 784), numbers from 0 to 1, and the encoder gives the code."""
    found = student.probe("network_values", make, arguments, IMAGES[:5], 0)
    if "problem" in found:
        checks.fail(f"{make}: {found['problem']}.")
    outputs = checks.array(found["outputs"], (5, 784), f"the output of the autoencoder of {make}")
    checks.array(found["codes"], (5, code), f"the output of the encoder of {make}")
    if outputs.min() < 0 or outputs.max() > 1:
        checks.fail("the reconstructions leave [0, 1]: is there a sigmoid on the output?")


def test_noise_of_size_zero_changes_nothing(student):
    """With factor 0 the images stay as they are, with 0.2 they change and stay in [0, 1]."""
    same, noisy = student.probe("noisy_images", IMAGES, [{"factor": 0.0}, {"factor": 0.2}])["noisy"]
    checks.close(same, IMAGES, "the images with factor 0", 1e-6)
    noisy = checks.array(noisy, IMAGES.shape, "the noisy images")
    if np.array_equal(noisy, IMAGES) or noisy.min() < 0 or noisy.max() > 1:
        checks.fail("with factor 0.2 the images do not change, or leave [0, 1].")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training give a list of two losses, and change the model."""
    found = student.probe("observed_training", IMAGES, 2, 0.2)
    checks.array(found["losses"], (2,), "the list of losses", lists_ok=True)
    if not found["trained"]:
        checks.fail("train_autoencoder leaves the model as it was.")


def test_squared_error_is_a_number(student):
    """squared_error gives a positive number."""
    if checks.number(student.probe("error_of_known_network", IMAGES, IMAGES)["value"], "the squared error") <= 0:
        checks.fail("the squared error is not above 0.")
