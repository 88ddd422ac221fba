"""P3: the numbers and labels of the test images, which only the judge knows."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import numpy as np

from autograder import checks, data
from autograder.data.pictures import list_numbered

FILE = Path(__file__).with_name("dogs_vs_cats_labels.csv")
"""Labels of the photographs, lines id,label with Cat or Dog. Instructors put the file here and into no repository."""
CLASSES = {"cat": 0, "dog": 1, "0": 0, "1": 1}


@cache
def numbers() -> tuple[int, ...]:
    """The numbers of the test images, in increasing order, as ``data.load`` gives the images."""
    return tuple(int(path.name.split(".")[0]) for path in list_numbered(data.prepare("dogs_vs_cats") / "testset"))


def labels(file: Path = FILE) -> np.ndarray:
    """Labels (N,) of the test images: those of the stand-in are known, those of the photographs come from ``file``.

    AuthorError when the file is missing or lacks a label.
    """
    _, stand_in_labels = data.load("dogs_vs_cats", "test")
    if (stand_in_labels >= 0).all():
        return stand_in_labels
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
