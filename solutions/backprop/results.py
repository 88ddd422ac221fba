"""Measures the training recipes for the tables of ``docs/results.md``.

    python -m solutions.backprop.results --data DIR --device cpu            real data, one seed
    python -m solutions.backprop.results --calibrate 5                      stand-ins, thresholds from five seeds

``DIR`` holds MNIST in torchvision's layout and ``DogsVsCats/``. Give ``--labelled-test`` when folders label the test
photographs (``testset/Cat``, ``testset/Dog``), which the grader refuses. ``--only mlp cnn cats`` chooses recipes.
``--write docs/results.md`` replaces the table between ``<!-- backprop real -->`` or
``<!-- backprop stand-in -->`` and the next ``<!-- end -->``.
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
from autograder.data import pictures
from solutions.backprop import cats, cnn, mlp
from solutions.measuring import thresholds, write_table

Split = tuple[np.ndarray, np.ndarray]
"""Images and labels."""
EPOCHS = {"real": {"mlp": 15, "cnn": 3, "cats": 40}, "stand-in": {"mlp": 15, "cnn": 10, "cats": 10}}


@dataclass(frozen=True)
class Measured:
    """One trained model: its accuracies on the held-out part of the training set and on the test set, and its cost."""

    valid: float
    test: float
    parameters: int
    images: tuple[int, int, int]
    """Number of images to train on, held out, and of the test set."""
    epochs: int
    cpu: float
    wall: float


@dataclass(frozen=True)
class Recipe:
    """A row of the tables.

    ``train(images, labels, epochs, seed, device)`` returns a function (images, labels) → accuracy and the number of
    parameters.
    """

    key: str
    title: str
    data: str
    train: Callable[[np.ndarray, np.ndarray, int, int, str], tuple[Callable[[np.ndarray, np.ndarray], float], int]]


def _mlp(images: np.ndarray, labels: np.ndarray, epochs: int, seed: int, device: str) -> Any:
    def pixels(part: np.ndarray) -> np.ndarray:
        return part.reshape(len(part), -1).astype(np.float32) / 255

    parameters = mlp.train_mlp(pixels(images), labels, epochs=epochs, seed=seed)
    count = sum(weight.size + bias.size for weight, bias in parameters)
    return (lambda x, y: mlp.accuracy_of(parameters, pixels(x), y)), count


def _cnn(images: np.ndarray, labels: np.ndarray, epochs: int, seed: int, device: str) -> Any:
    def floats(part: np.ndarray) -> torch.Tensor:
        return torch.from_numpy(part).unsqueeze(1).float() / 255

    model, _ = cnn.train_cnn(floats(images), labels, epochs=epochs, seed=seed, device=device)
    return (lambda x, y: cnn.accuracy(model, floats(x), y)), _count(model)


def _cats(images: np.ndarray, labels: np.ndarray, epochs: int, seed: int, device: str) -> Any:
    model, _ = cats.train_cats(images, labels, epochs=epochs, seed=seed, device=device)
    return (lambda x, y: cats.accuracy(model, x, y)), _count(model)


def _count(model: torch.nn.Module) -> int:
    return sum(parameter.numel() for parameter in model.parameters())


RECIPES = (
    Recipe("mlp", "MLP, numpy", "mnist", _mlp),
    Recipe("cnn", "CNN of the same size", "mnist", _cnn),
    Recipe("cats", "Dogs vs. Cats", "dogs_vs_cats", _cats),
)


def splits(recipe: Recipe, root: str | None, labelled_test: bool) -> tuple[Split, Split, Split]:
    """Images and labels to train on, to hold out, and of the test set.

    Of MNIST the last sixth is held out, as the notebook says; of Dogs vs. Cats a random tenth.
    """
    if labelled_test and recipe.data == "dogs_vs_cats":
        folder = Path(root or "") / pictures.FOLDER
        whole, test = (_labelled(folder / name) for name in ("trainset", "testset"))
    else:
        whole, test = (data.load(recipe.data, split, root) for split in ("train", "test"))
    count = len(whole[1])
    order = np.arange(count) if recipe.data == "mnist" else np.random.default_rng(0).permutation(count)
    cut = count - (count // 6 if recipe.data == "mnist" else count // 10)
    fit, valid = ((whole[0][part], whole[1][part]) for part in (order[:cut], order[cut:]))
    return fit, valid, test


def _labelled(folder: Path) -> Split:
    by_class = [pictures.list_numbered(folder / name) for name in pictures.CLASSES]
    labels = np.repeat(np.arange(2), [len(paths) for paths in by_class])
    return pictures.read([path for paths in by_class for path in paths]), labels


def measure(
    recipe: Recipe, kind: str, root: str | None, seed: int, device: str, labelled_test: bool = False
) -> Measured:
    """Train once with the recipe and evaluate the network."""
    fit, valid, test = splits(recipe, root, labelled_test)
    epochs = EPOCHS[kind][recipe.key]
    cpu, wall = time.process_time(), time.perf_counter()
    accuracy, parameters = recipe.train(*fit, epochs, seed, device)
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    sizes = (len(fit[1]), len(valid[1]), len(test[1]))
    return Measured(accuracy(*valid), accuracy(*test), parameters, sizes, epochs, cpu, wall)


def real_table(root: str, device: str, seed: int, recipes: Sequence[Recipe], labelled_test: bool) -> list[str]:
    """Lines of a table of the recipes on the real files below ``root``; FileNotFoundError when there are none."""
    lines = ["| network | training + held out + test | parameters | epochs | held out | test | CPU time | wall |"]
    lines.append("|---|---|---|---|---|---|---|---|")
    for recipe in recipes:
        if not (labelled_test and recipe.data == "dogs_vs_cats") and data.kind(recipe.data, root) != "real":
            raise FileNotFoundError(f"{recipe.data}: expected the real files in {root}, found none")
        run = measure(recipe, "real", root, seed, device, labelled_test)
        images = " + ".join(f"{count:,}" for count in run.images)
        lines.append(
            f"| {recipe.title} | {images} | {run.parameters:,} | {run.epochs} | {100 * run.valid:.2f} % | "
            f"{100 * run.test:.2f} % | {run.cpu:.0f} s | {run.wall:.0f} s |"
        )
        print(lines[-1], flush=True)
    return lines


def stand_in_table(seeds: int, device: str, recipes: Sequence[Recipe]) -> list[str]:
    """Lines of a table of the recipes on the stand-ins, with several seeds each, and the thresholds that follow."""
    lines = [f"| network | epochs | test accuracy, {seeds} seeds | mean | sd | pass | full |"]
    lines.append("|---|---|---|---|---|---|---|")
    for recipe in recipes:
        if data.kind(recipe.data) != "stand-in":
            raise ValueError(f"{recipe.data} is real here; unset AUTOGRADER_DATA to calibrate on the stand-in")
        runs = [measure(recipe, "stand-in", None, seed, device) for seed in range(seeds)]
        accuracies = [run.test for run in runs]
        low, full = thresholds(accuracies)
        lines.append(
            f"| {recipe.title} | {runs[0].epochs} | {', '.join(f'{100 * value:.1f}' for value in accuracies)} | "
            f"{100 * np.mean(accuracies):.2f} % | {100 * np.std(accuracies, ddof=1):.2f} | {low:.2f} | {full:.2f} |"
        )
        print(lines[-1], flush=True)
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line that the module's docstring describes."""
    parser = argparse.ArgumentParser(prog="python -m solutions.backprop.results", description=__doc__)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--data", metavar="DIR", help="folder with the real files")
    source.add_argument("--calibrate", type=int, metavar="SEEDS", help="train on the stand-ins instead")
    parser.add_argument("--labelled-test", action="store_true", help="DIR/DogsVsCats/testset holds folders Cat and Dog")
    parser.add_argument("--only", nargs="+", choices=[r.key for r in RECIPES], default=[r.key for r in RECIPES])
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--seed", type=int, default=0, help="of the run on real data")
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    print(f"torch {torch.__version__}, {torch.get_num_threads()} threads, {options.device}, {platform.machine()}")
    chosen = [recipe for recipe in RECIPES if recipe.key in options.only]
    if options.calibrate:
        marker, lines = "backprop stand-in", stand_in_table(options.calibrate, options.device, chosen)
    else:
        marker = "backprop real"
        lines = real_table(options.data, options.device, options.seed, chosen, options.labelled_test)
    if options.write:
        write_table(options.write, marker, lines)


if __name__ == "__main__":
    main()
