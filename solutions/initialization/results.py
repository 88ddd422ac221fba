"""Measures the training recipes and writes the tables of ``docs/results.md``.

    python -m solutions.initialization.results --data DIR --device cpu        real data, one seed
    python -m solutions.initialization.results --calibrate 5                  stand-ins, thresholds from five seeds

``--write docs/results.md`` puts the table between that file's markers ``<!-- real -->`` or ``<!-- stand-in -->`` and
the next ``<!-- end -->``.
"""

from __future__ import annotations

import argparse
import platform
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch

from autograder import data
from solutions.initialization.images import augment
from solutions.initialization.training import accuracy, count_parameters, train_fashion_mlp, train_svhn_cnn
from solutions.measuring import thresholds, write_table

# Short on the stand-in of SVHN: a mark that a small network reaches on a CPU in minutes.
EPOCHS = {"real": {"fashion_mnist": 15, "svhn": 10}, "stand-in": {"fashion_mnist": 10, "svhn": 3}}


@dataclass(frozen=True)
class Recipe:
    """A row of the tables: a training function, its data and its options."""

    title: str
    data: str
    train: Callable[..., tuple[Any, list[float]]]
    options: dict[str, Any]
    calibrated: bool = True
    """True if the stand-in has separate thresholds for it."""


RECIPES = (
    Recipe("Fashion MLP", "fashion_mnist", train_fashion_mlp, {}),
    Recipe("SVHN CNN", "svhn", train_svhn_cnn, {}),
    Recipe("SVHN CNN, augmented", "svhn", train_svhn_cnn, {"augment": augment}, calibrated=False),
)


@dataclass(frozen=True)
class Run:
    """One trained model: accuracy on the test split, the sizes of both splits, and its cost in seconds."""

    accuracy: float
    parameters: int
    images: tuple[int, int]
    epochs: int
    cpu: float
    wall: float


def measure(recipe: Recipe, root: str | None, seed: int, device: str) -> Run:
    """Train once by the recipe and evaluate on the test split."""
    splits = [data.load(recipe.data, split, root) for split in ("train", "test")]
    (images, labels), (test_images, test_labels) = [(_floats(x), torch.from_numpy(y)) for x, y in splits]
    epochs = EPOCHS[data.kind(recipe.data, root)][recipe.data]
    cpu, wall = time.process_time(), time.perf_counter()
    model, _ = recipe.train(images, labels, epochs=epochs, seed=seed, device=device, **recipe.options)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    sizes = (len(images), len(test_images))
    return Run(accuracy(model, test_images, test_labels), count_parameters(model), sizes, epochs, cpu, wall)


def _floats(images: np.ndarray) -> torch.Tensor:
    scaled = torch.from_numpy(images).float() / 255
    return scaled.unsqueeze(1) if scaled.ndim == 3 else scaled


def real_table(root: str, device: str, seed: int) -> list[str]:
    """The recipes on the real files below ``root``, one line each."""
    lines = ["| network | training + test images | parameters | epochs | test accuracy | CPU time | wall time |"]
    lines.append("|---|---|---|---|---|---|---|")
    for recipe in RECIPES:
        if data.kind(recipe.data, root) != "real":
            raise FileNotFoundError(f"{recipe.data}: expected the real files in {root}, found none")
        run = measure(recipe, root, seed, device)
        lines.append(
            f"| {recipe.title} | {run.images[0]:,} + {run.images[1]:,} | {run.parameters:,} | {run.epochs} | "
            f"{100 * run.accuracy:.2f} % | {run.cpu:.0f} s | {run.wall:.0f} s |"
        )
        print(lines[-1], flush=True)
    return lines


def stand_in_table(seeds: int, device: str) -> list[str]:
    """The recipes on the stand-ins, several seeds each, and the thresholds that follow."""
    lines = [f"| network | epochs | test accuracy, {seeds} seeds | mean | sd | pass | full |"]
    lines.append("|---|---|---|---|---|---|---|")
    for recipe in RECIPES:
        if not recipe.calibrated:
            continue
        if data.kind(recipe.data) != "stand-in":
            raise ValueError(f"{recipe.data} is real here; unset AUTOGRADER_DATA to calibrate on the stand-in")
        runs = [measure(recipe, None, seed, device) for seed in range(seeds)]
        accuracies = [run.accuracy for run in runs]
        low, full = thresholds(accuracies)
        lines.append(
            f"| {recipe.title} | {runs[0].epochs} | {', '.join(f'{100 * value:.1f}' for value in accuracies)} | "
            f"{100 * np.mean(accuracies):.2f} % | {100 * np.std(accuracies, ddof=1):.2f} | {low:.2f} | {full:.2f} |"
        )
        print(lines[-1], flush=True)
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.initialization.results", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", metavar="DIR", help="folder with the real files, in torchvision's layout")
    source.add_argument("--calibrate", type=int, metavar="SEEDS", help="train on the stand-ins instead")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=0, help="of the run on real data")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads, {options.device}, {platform.machine()}")
    if options.calibrate:
        marker, lines = "stand-in", stand_in_table(options.calibrate, options.device)
    else:
        marker, lines = "real", real_table(options.data, options.device, options.seed)
    if options.write:
        write_table(options.write, marker, lines)


if __name__ == "__main__":
    main()
