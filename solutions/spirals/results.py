"""Measures the training of Problem 1 for the table in ``docs/results.md``.

    python -m solutions.spirals.results --seeds 5 --write docs/results.md

The spiral is computed, not downloaded, so there is only one table. ``--write`` puts it between
``<!-- spirals real -->`` and the next ``<!-- end -->`` of that file.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from solutions.measuring import write_table
from solutions.spirals.spiral import STEPS, accuracy, loss, make_spirals, train_3_layer_network

HIDDEN = ((100, 100), (100, 50), (20, 20))
SHORT = 600
"""The number of steps that the hidden tests run."""


def measure(hidden: tuple[int, int], seed: int) -> tuple[float, float, float, float]:
    """Training accuracy after SHORT and after STEPS steps, the last loss, and the time in seconds."""
    points, labels = make_spirals(100, np.random.RandomState(0))
    early: list[float] = []

    def measure_early(step: int, parameters: list[np.ndarray]) -> None:
        if step == SHORT:
            early.append(accuracy(points, labels, parameters))

    started = time.perf_counter()
    parameters = train_3_layer_network(points, labels, hidden, seed=seed, after_step=measure_early)
    seconds = time.perf_counter() - started
    return early[0], accuracy(points, labels, parameters), loss(points, labels, parameters), seconds


def table(seeds: int) -> list[str]:
    """One line for each network, with the accuracies of all seeds in per cent."""
    lines = [f"| H1, H2 | after {SHORT} steps, {seeds} seeds | after {STEPS:,} steps | last loss | seconds |"]
    lines.append("|---|---|---|---|---|")
    for hidden in HIDDEN:
        early, late, losses, seconds = zip(*(measure(hidden, seed) for seed in range(seeds)), strict=True)
        lines.append(
            f"| {hidden[0]}, {hidden[1]} | {_percents(early)} | {_percents(late)} | "
            f"{min(losses):.4f} to {max(losses):.4f} | {max(seconds):.0f} |"
        )
        print(lines[-1], flush=True)
    return lines


def _percents(fractions: Sequence[float]) -> str:
    return ", ".join(f"{100 * fraction:.1f}" for fraction in fractions)


def main(arguments: Sequence[str] | None = None) -> None:
    """The command line; see the module's docstring."""
    parser = argparse.ArgumentParser(prog="python -m solutions.spirals.results", description=__doc__)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--write", type=Path, metavar="FILE", help="document whose table is replaced")
    options = parser.parse_args(arguments)
    lines = table(options.seeds)
    if options.write:
        write_table(options.write, "spirals real", lines)


if __name__ == "__main__":
    main()
