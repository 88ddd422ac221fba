"""Measures the autoencoders of Problem 2 for a table in ``docs/results.md``.

    python -m solutions.spirals.results_autoencoder --data DIR --write docs/results.md

``DIR`` holds the real Fashion-MNIST in torchvision's layout. The table shows the course's own recipes on all images,
then the networks that the hidden tests train (ten epochs on the first 5,120 images), on the real images and on the
stand-in.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from autograder import data
from solutions.measuring import write_table
from solutions.spirals.autoencoder import (
    DEEP,
    SHALLOW,
    add_noise,
    count_parameters,
    make_autoencoder,
    squared_error,
    train,
)

MARKER = "spirals autoencoders"


@dataclass(frozen=True)
class Recipe:
    """One row of the table: the layers, the number of images (None: all), the epochs and the noise."""

    title: str
    sizes: tuple[int, ...]
    epochs: int
    noise: float = 0.0
    count: int | None = None


COURSE = (
    Recipe("shallow", SHALLOW, 5),
    Recipe("deep", DEEP, 10),
    Recipe("denoising, factor 0.2", SHALLOW, 10, 0.2),
)
TESTS = (
    Recipe("shallow", SHALLOW, 10, count=5_120),
    Recipe("deep", DEEP, 10, count=5_120),
    Recipe("denoising, factor 0.4", SHALLOW, 10, 0.4, count=5_120),
)


def row(recipe: Recipe, root: str | None, seeds: Sequence[int], device: str | None) -> str:
    """One line of the table: the squared errors of all seeds, and the errors to compare them with."""
    x_train, x_test = (_rows(data.load("fashion_mnist", split, root)[0]) for split in ("train", "test"))
    x_train = x_train[: recipe.count]
    inputs = add_noise(x_test, recipe.noise, np.random.default_rng(99)) if recipe.noise else x_test
    start, errors = time.process_time(), []
    for seed in seeds:
        model = _new_network(recipe.sizes, seed)
        options: dict[str, Any] = {"noise_factor": recipe.noise, "seed": seed, "device": device}
        train(model, x_train, epochs=recipe.epochs, **options)
        errors.append(squared_error(model.predict(inputs, verbose=0), x_test))
    seconds = (time.process_time() - start) / len(seeds)
    mean_image = squared_error(np.broadcast_to(x_train.mean(axis=0), x_test.shape), x_test)
    noise = f"{squared_error(inputs, x_test):.1f}" if recipe.noise else "–"
    formatted_errors = ", ".join(f"{error:.2f}" for error in errors)
    images = f"{data.kind('fashion_mnist', root)}, {len(x_train):,} + {len(x_test):,}"
    return (
        f"| {recipe.title} | {images} | {count_parameters(recipe.sizes):,} | {recipe.epochs} | {formatted_errors} | "
        f"{mean_image:.1f} | {noise} | {seconds:.0f} s |"
    )


def table(root: str, device: str | None) -> list[str]:
    """Header and rows; each row is printed as soon as it is measured."""
    lines = [
        "| network | data, training + test images | parameters | epochs | squared error on the test images | "
        "of the mean image | of the noisy images | CPU time |",
        "|---|---|---|---|---|---|---|---|",
    ]
    for recipe in COURSE:
        lines.append(row(recipe, root, [0], device))
        print(lines[-1], flush=True)
    for folder in (root, None):
        for recipe in TESTS:
            lines.append(row(recipe, folder, [0, 1, 2], device))
            print(lines[-1], flush=True)
    return lines


def _rows(images: np.ndarray) -> np.ndarray:
    return images.reshape(len(images), -1).astype(np.float32) / 255


def _new_network(sizes: tuple[int, ...], seed: int) -> Any:
    import keras

    keras.utils.set_random_seed(seed)
    return make_autoencoder(sizes)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.spirals.results_autoencoder", description=__doc__)
    parser.add_argument("--data", metavar="DIR", required=True, help="folder with the real files, torchvision's layout")
    parser.add_argument("--device", help="TensorFlow's name, such as /GPU:0; its own choice without it")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    os.environ.pop("AUTOGRADER_DATA", None)  # so that the rows of the stand-in are measured on the stand-in
    lines = table(options.data, options.device)
    if options.write:
        write_table(options.write, MARKER, lines)


if __name__ == "__main__":
    main()
