"""Compares linear autoencoders that are trained by gradient descent with PCA; writes a table of ``docs/results.md``.

    python -m solutions.autoencoders.results_theory --data DIR --write docs/results.md

``DIR`` holds the real MNIST in torchvision's layout. The clouds are like those in the tests of ``pca_vs_linear``.
"""

from __future__ import annotations

import argparse
import math
import os
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from autograder import data
from autograder.checks.subspaces import largest_angle
from solutions.autoencoders.theory import pca_basis, pca_error, reconstruction_error
from solutions.measuring import write_table

MARKER = "autoencoders linear"
CLOUDS = ((120, 5, 1), (200, 6, 2), (90, 8, 3))
"""For each cloud: rows, columns and size of the code."""


def train_linear(X: np.ndarray, k: int, steps: int, seed: int = 0) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Encoder (k, d), decoder (d, k) and mean, by gradient descent on the mean squared error from a random start.

    The error and its gradients depend on the data only through the covariance S: with R = (D E − 1) S they are
    ∂/∂D = 2 R Eᵀ and ∂/∂E = 2 Dᵀ R. The step is 0.2 / (largest variance).
    """
    mean = X.mean(axis=0)
    covariance = (X - mean).T @ (X - mean) / len(X)
    rate, d = 0.1 / float(np.linalg.norm(covariance, 2)), len(covariance)
    rng = np.random.default_rng(seed)
    encoder, decoder = rng.normal(size=(k, d)) / math.sqrt(d), rng.normal(size=(d, k)) / math.sqrt(d)
    for _ in range(steps):
        rest = decoder @ (encoder @ covariance) - covariance
        decoder, encoder = decoder - 2 * rate * rest @ encoder.T, encoder - 2 * rate * decoder.T @ rest
    return encoder, decoder, mean


def cloud(rng: np.random.Generator, n: int, d: int, k: int) -> np.ndarray:
    """(n, d) with k long directions; the others are short, none lies along an axis, and the mean is far from 0."""
    deviations = np.append(rng.uniform(1.0, 3.0, k), rng.uniform(0.15, 0.35, d - k))
    turn = np.linalg.qr(rng.normal(size=(d, d)))[0]
    return np.asarray(rng.normal(size=(n, d)) * deviations @ turn.T + 3 * rng.normal(size=d))


def row(title: str, sets: Sequence[np.ndarray], k: int, steps: int) -> str:
    """One line of the table with the worst of the data sets."""
    start, angles, excesses = time.process_time(), [], []
    for seed, X in enumerate(sets):
        trained = train_linear(X, k, steps, seed)
        angles.append(math.degrees(largest_angle(trained[1], pca_basis(X, k))))
        excesses.append(reconstruction_error(X, *trained) / pca_error(X, k) - 1)
    seconds = (time.process_time() - start) / len(sets)
    size = f"{sets[0].shape[0]:,} × {sets[0].shape[1]}"
    return f"| {title} | {size} | {k} | {steps:,} | {max(angles):.1g}° | {max(excesses):.1e} | {seconds:.1f} s |"


def table(root: str) -> list[str]:
    """Header and rows; prints each row when it is ready."""
    lines = [
        "| data | rows × columns | code | steps | largest angle to PCA | error above PCA's (part of it) | CPU time |",
        "|---|---|---|---|---|---|---|",
    ]
    rng = np.random.default_rng(663)
    for shape in CLOUDS:
        lines.append(row("25 clouds, the worst", [cloud(rng, *shape) for _ in range(25)], shape[2], 10_000))
        print(lines[-1], flush=True)
    for folder in (None, root):
        images = data.load("mnist", "train", folder)[0]
        X = images.reshape(len(images), -1).astype(np.float64) / 255
        lines.append(row(f"MNIST, {data.kind('mnist', folder)}", [X], 2, 3_000))
        print(lines[-1], flush=True)
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.autoencoders.results_theory", description=__doc__)
    parser.add_argument("--data", metavar="DIR", required=True, help="folder with the real files, torchvision's layout")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    os.environ.pop("AUTOGRADER_DATA", None)  # the stand-in's row is measured on the stand-in
    lines = table(options.data)
    if options.write:
        write_table(options.write, MARKER, lines)


if __name__ == "__main__":
    main()
