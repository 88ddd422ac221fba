"""T3.4: noise on the test images, and the accuracy under it."""

from __future__ import annotations

import math

import numpy as np
import pytest
import torch

from autograder import checks
from solutions.initialization import NOISE_LEVELS, add_noise
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.trained import SVHN, predictions

pytestmark = pytest.mark.task("svhn_noise")
FILE = "svhn_cnn.pt"


def grey_images(rng, count):
    """Float32 images in 0.4 … 0.6, where noise meets neither end of [0, 1]."""
    return rng.uniform(0.4, 0.6, (count, 3, 32, 32)).astype(np.float32)


def noise_of(student, images, a, seed):
    noisy = checks.array(student.add_noise(torch.from_numpy(images), a, seed), images.shape, "the noisy images")
    return noisy - images


@pytest.mark.task("svhn_noise", weight=1.5)
def test_noise_is_normal_with_std_a(student, rng):
    """The added noise is normal with mean 0 and standard deviation a."""
    images = grey_images(rng, 8)
    for a in (0.04, 0.01):
        wrong_stds = [
            (catalogue.A_AS_VARIANCE, math.sqrt(a)),
            (catalogue.A_SQUARED, a**2),
            (catalogue.A_NOT_USED, 1.0),
        ]
        noise = noise_of(student, images, a, int(rng.integers(2**31)))
        checks.normal(noise, a, 0.0, 1e-8, wrong_stds, "the added numbers")


@pytest.mark.task("svhn_noise", weight=0.5)
def test_noise_is_not_clipped(student, rng):
    """Black and white pixels get the same noise as grey ones: nothing is clipped to [0, 1]."""
    for value, side in ((0.0, "below 0"), (1.0, "above 1")):
        images = np.full((2, 3, 32, 32), value, np.float32)
        noise = noise_of(student, images, 0.05, int(rng.integers(2**31)))
        if (noise >= 0).all() or (noise <= 0).all():
            checks.fail(catalogue.NOISE_CLIPPED(side=side))


def test_every_pixel_has_its_own_noise(student, rng):
    """Each image and each channel gets its own noise, and the seed decides it."""
    images = grey_images(rng, 3)
    seed, other = (int(number) for number in rng.integers(2**31, size=2))
    noise = noise_of(student, images, 0.05, seed)
    if np.allclose(noise[0], noise[1], atol=1e-6):
        checks.fail(catalogue.SAME_NOISE_FOR_IMAGES)
    if np.allclose(noise[:, 0], noise[:, 1], atol=1e-6):
        checks.fail(catalogue.SAME_NOISE_FOR_CHANNELS)
    if not np.array_equal(noise, noise_of(student, images, 0.05, seed)):
        checks.fail(catalogue.SEED_IGNORED, "noise")
    if np.array_equal(noise, noise_of(student, images, 0.05, other)):
        checks.fail(catalogue.SEED_FIXED, "noise")


@pytest.mark.task("svhn_noise", weight=0.5)
def test_leaves_the_given_images_alone(student, rng):
    """add_noise does not change the images that it is given."""
    images = grey_images(rng, 2)
    after, *_ = student.probe("arguments_after", "add_noise", [torch.from_numpy(images), 0.05, 1])
    checks.not_mutated(images, after, "the batch of images")


@pytest.mark.task("svhn_noise", weight=1.5)
def test_noise_comes_before_normalisation(student, rng):
    """In noise_accuracies the noise is part of the image: it is added before normalisation, for each a to all images.

    The test compares the spread of the noise at the input of the network: 50,000 numbers scatter by 0.3 %, 10 % is
    allowed.
    """
    images, _ = SVHN.split("train")
    some = torch.from_numpy(images[rng.integers(len(images), size=16)])
    inputs = student.probe("inputs_under_noise", some, list(NOISE_LEVELS), int(rng.integers(2**31)))
    plain, theirs = inputs["plain"], inputs["theirs"]
    if len(theirs) < len(NOISE_LEVELS) * len(plain) or len(theirs) % len(plain) or theirs.shape[1:] != plain.shape[1:]:
        checks.fail(catalogue.IMAGES_LEFT_OUT)
    spreads = [float((group - plain).std()) for group in np.split(theirs, len(theirs) // len(plain))]
    expected = [float((noisy - plain).std()) for noisy in inputs["noisy"]]
    afterwards = all(any(abs(spread / a - 1) < 0.1 for spread in spreads) for a in NOISE_LEVELS)
    for a, wanted in zip(NOISE_LEVELS, expected, strict=True):
        if not any(abs(spread / wanted - 1) < 0.1 for spread in spreads):
            entry = catalogue.NOISE_AFTER_NORMALISATION if afterwards else catalogue.OTHER_NOISE
            checks.fail(entry(a=f"{a:g}"))


@pytest.mark.task("svhn_noise", weight=1.5)
def test_accuracies_are_those_of_the_noisy_images(student, rng):
    """The result holds, for each a, the fraction of the noisy images that are classified as labelled.

    The labels are the network's own predictions without noise, and deliberately wrong for the last third of the images.
    The test draws other noise than the answer, so it allows five standard errors, estimated from the images on which
    two draws disagree, plus 0.02.
    """
    images, _ = SVHN.split("test")
    count = 300
    some = images[rng.choice(len(images), count, replace=False)]
    weights = (
        FILE if student.file(FILE) and "problem" not in student.probe("read_checkpoint", FILE, SVHN.make) else None
    )
    labels = predictions(student, SVHN, weights, some)
    labels[2 * count // 3 :] = (labels[2 * count // 3 :] + 1) % 10
    accuracies = student.probe(
        "claimed_noise_accuracies", weights, torch.from_numpy(some), torch.from_numpy(labels), int(rng.integers(2**31))
    )
    checks.keys(accuracies, NOISE_LEVELS, "the result of noise_accuracies")
    ours = {a: classified_as_labelled(student, weights, some, labels, a, rng) for a in NOISE_LEVELS}
    unsteady = (ours[0.05] != classified_as_labelled(student, weights, some, labels, 0.05, rng)).mean()
    tolerance = 0.02 + 5 * math.sqrt((unsteady + 1 / count) / count)
    for a in NOISE_LEVELS:
        claimed = checks.number(accuracies[a], f"the accuracy for a = {a:g}")
        if 1 < claimed <= 100:
            checks.fail(catalogue.ACCURACIES_IN_PER_CENT)
        if abs(claimed - ours[a].mean()) > tolerance:
            checks.fail(catalogue.WRONG_NOISE_ACCURACY(a=f"{a:g}"))


def classified_as_labelled(student, weights, images, labels, a, rng):
    """True for every image that is classified as labelled under noise of our own."""
    noisy = add_noise(images / 255.0, a, int(rng.integers(2**31))).astype(np.float32)
    scores = student.probe("noisy_scores", weights, torch.from_numpy(noisy))
    return checks.array(scores, (len(images), 10), "the result of predict_svhn").argmax(axis=1) == labels
