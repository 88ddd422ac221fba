"""What every ``solutions/<slug>/results.py`` shares: the rule for thresholds, and writing tables into a document."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

RESERVE = 0.02
"""Least distance between the reference's mean accuracy and the full mark: other designs are a little worse."""
WINDOW = 0.05
"""From the pass mark to the full mark."""


def thresholds(accuracies: Sequence[float]) -> tuple[float, float]:
    """(pass, full) from the reference's accuracies over the seeds, in whole per cent.

    full = mean − max(4 sd, RESERVE), rounded down; pass = full − WINDOW.
    """
    spread = max(4 * float(np.std(accuracies, ddof=1)), RESERVE)
    full = math.floor(round(100 * (float(np.mean(accuracies)) - spread), 6)) / 100
    return round(full - WINDOW, 2), full


def write_table(path: Path, marker: str, lines: Sequence[str]) -> None:
    """Replace what stands between ``<!-- marker -->`` and the next ``<!-- end -->``."""
    text = path.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {marker} -->\n).*?(<!-- end -->)", re.DOTALL)
    if not pattern.search(text):
        raise ValueError(f"{path}: expected the lines <!-- {marker} --> and <!-- end --> around a table")
    table = "\n".join(lines) + "\n"
    path.write_text(pattern.sub(lambda match: match[1] + table + match[2], text), encoding="utf-8")
