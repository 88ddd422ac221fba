"""5.3: the best linear autoencoder, in any basis."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks.subspaces import largest_angle
from solutions.autoencoders.theory import pca_basis, pca_error, reconstruction_error
from tests.autoencoders.hidden import catalogue_corruption as catalogue

pytestmark = pytest.mark.task("pca_vs_linear")

MAX_ANGLE = math.radians(3)
"""Measured on 75 data sets: gradient descent leaves 0.01° (docs/results.md); the mistakes below begin at 12°."""
MORE_ERROR = 0.01
"""Excess over PCA's error; gradient descent leaves 1e-4, and the mistakes below begin at 0.2 (75 data sets)."""
Answer = tuple[np.ndarray, np.ndarray, np.ndarray]


@pytest.mark.task("pca_vs_linear", weight=2)
def test_decoder_spans_the_subspace_of_pca(student, rng):
    """The columns of the decoder span the same subspace as PCA's first k components, in any basis."""
    for X, k in _data(rng):
        _, decoder, _ = _answer(student.linear_autoencoder(X, k), X.shape[1], k)
        checks.subspace(decoder, pca_basis(X, k), MAX_ANGLE, "the decoder", _wrong_bases(X, k))


@pytest.mark.task("pca_vs_linear", weight=2)
def test_reconstruction_is_as_good_as_that_of_pca(student, rng):
    """Encoder, decoder and mean together reach PCA's squared error with the same number of dimensions."""
    for X, k in _data(rng):
        answer = _answer(student.linear_autoencoder(X, k), X.shape[1], k)
        error, best = reconstruction_error(X, *answer), pca_error(X, k)
        if error <= (1 + MORE_ERROR) * best:
            continue
        encoder, decoder, mean = answer
        centre = X.mean(axis=0)
        repairs = [
            (catalogue.MEAN_WRONG, (encoder, decoder, centre)),
            (catalogue.ENCODER_WRONG, (np.linalg.pinv(decoder), decoder, mean)),
        ]
        for mistake, repaired in repairs:
            if reconstruction_error(X, *repaired) <= (1 + MORE_ERROR) * best:
                checks.fail(mistake)
        checks.fail(catalogue.WORSE_THAN_PCA(ratio=error / best))


@pytest.mark.task("pca_vs_linear", weight=0.5)
def test_data_stay_as_they_are(student, rng):
    """The function does not change X."""
    X, k = next(_data(rng))
    after = student.probe("arguments_after", "linear_autoencoder", [X.copy(), k])
    checks.not_mutated(X, after[0], "X")


def _data(rng: np.random.Generator) -> Iterator[tuple[np.ndarray, int]]:
    """Clouds of points with k long and d − k short directions; every wrong basis is far from the right one."""
    for n, d, k in ((120, 5, 1), (200, 6, 2), (90, 8, 3)):
        while True:
            deviations = np.append(rng.uniform(1.0, 3.0, k), rng.uniform(0.15, 0.35, d - k))
            turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
            X = rng.normal(size=(n, d)) * deviations @ turn.T
            X = X - X.mean(axis=0) + rng.normal(size=d) * 3
            angles = [largest_angle(wrong, pca_basis(X, k)) for _, wrong in _wrong_bases(X, k)]
            spread = np.sqrt(np.linalg.eigvalsh(np.cov(X, rowvar=False)))[::-1]
            if min(angles) > 4 * MAX_ANGLE and spread[k - 1] > 0.95 and spread[k] < 0.4:
                yield X, k
                break


def _answer(answer: Any, d: int, k: int) -> Answer:
    """Encoder (k, d), decoder (d, k) and mean (d,). An answer may transpose the matrices, because d and k differ."""
    if not isinstance(answer, list) or len(answer) != 3:
        checks.fail(catalogue.NOT_THREE_ARRAYS)
    encoder = checks.array(answer[0], [(k, d), (d, k)], "the encoder")
    decoder = checks.array(answer[1], [(d, k), (k, d)], "the decoder")
    mean = checks.array(answer[2], [(d,), (1, d), (d, 1)], "the mean").ravel()
    return (
        encoder if encoder.shape == (k, d) else encoder.T,
        decoder if decoder.shape == (d, k) else decoder.T,
        mean,
    )


def _wrong_bases(X: np.ndarray, k: int) -> list[tuple[checks.Mistake, np.ndarray]]:
    """Matrices (d, k) that common mistakes lead to."""
    centred = X - X.mean(axis=0)
    directions = np.linalg.svd(centred)[2]
    return [
        (catalogue.LEAST_VARIANCE, directions[-k:].T),
        (catalogue.COLUMNS_OF_VT, directions[:, :k]),
        (catalogue.NOT_CENTRED, np.linalg.svd(X)[2][:k].T),
        (catalogue.STANDARDISED, np.linalg.svd(centred / centred.std(axis=0))[2][:k].T),
        (catalogue.FIRST_COORDINATES, np.eye(X.shape[1])[:, :k]),
        (catalogue.COVARIANCE_OF_ROWS, centred[:k].T),
    ]
