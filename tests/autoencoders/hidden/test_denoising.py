"""P6.3: noise, training from noisy to clean images, and its results with and without skip connections."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from autograder import checks, data
from tests.autoencoders.hidden import catalogue_noise as catalogue
from tests.autoencoders.hidden.catalogue_networks import NO_GRADIENT
from tests.autoencoders.hidden.watched import check_targets, check_training, watch

pytestmark = pytest.mark.task("denoising")
READINGS = {"std": 1.0, "sd": 1.0, "sigma": 1.0, "standarddeviation": 1.0, "variance": 0.5, "var": 0.5}
"""Name in NOISE → the power of its number that is the standard deviation."""
PAIRS = {
    "without skips": ("make_cae", "mnist_cae.pt", "mnist_cae_noise.pt"),
    "with skips": ("make_cae_skip", "mnist-cae-skip.pt", "mnist-cae-skip-noise.pt"),
}

WORSE = {"real": 0.0, "stand-in": 0.15}
"""How much less a network without skip connections may explain after training with noise. On the stand-in it explains
little in either case: 0.13 to 0.15 with noise, 0.03 to 0.18 without (three seeds); on the real images 0.32 and 0.05."""


@pytest.fixture(scope="module")
def std(student):
    """The standard deviation that NOISE declares."""
    declared = student.NOISE()
    if not isinstance(declared, (list, tuple)) or len(declared) != 2 or not isinstance(declared[0], str):
        checks.fail(catalogue.NOISE_FORM)
    power = READINGS.get("".join(declared[0].casefold().split()).replace("_", ""))
    if power is None:
        checks.fail(catalogue.NOISE_NAME(name=repr(declared[0][:40])))
    value = checks.number(declared[1], "the number in NOISE")
    if abs(value - 0.3) > 1e-9:
        checks.fail(catalogue.OTHER_NOISE_NUMBER)
    return value**power


@pytest.fixture(scope="module", params=["make_cae", "make_cae_skip"])
def training(request, student):
    return watch(student, request.param, "train_cae", np.random.default_rng(63), noisy=True)


def noise_of(student, images, seeds):
    """The noise that corrupt adds with each seed, in float64, and the images after the calls."""
    outcome = student.probe("attributes_after_corrupt", torch.from_numpy(images), seeds)
    results = [checks.array(result, images.shape, "the result of corrupt") for result in outcome["noisy"]]
    return [noisy - images for noisy in results], outcome["images"]


def test_noise_is_the_declared_one(student, rng, std):
    """corrupt adds normal noise with mean 0 and the standard deviation that NOISE declares, without clipping.

    A right answer fails with probability 1e-9 at most: there are 23,520 numbers for each of two seeds.
    """
    images = np.repeat(np.float32([0.0, 0.5, 1.0]), 10 * 784).reshape(30, 1, 28, 28)
    for noise in noise_of(student, images, [int(seed) for seed in rng.integers(2**31, size=2)])[0]:
        if noise[:10].min() >= 0 and noise[-10:].max() <= 0:
            checks.fail(catalogue.NOISE_CLIPPED)
        scales = [
            (catalogue.NOISE_AS_VARIANCE, 0.3**0.5),
            (catalogue.NOISE_AS_STD, 0.3),
            (catalogue.NOISE_SQUARED, 0.09),
            (catalogue.NOISE_NOT_SCALED, 1.0),
        ]
        candidates = [(mistake, scale) for mistake, scale in scales if not math.isclose(scale, std)]
        checks.normal(noise, std, 0.0, 5e-10, candidates, "the added numbers")


@pytest.mark.task("denoising", weight=0.5)
def test_every_pixel_has_its_own_noise(student, rng):
    """Each image gets its own noise. The same seed gives the same noise; without a seed, each call draws new noise.

    The function does not change the images.
    """
    images = rng.uniform(0, 1, (3, 1, 28, 28)).astype(np.float32)
    seed, other_seed = (int(number) for number in rng.integers(2**31, size=2))
    seeds = [seed, seed, other_seed, None, None]
    (first, again, second, unseeded, unseeded_again), after = noise_of(student, images, seeds)
    checks.not_mutated(images, after, "the tensor images")
    if np.allclose(first[0], first[1], atol=1e-5):
        checks.fail(catalogue.SAME_NOISE)
    if not np.allclose(first, again, atol=1e-6):
        checks.fail(catalogue.SEED_IGNORED)
    if np.allclose(first, second, atol=1e-6):
        checks.fail(catalogue.SEED_FIXED)
    if np.allclose(unseeded, unseeded_again, atol=1e-6):
        checks.fail(catalogue.ALWAYS_SAME_NOISE)


@pytest.mark.task("denoising", last=True)
def test_training_is_on_noisy_images(training, std):
    """With noisy=True, the inputs of the network are the images with the declared noise, and training works.

    The spread may differ by 5 % plus six standard errors. They are those of 50,176 numbers, or of 784 where all images
    have the same noise, which another test checks. This test does not check clipping again.
    """
    watched, images = training
    check_training(watched, len(images), "train_cae")
    entered = np.asarray(watched["first"]["inputs"], float)
    which = np.asarray(watched["which"], int)[: len(entered)]
    noise = entered - images.reshape(len(images), -1)[which]
    spread, drawn = float(noise.std()), noise[0].size if np.allclose(noise, noise[0], atol=1e-5) else noise.size
    if spread < 0.01:
        checks.fail(catalogue.NO_NOISE_IN_TRAINING)
    if abs(spread / std - 1) > 0.05 + 6 / math.sqrt(2 * drawn):
        checks.fail(catalogue.OTHER_NOISE_IN_TRAINING)


@pytest.mark.task("denoising", last=True)
def test_training_compares_with_clean_images(training):
    """The targets of the training are the clean images."""
    watched, images = training
    if watched["first"] is None:
        checks.fail(NO_GRADIENT)
    check_targets(watched, images)


@pytest.mark.parametrize("kind", list(PAIRS))
def test_noisy_training_helps_on_noisy_images(shares, std, kind):
    """From noisy test images, the network trained with noise reconstructs the clean ones better than the other one.

    ``std`` is the declared noise; the same noisy images go into both networks.
    """
    make, clean_file, noise_file = PAIRS[kind]
    trained, note = shares(noise_file, make, std)
    without, _ = shares(clean_file, make, std)
    allowed = WORSE[data.kind("mnist")] if kind == "without skips" else 0.0
    if trained <= without - allowed:
        checks.fail(catalogue.NO_BETTER_WITH_NOISE(trained=noise_file, other=clean_file, note=note))
