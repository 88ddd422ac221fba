"""Measures the networks of ``mnist_keras.ipynb`` for a table in ``docs/results.md``.

    python -m solutions.convnets.results_mnist --data DIR --write docs/results.md

``DIR`` holds the real MNIST in torchvision's layout. The reference recipes are trained on the real images (seed 0), and
on the stand-in with several seeds, from which its thresholds follow.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from autograder import data
from solutions.convnets import mnist
from solutions.measuring import write_table

MARKER = "convnets mnist"
CODES, NEIGHBOURS = 5_000, 15


@dataclass(frozen=True)
class Recipe:
    """A network, and the number of its epochs on the real images and on the stand-in."""

    kind: str
    real: int
    stand_in: int


RECIPES = (Recipe("linear", 12, 20), Recipe("mlp", 12, 15), Recipe("convnet", 8, 20), Recipe("autoencoder", 15, 40))


def classifier(kind: str, epochs: int, seed: int, root: str | None, device: str | None) -> tuple[int, str]:
    """Number of parameters, and the accuracy on the test images, in per cent, as text."""
    import keras

    (x, y), (x_test, y_test) = (data.load("mnist", split, root) for split in ("train", "test"))
    keras.utils.set_random_seed(seed)
    model = mnist.make_classifier(kind)
    mnist.train(model, x / np.float32(255), y, epochs=epochs, device=device)
    reached = mnist.accuracy(model.predict(x_test / np.float32(255), verbose=0), y_test)
    return model.count_params(), f"{100 * reached:.2f}"


def autoencoder(epochs: int, seed: int, root: str | None, device: str | None) -> tuple[int, str]:
    """Number of parameters, and text: squared error and neighbour accuracy, each next to that of PCA."""
    import keras

    (x, y), (x_test, y_test) = (data.load("mnist", split, root) for split in ("train", "test"))
    keras.utils.set_random_seed(seed)
    model, encoder = mnist.make_autoencoder()
    rows, new = (mnist.as_rows(images).astype(np.float32) for images in (x, x_test))
    mnist.train(model, rows, rows, epochs=epochs, device=device)
    error = mnist.mean_squared_error(model.predict(new, verbose=0), x_test)
    smaller = 1 - error / mnist.mean_squared_error(mnist.pca_reconstructions(x, x_test), x_test)
    chosen = np.random.default_rng(seed).choice(len(x), CODES, replace=False)
    by_code, by_pca = (
        mnist.neighbour_accuracy(codes, y[chosen], new_codes, y_test, NEIGHBOURS)
        for codes, new_codes in (
            (encoder.predict(rows[chosen], verbose=0), encoder.predict(new, verbose=0)),
            (mnist.pca_codes(x, x[chosen]), mnist.pca_codes(x, x_test)),
        )
    )
    text = f"{error:.4f} ({100 * smaller:.1f} % below PCA), neighbours {100 * by_code:.1f} (PCA {100 * by_pca:.1f})"
    return model.count_params(), text


def table(root: str, seeds: int, device: str | None) -> list[str]:
    """Header and rows of the table. Prints each row when it is measured."""
    lines = ["| network | data | parameters | epochs | on the test images | CPU time |", "|---|---|---|---|---|---|"]
    for folder in (root, None):
        for recipe in RECIPES:
            start, texts, parameters = time.process_time(), [], 0
            epochs = recipe.real if folder else recipe.stand_in
            used = 1 if folder else seeds
            for seed in range(used):
                if recipe.kind == "autoencoder":
                    parameters, text = autoencoder(epochs, seed, folder, device)
                else:
                    parameters, text = classifier(recipe.kind, epochs, seed, folder, device)
                texts.append(text)
            seconds = (time.process_time() - start) / used
            kind = data.kind("mnist", folder)
            lines.append(
                f"| {recipe.kind} | {kind} | {parameters:,} | {epochs} | {'; '.join(texts)} | {seconds:.0f} s |"
            )
            print(lines[-1], flush=True)
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.convnets.results_mnist", description=__doc__)
    parser.add_argument("--data", metavar="DIR", required=True, help="folder with the real files, torchvision's layout")
    parser.add_argument("--seeds", type=int, default=2, help="seeds on the stand-in")
    parser.add_argument("--device", help="TensorFlow's name, such as /GPU:0 (default: TensorFlow chooses)")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    os.environ.pop("AUTOGRADER_DATA", None)  # otherwise it would replace the stand-in
    lines = table(options.data, options.seeds, options.device)
    if options.write:
        write_table(options.write, MARKER, lines)


if __name__ == "__main__":
    main()
