"""2b: shallow, deep and denoising autoencoders."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks

pytestmark = pytest.mark.task("fashion_autoencoders")

IMAGES = (np.arange(60 * 784).reshape(60, 784) % 251 / 250).astype(np.float32)
"""Images without any content."""


@pytest.mark.parametrize(("make", "arguments", "code"), [("make_shallow", [9], 9), ("make_deep", [], 32)])
def test_models_take_images_to_images_and_codes(student, make, arguments, code):
    """The autoencoder returns numbers from 0 to 1 of shape (n, 784), and the encoder returns the code."""
    reply = student.probe("network_values", make, arguments, IMAGES[:5], 0)
    if "problem" in reply:
        checks.fail(f"{make} could not be tested: {reply['problem']}.")
    outputs = checks.array(reply["outputs"], (5, 784), f"the output of the autoencoder of {make}")
    checks.array(reply["codes"], (5, code), f"the output of the encoder of {make}")
    if outputs.min() < 0 or outputs.max() > 1:
        checks.fail("Some outputs of the autoencoder are outside [0, 1]. Use a sigmoid in the output layer.")


def test_noise_of_size_zero_changes_nothing(student):
    """Noise with factor 0 leaves the images unchanged; noise with factor 0.2 changes them and keeps them in [0, 1]."""
    same, noisy = student.probe("noisy_images", IMAGES, [{"factor": 0.0}, {"factor": 0.2}])["noisy"]
    checks.close(same, IMAGES, "the images with factor 0", 1e-6)
    noisy = checks.array(noisy, IMAGES.shape, "the noisy images")
    if np.array_equal(noisy, IMAGES) or noisy.min() < 0 or noisy.max() > 1:
        checks.fail("With factor 0.2 the images do not change, or some pixels are outside [0, 1].")


def test_training_returns_one_loss_per_epoch(student):
    """Two epochs of training return a list of two losses and change the weights of the model."""
    training = student.probe("observed_training", IMAGES, 2, 0.2)
    checks.array(training["losses"], (2,), "the list of losses")
    if not training["trained"]:
        checks.fail("train_autoencoder does not change the weights of the model that it is given.")


def test_squared_error_is_a_number(student):
    """squared_error returns a positive number."""
    if checks.number(student.probe("error_of_known_network", IMAGES, IMAGES)["value"], "the squared error") <= 0:
        checks.fail("The squared error is 0 or negative.")
