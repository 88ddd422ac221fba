"""Measures the networks of P4 to P6 and writes a table of ``docs/results.md``.

    python -m solutions.autoencoders.results --data DIR --write docs/results.md       the real MNIST, one seed
    python -m solutions.autoencoders.results --calibrate 3 --write docs/results.md    the stand-in, three seeds

``DIR`` holds the real files in torchvision's layout. The table shows the classifier's test accuracy, and for the
autoencoders the share of the test images' variance that they explain (``reconstruction.explained``).
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import torch

from autograder import data
from solutions.autoencoders.networks import (
    NOISE_STD,
    ConvAutoencoder,
    LinearAutoencoder,
    count_parameters,
    outputs,
    train_autoencoder,
    train_cnn,
)
from solutions.autoencoders.reconstruction import corrupt, explained, pca_rebuilt
from solutions.measuring import write_table

HEADER = (
    "| network | parameters | epochs | clean test images | with noise of std 0.3 | CPU time |",
    "|---|---|---|---|---|---|",
)


@dataclass(frozen=True)
class Recipe:
    """A row of the table; ``make`` is None for the classifier."""

    title: str
    make: Callable[[], Any] | None
    noise: float = 0.0


RECIPES = (
    Recipe("linear layers", LinearAutoencoder),
    Recipe("convolutions", ConvAutoencoder),
    Recipe("convolutions, skips", partial(ConvAutoencoder, True)),
    Recipe("convolutions, trained with noise", ConvAutoencoder, NOISE_STD),
    Recipe("convolutions, skips, trained with noise", partial(ConvAutoencoder, True), NOISE_STD),
    Recipe("classifier of P4", None),
)


@dataclass(frozen=True)
class Images:
    """Both splits of MNIST or its stand-in, float32 (N, 1, 28, 28), and the test images with noise."""

    train: np.ndarray
    train_labels: np.ndarray
    test: np.ndarray
    test_labels: np.ndarray
    noisy: np.ndarray

    @classmethod
    def load(cls, root: str | None) -> Images:
        """From ``root``, or the stand-in."""
        (train, train_labels), (test, test_labels) = (data.load("mnist", split, root) for split in ("train", "test"))
        test = _floats(test)
        noisy = corrupt(test, NOISE_STD, np.random.default_rng(99))
        return cls(_floats(train), train_labels, test, test_labels, noisy)


def row(recipe: Recipe, images: Images, seeds: Sequence[int], epochs: int, device: str) -> str:
    """One line of the table with the results of every seed."""
    clean: list[float] = []
    noisy: list[float] = []
    seconds = time.process_time()
    for seed in seeds:
        options: dict[str, Any] = {"seed": seed, "device": device}
        if recipe.make is None:
            model, _ = train_cnn(images.train, images.train_labels, epochs=min(epochs, 5), **options)
            guesses = outputs(model, images.test).argmax(dim=1).numpy()
            clean.append(float((guesses == images.test_labels).mean()))
            continue
        network, _ = train_autoencoder(recipe.make, images.train, epochs=epochs, noise=recipe.noise, **options)
        mean = images.train.mean(axis=0)
        clean.append(explained(outputs(network, images.test).numpy(), images.test, mean))
        noisy.append(explained(outputs(network, images.noisy).numpy(), images.test, mean))
    seconds = (time.process_time() - seconds) / len(seeds)
    parameters = count_parameters(network if recipe.make else model)
    times = epochs if recipe.make else min(epochs, 5)
    return f"| {recipe.title} | {parameters:,} | {times} | {_listed(clean)} | {_listed(noisy)} | {seconds:.0f} s |"


def table(root: str | None, seeds: Sequence[int], epochs: int, device: str) -> list[str]:
    """Header and rows; prints each one when it is ready."""
    images = Images.load(root)
    pca = explained(pca_rebuilt(images.train, images.test), images.test, images.train.mean(axis=0))
    lines = [*HEADER, f"| PCA, two components | – | – | {_listed([pca])} | – | – |"]
    print("\n".join(lines), flush=True)
    for recipe in RECIPES:
        lines.append(row(recipe, images, seeds, epochs, device))
        print(lines[-1], flush=True)
    return lines


def _listed(shares: Sequence[float]) -> str:
    return ", ".join(f"{share:.3f}" for share in shares) or "–"


def _floats(images: np.ndarray) -> np.ndarray:
    return images[:, None].astype(np.float32) / 255


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.autoencoders.results", description=__doc__)
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--data", metavar="DIR", help="folder with the real files, torchvision's layout")
    where.add_argument("--calibrate", type=int, metavar="SEEDS", help="measure on the stand-in")
    parser.add_argument("--epochs", type=int, default=10, help="of the autoencoders; the classifier gets 5 at most")
    parser.add_argument("--device", default="cpu", help="torch's name, such as cuda")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    os.environ.pop("AUTOGRADER_DATA", None)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", "1")))
    if options.data and data.kind("mnist", options.data) != "real":
        parser.error(f"no real MNIST in {options.data}")
    lines = table(options.data, range(options.calibrate or 1), options.epochs, options.device)
    if options.write:
        write_table(options.write, f"autoencoders {'real' if options.data else 'stand-in'}", lines)


if __name__ == "__main__":
    main()
