"""5.3: the best linear autoencoder, in whatever basis."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest

from autograder import checks
from autograder.checks.subspaces import largest_angle
from solutions.autoencoders.theory import pca_basis, pca_error, reconstruction_error

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
        repairs = {
            "the mean is wrong: with that of the data it would be as good": (encoder, decoder, centre),
            "the encoder does not fit the decoder: with the decoder's pseudo-inverse it would be as good": (
                np.linalg.pinv(decoder),
                decoder,
                mean,
            ),
        }
        for name, repaired in repairs.items():
            if reconstruction_error(X, *repaired) <= (1 + MORE_ERROR) * best:
                checks.fail(f"the reconstruction is worse than PCA's; {name}.", name.split(":")[0])
        checks.fail(f"the squared error is {error / best:.3g} times that of PCA with the same number of dimensions.")


@pytest.mark.task("pca_vs_linear", weight=0.5)
def test_data_stay_as_they_are(student, rng):
    """X is not changed."""
    X, k = next(_data(rng))
    after = student.probe("arguments_after", "linear_autoencoder", [X.copy(), k])
    checks.not_mutated(X, after[0], "X")


def _data(rng: np.random.Generator) -> Iterator[tuple[np.ndarray, int]]:
    """Clouds of rows, some long directions and some short; every wrong basis is far from the right one."""
    for n, d, k in ((120, 5, 1), (200, 6, 2), (90, 8, 3)):
        while True:
            deviations = np.append(rng.uniform(1.0, 3.0, k), rng.uniform(0.15, 0.35, d - k))
            turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
            X = rng.normal(size=(n, d)) * deviations @ turn.T
            X = X - X.mean(axis=0) + rng.normal(size=d) * 3
            angles = [largest_angle(wrong, pca_basis(X, k)) for wrong in _wrong_bases(X, k).values()]
            spread = np.sqrt(np.linalg.eigvalsh(np.cov(X, rowvar=False)))[::-1]
            if min(angles) > 4 * MAX_ANGLE and spread[k - 1] > 0.95 and spread[k] < 0.4:
                yield X, k
                break


def _answer(found: Any, d: int, k: int) -> Answer:
    """Encoder (k, d), decoder (d, k) and mean (d,); matrices may be transposed, as d and k differ."""
    if not isinstance(found, list) or len(found) != 3:
        checks.fail("linear_autoencoder returns three arrays: encoder, decoder and mean.", "not three arrays")
    encoder = checks.array(found[0], [(k, d), (d, k)], "the encoder", lists_ok=True)
    decoder = checks.array(found[1], [(d, k), (k, d)], "the decoder", lists_ok=True)
    mean = checks.array(found[2], [(d,), (1, d), (d, 1)], "the mean", lists_ok=True).ravel()
    return (
        encoder if encoder.shape == (k, d) else encoder.T,
        decoder if decoder.shape == (d, k) else decoder.T,
        mean,
    )


def _wrong_bases(X: np.ndarray, k: int) -> dict[str, np.ndarray]:
    """Matrices (d, k) that common mistakes lead to."""
    centred = X - X.mean(axis=0)
    directions = np.linalg.svd(centred)[2]
    return {
        "it spans the directions of least variance": directions[-k:].T,
        "it holds columns of V transposed where its rows belong": directions[:, :k],
        "the data are not centred": np.linalg.svd(X)[2][:k].T,
        "the data are scaled to unit variance first": np.linalg.svd(centred / centred.std(axis=0))[2][:k].T,
        "it holds the first k coordinates": np.eye(X.shape[1])[:, :k],
        "the covariance is taken between the rows": centred[:k].T,
    }
