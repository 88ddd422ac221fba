"""P3: numbers and labels of the test images, which only the judge has."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np

from autograder import checks, data
from autograder.data.pictures import list_numbered

FILE = Path(__file__).with_name("dogs_vs_cats_labels.csv")
"""The labels of the photographs (id,label with Cat or Dog); yours to put there, in no repository."""
CLASSES = {"cat": 0, "dog": 1, "0": 0, "1": 1}


@cache
def numbers() -> tuple[int, ...]:
    """The numbers of the test images, in increasing order, as ``data.load`` gives the images."""
    return tuple(int(path.name.split(".")[0]) for path in list_numbered(data.prepare("dogs_vs_cats") / "testset"))


def labels(file: Path = FILE) -> np.ndarray:
    """Labels (N,) of the test images: known for the stand-in, from ``file`` for the photographs."""
    _, known_to_us = data.load("dogs_vs_cats", "test")
    if (known_to_us >= 0).all():
        return known_to_us
    if not file.is_file():
        raise checks.AuthorError(
            f"the labels of the real test images are needed: put them into {file} as lines id,label (Cat or Dog)"
        )
    with file.open(newline="", encoding="utf-8") as lines:
        known = {int(row["id"]): CLASSES[row["label"].strip().lower()] for row in csv.DictReader(lines)}
    missing = [number for number in numbers() if number not in known]
    if missing:
        raise checks.AuthorError(f"{file}: {len(missing)} test images have no label there, such as {missing[0]}")
    return np.array([known[number] for number in numbers()])
