"""P6.3: noise, training from noisy to clean images, and what comes of it with and without skip connections."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from autograder import checks, data
from tests.autoencoders.hidden.watched import check_targets, check_training, watch

pytestmark = pytest.mark.task("denoising")
READINGS = {"std": 1.0, "sd": 1.0, "sigma": 1.0, "standarddeviation": 1.0, "variance": 0.5, "var": 0.5}
"""Name in NOISE → the power of its number that is the standard deviation."""
PAIRS = {
    "without skips": ("make_cae", "mnist_cae.pt", "mnist_cae_noise.pt"),
    "with skips": ("make_cae_skip", "mnist-cae-skip.pt", "mnist-cae-skip-noise.pt"),
}

WORSE = {"real": 0.0, "stand-in": 0.15}
"""How much less a network without skips may explain after training with noise. On the stand-in it explains little in
either case: 0.13 to 0.15 with noise, 0.03 to 0.18 without (three seeds); on the real images 0.32 and 0.05."""


@pytest.fixture(scope="module")
def std(student):
    """The standard deviation that NOISE declares."""
    found = student.NOISE()
    if not isinstance(found, (list, tuple)) or len(found) != 2 or not isinstance(found[0], str):
        checks.fail('NOISE is not of the form ("std", 0.3) or ("variance", 0.3).', "NOISE cannot be read")
    power = READINGS.get("".join(found[0].casefold().split()).replace("_", ""))
    if power is None:
        checks.fail(f'NOISE names {found[0][:40]!r}; it is to be "std" or "variance".', "NOISE cannot be read")
    value = checks.number(found[1], "the number in NOISE")
    if abs(value - 0.3) > 1e-9:
        checks.fail("the number in NOISE is not 0.3.", "other noise")
    return value**power


@pytest.fixture(scope="module", params=["make_cae", "make_cae_skip"])
def training(request, student):
    return watch(student, request.param, "train_cae", np.random.default_rng(63), noisy=True)


def noise_of(student, images, seeds):
    """The noise that was added with each seed; float64, and the images afterwards."""
    found = student.probe("attributes_after_corrupt", torch.from_numpy(images), seeds)
    noisy = [checks.array(one, images.shape, "the result of corrupt") for one in found["noisy"]]
    return [one - images for one in noisy], found["images"]


def test_noise_is_the_declared_one(student, rng, std):
    """corrupt adds normal noise with mean 0 and the standard deviation that NOISE declares, without clipping.

    A right answer is refused with probability 1e-9 at most: 23,520 numbers for each of two seeds.
    """
    images = np.repeat(np.float32([0.0, 0.5, 1.0]), 10 * 784).reshape(30, 1, 28, 28)
    for noise in noise_of(student, images, [int(seed) for seed in rng.integers(2**31, size=2)])[0]:
        if noise[:10].min() >= 0 and noise[-10:].max() <= 0:
            checks.fail("the noisy images are clipped to [0, 1]; leave the noise as it is drawn.", "clipped")
        wrong = {
            "0.3 is used as the variance, while NOISE says standard deviation": 0.3**0.5,
            "0.3 is used as the standard deviation, while NOISE says variance": 0.3,
            "the number is squared": 0.09,
            "the noise is not multiplied by anything": 1.0,
        }
        others = {name: scale for name, scale in wrong.items() if not math.isclose(scale, std)}
        checks.normal(noise, std, 0.0, 5e-10, others, "the added numbers")


@pytest.mark.task("denoising", weight=0.5)
def test_every_pixel_has_its_own_noise(student, rng):
    """Each image has noise of its own; the same seed gives the same, no seed new noise; the images stay as they are."""
    images = rng.uniform(0, 1, (3, 1, 28, 28)).astype(np.float32)
    one, other = (int(seed) for seed in rng.integers(2**31, size=2))
    (first, again, second, free, free_again), after = noise_of(student, images, [one, one, other, None, None])
    checks.not_mutated(images, after, "images")
    if np.allclose(first[0], first[1], atol=1e-5):
        checks.fail("all images of a batch get the same noise.", "same noise for every image")
    if not np.allclose(first, again, atol=1e-6):
        checks.fail("the same seed gives different noise.", "seed is not used")
    if np.allclose(first, second, atol=1e-6):
        checks.fail("two different seeds give the same noise.", "seed is not used")
    if np.allclose(free, free_again, atol=1e-6):
        checks.fail("without a seed two calls give the same noise.", "always the same noise")


def test_training_is_on_noisy_images(training, std):
    """With noisy=True the images enter the network with the declared noise on them, and training works.

    5 % is allowed, and six standard errors of the spread of so many numbers: 50,176, but 784 where all images have the
    same noise, which another test looks at. Clipping is not looked at again.
    """
    seen, images = training
    check_training(seen, len(images), "train_cae")
    entered = np.asarray(seen["first"]["inputs"], float)
    which = np.asarray(seen["which"], int)[: len(entered)]
    noise = entered - images.reshape(len(images), -1)[which]
    spread, drawn = float(noise.std()), noise[0].size if np.allclose(noise, noise[0], atol=1e-5) else noise.size
    if spread < 0.01:
        checks.fail("with noisy=True the network is trained on clean images: nothing is corrupted.", "no noise")
    if abs(spread / std - 1) > 0.05 + 6 / math.sqrt(2 * drawn):
        checks.fail("the noise on the images of the training is not the one that NOISE declares.", "other noise")


def test_training_compares_with_clean_images(training):
    """The targets of the training are the clean images."""
    seen, images = training
    if seen["first"] is None:
        checks.fail("train_cae never computes a gradient.", "no training")
    check_targets(seen, images)


@pytest.mark.parametrize("kind", list(PAIRS))
def test_noisy_training_helps_on_noisy_images(shares, std, kind):
    """On noisy test images, the network trained with noise comes nearer to the clean ones than the one trained without.

    ``std`` is the declared noise; the same noisy images go into both networks.
    """
    make, clean_file, noise_file = PAIRS[kind]
    trained, note = shares(noise_file, make, std)
    without, _ = shares(clean_file, make, std)
    allowed = WORSE[data.kind("mnist")] if kind == "without skips" else 0.0
    if trained <= without - allowed:
        checks.fail(
            f"{noise_file} rebuilds noisy images no better than {clean_file} does: was it trained with noise?{note}",
            "no better than without noise",
        )
