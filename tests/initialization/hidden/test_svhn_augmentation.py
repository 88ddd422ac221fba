"""T3.5: the augmentation itself, and that training uses it."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from autograder import checks
from tests.initialization.hidden import catalogue_networks as catalogue
from tests.initialization.hidden.patterns import MIRRORS, blobs, grey, mirrored_share, similarity
from tests.initialization.hidden.trained import SVHN, check_not_a_copy, check_report, check_was_trained

pytestmark = pytest.mark.task("svhn_augmentation")
FILE = "svhn_augmented.pt"


@pytest.fixture(scope="module")
def trained(evaluated):
    return evaluated(SVHN, FILE, "augment")


def augmented(student, images, seed):
    return checks.array(student.augment(torch.from_numpy(images), seed), images.shape, "the augmented batch")


def changed(before, after):
    """True for every image that differs visibly."""
    return np.abs(after - before).max(axis=(1, 2, 3)) > 1e-3


def augmented_blobs(student, rng):
    """Test images and their augmented versions, both in grey; fails where the batch comes back unchanged."""
    images = blobs(rng, 48)
    result = augmented(student, images, int(rng.integers(2**31)))
    if not changed(images, result).any():
        checks.fail(catalogue.ALL_UNCHANGED)
    return grey(images), grey(result)


def test_changes_the_images_and_keeps_their_form(student, rng):
    """augment returns a new batch of the same shape and range [0, 1], changes many images, and keeps the given batch.

    A tenth must change: an augmentation applied to every second image at random falls below that once in a million.
    """
    images = blobs(rng, 32)
    seed = int(rng.integers(2**31))
    result = augmented(student, images, seed)
    if result.min() < -1e-3 or result.max() > 1 + 1e-3:
        checks.fail(catalogue.RANGE_LEFT)
    different = changed(images, result)
    if different.mean() < 0.1:
        unchanged = int(np.count_nonzero(~different))
        checks.fail(catalogue.IMAGES_UNCHANGED(unchanged=unchanged, total=len(images)))
    after, _ = student.probe("arguments_after", "augment", [torch.from_numpy(images), seed])
    checks.not_mutated(images, after, "the batch of images")


def test_each_image_has_its_own_randomness(student, rng):
    """Equal images of a batch are changed differently, and the seed decides how."""
    images = np.repeat(blobs(rng, 1), 32, axis=0)
    seed, other = (int(number) for number in rng.integers(2**31, size=2))
    result = augmented(student, images, seed)
    if np.allclose(result, result[:1], atol=1e-4):
        checks.fail(catalogue.SAME_CHANGE_FOR_IMAGES)
    if not np.allclose(result, augmented(student, images, seed), atol=1e-5):
        checks.fail(catalogue.SEED_IGNORED, "images")
    if np.allclose(result, augmented(student, images, other), atol=1e-5):
        checks.fail(catalogue.SEED_FIXED, "images")


@pytest.mark.task("svhn_augmentation", weight=2)
def test_digits_are_not_mirrored(student, rng):
    """No image is mirrored or turned upside down, because that changes the digit."""
    images, result = augmented_blobs(student, rng)
    for name, axes in MIRRORS.items():
        if mirrored_share(images, result, axes) > 0.2:
            checks.fail(catalogue.MIRRORED(how=name))


@pytest.mark.task("svhn_augmentation", weight=1.5)
def test_digits_stay_recognisable(student, rng):
    """An augmented image can still be recognised."""
    images, result = augmented_blobs(student, rng)
    if similarity(images, result).mean() < 0.5:
        checks.fail(catalogue.TOO_STRONG)


@pytest.mark.task("svhn_augmentation", weight=3.5, last=True)
def test_training_uses_the_augmentation(student, rng):
    """train_svhn passes every batch through augment, before normalisation, anew in each epoch, and uses the result."""
    images, labels = SVHN.split("train")
    some = rng.choice(len(images), 256, replace=False)
    result = student.probe(
        "augmented_training",
        torch.from_numpy(images[some]),
        torch.from_numpy(labels[some]),
        2,
        int(rng.integers(2**31)),
    )
    if not result["given"]:
        checks.fail(catalogue.AUGMENT_NEVER_CALLED)
    if max(result["entering"], default=0.0) > 1e-3:
        checks.fail(catalogue.AUGMENT_RESULT_NOT_USED)
    if min(low for _, low, _ in result["given"]) < -1e-6 or max(high for _, _, high in result["given"]) > 1 + 1e-6:
        checks.fail(catalogue.AUGMENTED_AFTER_NORMALISING)
    if sum(count for count, _, _ in result["given"]) < 1.2 * len(some):
        checks.fail(catalogue.AUGMENTED_ONCE)
    if len(set(result["seeds"])) < 2:
        checks.fail(catalogue.SAME_SEED_FOR_BATCHES)


@pytest.mark.task("svhn_augmentation", weight=0.5)
def test_was_trained_again(student, trained):
    """The network of the second file was trained, and is not a copy of the first one."""
    check_was_trained(trained, FILE)
    check_not_a_copy(student, SVHN, "svhn_cnn.pt", FILE)


@pytest.mark.task("svhn_augmentation", weight=0.5)
def test_report_tells_the_change_in_accuracy(student, trained, evaluated):
    """The saved accuracy, and its change since the first network, are those that the two files reach."""
    if trained.report:
        check_report(trained.report.get("test_accuracy"), trained.accuracy, "the reported test_accuracy")
        if student.file("svhn_cnn.pt"):
            change = trained.accuracy - evaluated(SVHN, "svhn_cnn.pt").accuracy
            check_report(trained.report.get("change"), change, "the reported change")
