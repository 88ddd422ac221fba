"""2.6.1: the codes of the inner layer, those of PCA, and how well the labels separate in the plane."""

from __future__ import annotations

import numpy as np
import pytest

from autograder import checks
from autograder.checks import discrepancy
from solutions.convnets import mnist
from tests.convnets.hidden import catalogue_autoencoder as catalogue
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

Candidates = list[tuple[checks.Mistake, float]]
POINTS, NEIGHBOURS = 5_000, 15


@pytest.mark.task("embedding_vs_pca", weight=1.5)
def test_codes_are_those_of_the_inner_layer(student, rng):
    """embed gives the (n, 2) numbers that the autoencoder's inner layer gives for the same images, in their order."""
    file = handed_in(student, AUTOENCODER).file
    reply = value_of(student.probe("inner_codes", file, some_images(rng, 30)), AUTOENCODER, file)
    codes = checks.array(reply["codes"], (30, 2), "the result of embed")
    inside = [np.asarray(values, float) for values in reply["inside"]]
    inside = [values for values in inside if values.shape == (30, 2)]
    if not inside:
        checks.fail(catalogue.NO_LAYER_OF_TWO)
    if any(np.allclose(codes, values, rtol=1e-3, atol=1e-3 * np.abs(values).max()) for values in inside):
        return
    if any(np.allclose(np.sort(codes, 0), np.sort(values, 0), rtol=1e-3, atol=1e-3) for values in inside):
        checks.fail(catalogue.CODES_SHUFFLED)
    checks.fail(catalogue.NOT_THE_INNER_LAYER)


def test_principal_components(student, rng):
    """pca_codes fits PCA to fit_images and gives the first two principal components of the other images.

    The codes are compared by correlation, so signs, scale and a shift of the axes are free.
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
    wrong = [
        (catalogue.FITTED_ON_IMAGES, mnist.pca_codes(others, others)),
        (catalogue.FITTED_ON_BOTH, mnist.pca_codes(np.concatenate([fit, others]), others)),
        (catalogue.NOT_CENTRED, new @ uncentred.T),
        (catalogue.SECOND_FIRST, mnist.pca_codes(fit, others)[:, ::-1]),
        (catalogue.SECOND_AND_THIRD, mnist.pca_codes(fit, others, 3)[:, 1:]),
    ]
    for mistake, value in wrong:
        if _agree(codes, value):
            checks.fail(mistake, "the result of pca_codes")
    checks.fail(catalogue.NOT_PCA)


def _agree(one: np.ndarray, other: np.ndarray) -> bool:
    """Whether columns are equal up to sign, scale and shift. Randomised solvers reach a correlation of 0.9999."""
    for a, b in zip(one.T, other.T, strict=True):
        if a.std() < 1e-12 or b.std() < 1e-12 or abs(np.corrcoef(a, b)[0, 1]) < 0.999:
            return False
    return True


def test_neighbour_accuracy(student, rng):
    """neighbour_accuracy is the fraction of new points with the most frequent label among their k nearest codes.

    There are two labels and k is odd, so there are no ties.
    """
    for k in (9, 31, 1):
        points, right, wrong = _telling_points(rng, k)
        accuracy = checks.number(student.neighbour_accuracy(*points, k=k), "neighbour_accuracy")
        named = [(mistake, value) for mistake, value in wrong if abs(value - right) > 1e-4]
        checks.close(accuracy, right, "neighbour_accuracy", rtol=1e-6, candidates=named)


def _telling_points(rng: np.random.Generator, k: int) -> tuple[tuple[np.ndarray, ...], float, Candidates]:
    """Points, the right accuracy, and the wrong one of every mistake. All differ, if there are several neighbours."""
    first, second = (int(label) for label in rng.choice(10, 2, replace=False))
    while True:
        labels, new_labels = (np.where(rng.random(n) < 0.4, first, second) for n in (300, 170))
        codes, new = (
            rng.normal(0, 1, (len(some), 2)) + 0.8 * (some == first)[:, None] for some in (labels, new_labels)
        )
        given, asked = (codes, labels), (new, new_labels)
        right = mnist.neighbour_accuracy(*given, *asked, k)
        wrong: Candidates = [
            (catalogue.ON_GIVEN_CODES, mnist.neighbour_accuracy(*given, *given, k)),
            (catalogue.AMONG_NEW_POINTS, mnist.neighbour_accuracy(*asked, *asked, k)),
            (catalogue.IN_PER_CENT, 100 * right),
            (catalogue.WRONG_LABELS, 1 - right),
            (catalogue.K_IS_15, mnist.neighbour_accuracy(*given, *asked, 15)),
            (catalogue.K_IS_5, mnist.neighbour_accuracy(*given, *asked, 5)),
            (catalogue.NUMBER_OF_LABELS, right * len(new)),
        ]
        values = np.sort([right, *(value for _, value in wrong)])
        if k == 1 or np.diff(values).min() > 1e-4:  # with k = 1, every known point is its own nearest neighbour
            return (*given, *asked), right, wrong


@pytest.mark.task("embedding_vs_pca", weight=2.5)
def test_labels_lie_together(student, rng, thresholds):
    """Enough test images have the label of their neighbours in the autoencoder's plane, and more than in that of PCA.

    The codes are those of autoencoder.keras for 5,000 training images and for the test images, with k = 15. Half of the
    marks are given at the pass mark, and they rise linearly from there to all of them.
    """
    limits = thresholds("embedding_vs_pca")
    handed = handed_in(student, AUTOENCODER)
    (train, labels), (images, new_labels) = split("train"), split("test")
    chosen = rng.choice(len(train), POINTS, replace=False)
    codes, new = (_codes(student, handed.file, some) for some in (train[chosen], images))
    fits = [(codes, new), (mnist.coordinates(some, *training_axes()) for some in (train[chosen], images))]
    reached, by_pca = (mnist.neighbour_accuracy(a, labels[chosen], b, new_labels, NEIGHBOURS) for a, b in fits)
    if reached <= by_pca:
        statement = catalogue.PLANE_NOT_BETTER(percent=100 * float(reached))
        raise checks.CheckFailed([discrepancy(statement), *handed.notes])
    what = "the neighbour accuracy of the autoencoder's codes"
    checks.accuracy(round(reached * len(images)), len(images), limits["pass"], limits["full"], what=what)


def _codes(student, file: str, images: np.ndarray) -> np.ndarray:
    """Codes (n, 2) by embed and the file's weights."""
    parts = []
    for batch in in_batches(images):
        reply = value_of(student.probe("handed_in_codes", file, batch), AUTOENCODER, file)
        parts.append(checks.array(reply, (len(batch), 2), "the result of embed"))
    return np.concatenate(parts)
