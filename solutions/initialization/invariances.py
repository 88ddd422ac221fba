"""Q5: one hidden layer over DNA sequences, its invariances and the weights that respect those of the data.

X (4, d); W1 (4, d, 4, d) with W1[r, k] the filter of hidden unit (r, k); W2 (4, d). All float64 numpy.
"""

from __future__ import annotations

import numpy as np

SLOPE = 0.01
"""Slope of LeakyReLU for negative arguments."""

Weights = tuple[np.ndarray, np.ndarray]


def network(X: np.ndarray, W1: np.ndarray, W2: np.ndarray) -> float:
    """f(X) = Σ_rk W2[r, k]·LeakyReLU(Σ_ji W1[r, k, j, i]·X[j, i])."""
    hidden = np.einsum("rkji,ji->rk", np.asarray(W1, np.float64), np.asarray(X, np.float64))
    return float((np.asarray(W2, np.float64) * np.where(hidden > 0, hidden, SLOPE * hidden)).sum())


def reverse(X: np.ndarray) -> np.ndarray:
    """The sequence read from the other end: column i becomes column d − 1 − i (counted from 0)."""
    return np.asarray(X)[..., ::-1].copy()


def swap_pairs(X: np.ndarray) -> np.ndarray:
    """Every base replaced by its partner: row j becomes row (j + 2) mod 4."""
    return np.roll(np.asarray(X), 2, axis=-2)


def rescale_unit(W1: np.ndarray, W2: np.ndarray, r: int, k: int, alpha: float) -> Weights:
    """Weights with the incoming ones of unit (r, k) times alpha > 0, and its outgoing weight divided by alpha."""
    incoming, outgoing = np.array(W1, np.float64), np.array(W2, np.float64)
    incoming[r, k] *= alpha
    outgoing[r, k] /= alpha
    return incoming, outgoing


def permute_units(W1: np.ndarray, W2: np.ndarray, order: np.ndarray) -> Weights:
    """Hidden units in another order: unit m of the result (row-major) is unit ``order[m]`` of the given weights."""
    incoming, outgoing = np.asarray(W1, np.float64), np.asarray(W2, np.float64)
    flat = incoming.reshape(outgoing.size, *incoming.shape[2:])[order]
    return flat.reshape(incoming.shape), outgoing.reshape(-1)[order].reshape(outgoing.shape)


def tie_reversal(W1: np.ndarray, W2: np.ndarray) -> Weights:
    """Every filter averaged with its mirror image, so that f(X) = f(reverse(X))."""
    incoming = np.asarray(W1, np.float64)
    return 0.5 * (incoming + reverse(incoming)), np.array(W2, np.float64)


def tie_pairs(W1: np.ndarray, W2: np.ndarray) -> Weights:
    """Every filter averaged with its partner, so that f(X) = f(swap_pairs(X))."""
    incoming = np.asarray(W1, np.float64)
    return 0.5 * (incoming + swap_pairs(incoming)), np.array(W2, np.float64)


def normalise(X: np.ndarray) -> np.ndarray:
    """X divided by its Frobenius norm, so the same for X and c·X, c > 0. An X of zeros stays as it is."""
    sample = np.asarray(X, np.float64)
    norm = np.linalg.norm(sample)
    return sample / norm if norm > 0 else sample.copy()
