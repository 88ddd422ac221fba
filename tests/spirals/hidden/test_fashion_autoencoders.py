"""2b: shallow, deep and denoising autoencoders for Fashion-MNIST."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from autograder import checks, data
from solutions.spirals.autoencoder import DEEP, SHALLOW, add_noise, squared_error
from tests.spirals.hidden import catalogue_autoencoders as catalogue
from tests.spirals.hidden.autoencoders import (
    EPOCHS,
    TRAIN,
    check_network,
    check_training_set,
    images,
    require_models,
    some_images,
)

pytestmark = pytest.mark.task("fashion_autoencoders")

LIMITS = {"real": {"make_shallow": 0.55, "make_deep": 0.50}, "stand-in": {"make_shallow": 0.75, "make_deep": 0.67}}
"""Largest squared error after ten epochs on 5,120 images, as a fraction of the mean image's. Measured with three seeds:
at most 0.430 and 0.306 on the real images, 0.617 and 0.434 on the stand-in; two runs differ by 0.02. A deep network
without its layers of 128 ends at 0.63, where the shallow one does; this limit lets it pass, another test catches it."""
BACKGROUND = 0.13
"""Largest mean of the denoised black pixels. Measured: at most 0.077 with clean targets, at least 0.199 with noisy."""
NOISE = 0.4


def test_shallow_network(student, rng):
    """make_shallow gives 784 → code_size → 784 with ReLU and sigmoid, and an encoder made of the same layers."""
    inputs = some_images(rng, 12)
    for arguments, code_size in (([], SHALLOW[1]), ([21], 21)):
        reply = student.probe("network_values", "make_shallow", arguments, inputs, int(rng.integers(2**31)))
        check_network(require_models(reply, "make_shallow"), (784, code_size, 784), 1, inputs, "make_shallow")


def test_deep_network(student, rng):
    """make_deep gives 784 → 128 → 32 → 128 → 784 with ReLU inside and a sigmoid, and an encoder of the same layers."""
    inputs = some_images(rng, 12)
    reply = student.probe("network_values", "make_deep", [], inputs, int(rng.integers(2**31)))
    check_network(require_models(reply, "make_deep"), DEEP, 2, inputs, "make_deep")


def test_noise_is_normal_and_clipped(student, rng):
    """add_noise adds factor (0.2 by default) times standard normal noise, and clips the sum to [0, 1].

    A correct answer fails with probability at most 1e-9 for each factor: clipping begins five standard deviations away
    from the grey pixels.
    """
    grey = np.full((40, 784), 0.5, np.float32)
    results = student.probe("noisy_images", grey, [{"factor": 0.005}, {"factor": 0.1}, {}])["noisy"]
    for factor, noisy in zip((0.005, 0.1), results[:2], strict=True):
        candidates = [(catalogue.FACTOR_AS_VARIANCE, math.sqrt(factor)), (catalogue.FACTOR_SQUARED, factor**2)]
        added = checks.array(noisy, grey.shape, "the noisy images") - grey
        if 0.58 < np.mean(np.abs(added) > 0.499) < 0.65:  # a standard normal number leaves ±0.5 with probability 0.617
            checks.fail(catalogue.FACTOR_NOT_USED)
        if 0.4 < np.mean(added == 0) < 0.6:
            checks.fail(catalogue.NOISE_CLIPPED)
        if _has_default_factor(added):
            checks.fail(catalogue.FACTOR_FIXED)
        checks.normal(added, factor, false_fail=1e-9, candidates=candidates, what="the added numbers")
    weak, strong = student.probe("noisy_images", np.zeros((4, 784), np.float32), [{}, {"factor": 3.0}])["noisy"]
    _check_clipping(np.asarray(weak), np.asarray(strong), np.asarray(results[2]))


def _check_clipping(black: np.ndarray, strong: np.ndarray, default: np.ndarray) -> None:
    """``black`` and ``strong``: black pixels with the factors 0.2 and 3; ``default``: grey pixels with 0.2."""
    for noisy in (black, strong):
        if noisy.min() < 0 or noisy.max() > 1:
            checks.fail(catalogue.NOT_CLIPPED)
    share = np.mean(black == 0)  # expected: half of 3,136 pixels; 0.4 and 0.6 are eleven standard errors away
    if not 0.4 < share < 0.6 or not 0.25 < np.mean(strong == 1) < 0.5:
        checks.fail(catalogue.CLIPPED_OTHERWISE)
    spread = float(np.std(default - 0.5))  # standard error 0.4 % for 31,360 numbers; clipping makes it 1 % smaller
    if not 0.19 < spread < 0.21:
        checks.fail(catalogue.WRONG_DEFAULT_FACTOR)


def test_noise_follows_the_seed(student, rng):
    """Every pixel has its own noise. The same seed gives the same noise; without a seed every call gives other noise.

    The function does not change the given images.
    """
    grey = rng.uniform(0.4, 0.6, (3, 784)).astype(np.float32)
    seed, other_seed = (int(number) for number in rng.integers(2**31, size=2))
    small = {"factor": 0.02}  # so small that no pixel is clipped
    options = [small | {"seed": seed}, small | {"seed": seed}, small | {"seed": other_seed}, small, small]
    reply = student.probe("noisy_images", grey, options)
    checks.not_mutated(grey, reply["images"], "images")
    noisy = [checks.array(result, grey.shape, "the noisy images") for result in reply["noisy"]]
    first, again, second, unseeded, unseeded_again = noisy
    if np.allclose((first - grey)[0], (first - grey)[1], atol=1e-6):
        checks.fail(catalogue.SAME_NOISE)
    if not np.array_equal(first, again):
        checks.fail(catalogue.SEED_IGNORED)
    if np.array_equal(first, second):
        checks.fail(catalogue.SEED_FIXED)
    if np.array_equal(unseeded, unseeded_again):
        checks.fail(catalogue.ALWAYS_SAME_NOISE)


def test_squared_error_is_a_sum_over_pixels(student, rng):
    """squared_error is the mean over the images of the sum over the pixels of (target − reconstruction)²."""
    for n in (70, 1):
        inputs, targets = rng.uniform(0, 1, (2, n, 784)).astype(np.float32)
        reply = student.probe("error_of_known_network", inputs, targets)
        outputs = reply["outputs"]
        expected = squared_error(outputs, targets)
        last_batch = squared_error(outputs[64:], targets[64:]) if n > 64 else 0.0
        candidates = [
            (catalogue.ERROR_MEAN_OVER_PIXELS, expected / 784),
            (catalogue.ERROR_SUM_OVER_IMAGES, expected * n),
            (catalogue.ERROR_AGAINST_INPUTS, squared_error(outputs, inputs)),
            (catalogue.ERROR_WITHOUT_NETWORK, squared_error(inputs, targets)),
            (catalogue.ROOT_OF_THE_WHOLE, math.sqrt(expected)),
            (catalogue.ROOT_OF_EACH_IMAGE, float(np.mean(np.linalg.norm(outputs - targets, axis=1)))),
            (catalogue.ERROR_OF_LAST_BATCH, last_batch),
            (catalogue.TARGETS_AS_INPUTS, squared_error(reply["others"], targets)),
        ]
        checks.close(reply["value"], expected, "the squared error", candidates=candidates)


def test_training_without_noise(student, rng):
    """Without noise every image is input and target once in each epoch, and the losses are those of the epochs.

    For targets t, the mean binary cross-entropy of any network is at least the mean entropy of t.
    """
    clean = rng.uniform(0.35, 0.65, (150, 784)).astype(np.float32)
    training = student.probe("observed_training", clean, 3, 0.0)
    sources = check_training_set(training, clean, 3)
    if not np.allclose(training["inputs"], clean[sources], atol=1e-6):
        checks.fail(catalogue.INPUTS_CHANGED)
    _check_targets(training, clean, sources)
    losses = checks.array(training["losses"], (3,), "the list of losses")
    least = float(-np.mean(clean * np.log(clean) + (1 - clean) * np.log(1 - clean)))
    if losses.min() < least - 1e-4:
        checks.fail(catalogue.OTHER_LOSS)
    if losses.max() > 2:
        checks.fail(catalogue.LOSS_NO_MEAN)
    checks.loss_decreases(losses, what="the list of losses")


@pytest.mark.task("fashion_autoencoders", weight=1.5)
def test_denoising_goes_from_noisy_to_clean(student, rng):
    """With a noise factor the inputs of the training are noisy and the targets are the clean images.

    The noise of a correct answer fails with probability at most 1e-9.
    """
    clean = rng.uniform(0.35, 0.65, (120, 784)).astype(np.float32)
    factor = 0.05
    training = student.probe("observed_training", clean, 2, factor)
    sources = check_training_set(training, clean, 2)
    added = np.asarray(training["inputs"], float) - clean[sources]
    if np.abs(added).max() < 1e-6:
        checks.fail(catalogue.NO_NOISE_IN_TRAINING)
    _check_targets(training, clean, sources)
    one_epoch = added[: len(clean)]  # another epoch may have the same noise
    if _has_default_factor(one_epoch):
        checks.fail(catalogue.TRAINING_NOISE_FIXED)
    checks.normal(one_epoch, factor, false_fail=1e-9, what="the numbers added to the inputs of the training")


def _has_default_factor(added: np.ndarray) -> bool:
    """True if 68.27 % of the added numbers lie within 0.2 ± 3 %, as with normal noise of that standard deviation.

    For 30,000 numbers or more, 3 % are 5 standard errors. Larger numbers may have been clipped and are not compared.
    """
    return bool(abs(np.quantile(np.abs(added), 0.6827) / 0.2 - 1) < 0.03)


def _check_targets(training: dict, clean: np.ndarray, sources: np.ndarray) -> None:
    """Fail unless the target of each input is its clean image. A training loop without Keras' loss shows no targets."""
    targets = training["targets"]
    if targets is None or np.allclose(targets, clean[sources], atol=1e-6):
        return
    if np.allclose(targets, training["inputs"], atol=1e-6):
        checks.fail(catalogue.NOISY_TARGETS)
    if np.abs(targets - clean[sources]).max() > 0.2 and np.abs(targets).max() < 0.7:
        checks.fail(catalogue.TARGETS_OF_OTHER_IMAGES)
    checks.fail(catalogue.OTHER_TARGETS)


@pytest.mark.parametrize("make", ["make_shallow", "make_deep"])
def test_learns_to_rebuild(student, rng, make):
    """After ten epochs on 5,120 images, the squared error on test images is well below that of the mean image."""
    inputs = some_images(rng, 500)
    reply = require_models(_train(student, make, inputs, 0.0), make)
    outputs = checks.array(reply["outputs"], inputs.shape, f"the reconstructions by the network of {make}")
    mean = images("train", TRAIN).mean(axis=0) / 255
    fraction = squared_error(outputs, inputs) / squared_error(np.broadcast_to(mean, inputs.shape), inputs)
    limit = LIMITS[data.kind("fashion_mnist")][make]
    if fraction > limit:
        percent, allowed = 100 * fraction, 100 * limit
        checks.fail(catalogue.LEARNS_TOO_LITTLE(epochs=EPOCHS, function=make, percent=percent, allowed=allowed))
    checks.loss_decreases(reply["losses"], count=EPOCHS, what=f"the list of losses of {make}")


def test_denoises(student, rng):
    """Trained with a noise factor of 0.4, the shallow network brings noisy test images closer to the clean ones.

    Where the clean image is black, the denoised image is dark. This is not checked if add_noise adds the wrong noise,
    which costs marks in another test.
    """
    clean = some_images(rng, 500)
    noisy = add_noise(clean, NOISE, rng)
    reply = require_models(_train(student, "make_shallow", noisy, NOISE), "make_shallow")
    outputs = checks.array(reply["outputs"], clean.shape, "the denoised images")
    if squared_error(outputs, clean) >= squared_error(noisy, clean):
        checks.fail(catalogue.DOES_NOT_DENOISE)
    background = float(outputs[clean == 0].mean())
    if background > BACKGROUND and _noise_has_its_factor(student):
        checks.fail(catalogue.GREY_BACKGROUND)


def _noise_has_its_factor(student: Any) -> bool:
    """True if the noise of add_noise has the standard deviation factor, up to 5 % (twelve standard errors)."""
    grey = np.full((40, 784), 0.5, np.float32)
    (noisy,) = student.probe("noisy_images", grey, [{"factor": 0.1}])["noisy"]
    return bool(abs(np.std(checks.array(noisy, grey.shape, "the noisy images") - grey) / 0.1 - 1) < 0.05)


def _train(student: Any, make: str, inputs: np.ndarray, noise_factor: float) -> dict:
    reply: dict = student.probe("trained_reconstructions", make, images("train", TRAIN), inputs, EPOCHS, noise_factor)
    return reply
