"""2.6.1: the codes of the inner layer, those of PCA, and how well labels lie together in the plane."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from solutions.convnets import mnist
from tests.convnets.hidden.mnist_models import (
    AUTOENCODER,
    handed_in,
    in_batches,
    some_images,
    split,
    training_axes,
    value_of,
)

pytestmark = pytest.mark.task("embedding_vs_pca")

POINTS, NEIGHBOURS = 5_000, 15


@pytest.mark.task("embedding_vs_pca", weight=1.5)
def test_codes_are_those_of_the_inner_layer(student, rng):
    """embed gives the (n, 2) numbers that the autoencoder's inner layer gives for the same images, in their order."""
    file = handed_in(student, AUTOENCODER).file
    found = value_of(student.probe("inner_codes", file, some_images(rng, 30)), AUTOENCODER, file)
    codes = checks.array(found["codes"], (30, 2), "the result of embed")
    inside = [np.asarray(one, float) for one in found["inside"]]
    inside = [one for one in inside if one.shape == (30, 2)]
    if not inside:
        checks.fail("no layer of the autoencoder gives two numbers per image.", "code of another size")
    if any(np.allclose(codes, one, rtol=1e-3, atol=1e-3 * np.abs(one).max()) for one in inside):
        return
    if any(np.allclose(np.sort(codes, 0), np.sort(one, 0), rtol=1e-3, atol=1e-3) for one in inside):
        checks.fail("the codes of embed are not in the order of the images.", "other order")
    checks.fail(
        "the result of embed is not what the inner layer of the autoencoder gives for these images. Is the encoder "
        "made of the trained layers, and are the images scaled as in training?",
        "not the inner layer",
    )


def test_principal_components(student, rng):
    """pca_codes gives the first two principal components, found on fit_images, of the other images.

    Compared by correlation, so signs, scale and a shift of the axes are free.
    """
    images, labels = split("train")
    fit = images[rng.permutation(np.flatnonzero(np.isin(labels, rng.choice(10, 4, replace=False))))[:600]]
    others = some_images(rng, 150)
    given = [fit.copy(), others.copy()]
    codes = checks.array(student.pca_codes(*given), (150, 2), "the result of pca_codes")
    if _agree(codes, mnist.pca_codes(fit, others)):
        return
    rows, new = mnist.as_rows(fit), mnist.as_rows(others)
    uncentred = np.linalg.svd(rows, full_matrices=False)[2][:2]
    wrong = {
        "the components are found on `images` instead of `fit_images`": mnist.pca_codes(others, others),
        "they are found on both sets together": mnist.pca_codes(np.concatenate([fit, others]), others),
        "the mean is not subtracted before the components are found": new @ uncentred.T,
        "the second component comes first": mnist.pca_codes(fit, others)[:, ::-1],
        "they are the second and the third": mnist.pca_codes(fit, others, 3)[:, 1:],
    }
    for name, value in wrong.items():
        if _agree(codes, value):
            checks.fail(f"the principal components are wrong: {name}.", name)
    checks.fail("these are not the first two principal components of the pixels.", "not PCA")


def _agree(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether each column is the other's, up to sign, scale and shift; randomised solvers reach 0.9999 and more."""
    for a, b in zip(one.T, other.T, strict=True):
        if a.std() < 1e-12 or b.std() < 1e-12 or abs(np.corrcoef(a, b)[0, 1]) < 0.999:
            return False
    return True


def test_neighbour_accuracy(student, rng):
    """neighbour_accuracy is the fraction of new points with the most frequent label among their k nearest codes.

    Two labels and an odd k, so that there are no ties.
    """
    for k in (9, 31, 1):
        points, right, wrong = _telling_points(rng, k)
        found = checks.number(student.neighbour_accuracy(*points, k=k), "neighbour_accuracy")
        named = {name: value for name, value in wrong.items() if abs(value - right) > 1e-4}
        checks.close(found, right, "neighbour_accuracy", rtol=1e-6, candidates=named)


def _telling_points(rng: np.random.Generator, k: int) -> tuple[tuple[np.ndarray, ...], float, dict[str, float]]:
    """Points, the right accuracy, and mistaken ones; with several neighbours all differ: a mistake has one name."""
    one, other = (int(label) for label in rng.choice(10, 2, replace=False))
    while True:
        labels, new_labels = (np.where(rng.random(n) < 0.4, one, other) for n in (300, 170))
        codes, new = (rng.normal(0, 1, (len(some), 2)) + 0.8 * (some == one)[:, None] for some in (labels, new_labels))
        given, asked = (codes, labels), (new, new_labels)
        right = mnist.neighbour_accuracy(*given, *asked, k)
        wrong = {
            "it is measured on the given codes instead of the new points": mnist.neighbour_accuracy(*given, *given, k),
            "it is measured among the new points": mnist.neighbour_accuracy(*asked, *asked, k),
            "it is in per cent": 100 * right,
            "it is the share of wrong labels": 1 - right,
            "k is 15 whatever is asked for": mnist.neighbour_accuracy(*given, *asked, 15),
            "k is 5 whatever is asked for": mnist.neighbour_accuracy(*given, *asked, 5),
            "it is the number of right labels": right * len(new),
        }
        values = np.sort([right, *wrong.values()])
        if k == 1 or np.diff(values).min() > 1e-4:  # its own nearest neighbour is every point itself
            return (*given, *asked), right, wrong


@pytest.mark.task("embedding_vs_pca", weight=2.5)
def test_labels_lie_together(student, rng, thresholds):
    """Enough test images have the label of their neighbours in the autoencoder's plane, and more than in that of PCA.

    The codes are those of autoencoder.keras for 5,000 training images and for the test images, with k = 15. Half of the
    marks at the pass mark, rising linearly to all of them.
    """
    limits = thresholds("embedding_vs_pca")
    handed = handed_in(student, AUTOENCODER)
    (train, labels), (images, new_labels) = split("train"), split("test")
    chosen = rng.choice(len(train), POINTS, replace=False)
    codes, new = (_codes(student, handed.file, some) for some in (train[chosen], images))
    fits = [(codes, new), (mnist.coordinates(some, *training_axes()) for some in (train[chosen], images))]
    reached, by_pca = (mnist.neighbour_accuracy(a, labels[chosen], b, new_labels, NEIGHBOURS) for a, b in fits)
    if reached <= by_pca:
        checks.fail(
            f"{100 * reached:.1f} % of the test images have the label of their neighbours in the autoencoder's plane, "
            f"not more than in that of PCA. {handed.note}".strip(),
            "not better than PCA",
        )
    what = "the neighbour accuracy of the autoencoder's codes"
    checks.accuracy(round(reached * len(images)), len(images), limits["pass"], limits["full"], what=what)


def _codes(student, file: str, images: np.ndarray) -> np.ndarray:
    """Codes (n, 2) by embed and the file's weights."""
    parts = []
    for batch in in_batches(images):
        found = value_of(student.probe("handed_in_codes", file, batch), AUTOENCODER, file)
        parts.append(checks.array(found, (len(batch), 2), "the result of embed"))
    return np.concatenate(parts)
