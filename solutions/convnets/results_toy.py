"""Measures both models of section 2.4 for a table in ``docs/results.md``.

    python -m solutions.convnets.results_toy --write docs/results.md

The data are random numbers, so nothing is downloaded. ``--write`` puts the table between ``<!-- convnets toy -->`` and
the next ``<!-- end -->`` of that file.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from solutions.convnets import toy
from solutions.measuring import write_table

MARKER = "convnets toy"
BATCH_SIZE, LAMBDA, ITERATIONS, LEARNING_RATE = 32, 1e-3, 1500, 0.003
"""The settings with which the hidden tests train the convnet."""
STARTS: dict[str, Callable[[np.random.Generator], dict[str, np.ndarray]]] = {
    "normal": toy.random_model,
    "0.3 · normal": lambda rng: toy.random_model(rng, 0.3),
    "2 · normal": lambda rng: toy.random_model(rng, 2.0),
    "uniform in 0 … 1": lambda rng: {"w1": rng.random(3), "w2": rng.random(3), "u": rng.random(4)},
}


def errors(function: int, name: str, seed: int) -> tuple[float, float, float]:
    """Squared errors on 2,000 new samples, relative to their variance: convnet, ridge, trained linear model."""
    rng = np.random.default_rng(seed)
    X, labels = toy.make_data(rng, toy.TRAIN, 2000)
    Y = labels[function]
    few = ({"train": X["train"], "test": X["test"][:1]}, {"train": Y["train"], "test": Y["test"][:1]})
    start = STARTS[name]
    model, _, _ = toy.learn_cnn(*few, BATCH_SIZE, LAMBDA, ITERATIONS, LEARNING_RATE, seed=seed, start=start)
    trained, _, _ = toy.learn_linear(*few, BATCH_SIZE, LAMBDA, ITERATIONS, 0.01, seed=seed)
    closed = toy.ridge(X["train"], Y["train"], LAMBDA)
    variance = float(np.var(Y["test"]))
    ridge, linear = (float(np.mean((X["test"] @ w - Y["test"]) ** 2)) / variance for w in (closed, trained))
    return toy.loss(model, X["test"], Y["test"]) / variance, ridge, linear


def table(seeds: int) -> list[str]:
    """A row for each function and start: medians, the convnet's range, and how often it beats the linear model."""
    lines = [
        f"| function | start of the convnet, {seeds} seeds | convnet: median (least to most) | linear model | ridge | "
        "below half of ridge, and below 0.85 |",
        "|---|---|---|---|---|---|",
    ]
    for function, names in enumerate((["normal"], list(STARTS), ["normal"])):
        for name in names:
            measured = np.array([errors(function, name, seed) for seed in range(seeds)])
            convnet, ridge, trained = measured.T
            better = int(np.sum((convnet <= ridge / 2) & (convnet <= 0.85)))
            lines.append(
                f"| y{function + 1} | {name} | {np.median(convnet):.2f} ({convnet.min():.2f} to {convnet.max():.2f}) | "
                f"{np.median(trained):.3g} | {np.median(ridge):.3g} | {better} of {seeds} |"
            )
            print(lines[-1], flush=True)
    return lines


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.convnets.results_toy", description=__doc__)
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    lines = table(options.seeds)
    if options.write:
        write_table(options.write, MARKER, lines)


if __name__ == "__main__":
    main()
