"""P3: submission.csv against the predictions that the weights give."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from autograder import checks

LABELS = {"cat": 0, "dog": 1, "0": 0, "1": 1}
AGREEMENT = 0.99
"""Share of the images that must agree: another device or batch size moves few that lie on the border."""


def read_submission(text: str) -> dict[int, int]:
    """Id → 0 for a cat, 1 for a dog, in the order of the file. Fails with the number of a line that is otherwise."""
    rows = [[entry.strip() for entry in row] for row in csv.reader(io.StringIO(text)) if any(row)]
    if not rows or [entry.lower() for entry in rows[0]] != ["id", "label"]:
        checks.fail("the first line of submission.csv is not `id,label`.", "first line")
    found: dict[int, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != 2:
            checks.fail(f"line {line} of submission.csv has {len(row)} entries, not an id and a label.", "form")
        number, label = row
        if not number.isascii() or not number.isdigit() or len(number) > 9:
            checks.fail(f"line {line} of submission.csv: the id is no whole number (12 for 12.jpg).", "ids")
        if label.lower() not in LABELS:
            checks.fail(f"line {line} of submission.csv: the label is neither Cat nor Dog.", "labels")
        if int(number) in found:
            checks.fail(f"line {line} of submission.csv: its id stood in an earlier line already.", "id twice")
        found[int(number)] = LABELS[label.lower()]
    return found


def check_submission(text: str, ids: Sequence[int], classes: np.ndarray) -> None:
    """The file has the ids of the test images, and for 99 % of them the class (N,) that the weights predict.

    ``ids`` increase. The order of the lines is free.
    """
    found = read_submission(text)
    if set(found) != set(ids):
        _fail_for_ids(set(found), set(ids))
    claimed = np.array([found[number] for number in ids])
    if np.mean(claimed == classes) >= AGREEMENT:
        return
    in_text_order = np.argsort(np.array([str(number) for number in ids]), kind="stable")
    mistakes = {
        "dogs and cats are swapped": 1 - classes,
        "the predictions are shifted by one image": np.roll(classes, 1),
        "the predictions are shifted by one image (the other way)": np.roll(classes, -1),
        "file names were sorted as text (1, 10, 100, 2), so ids and predictions are in different orders": classes[
            in_text_order
        ],
        "ids were sorted as text (1, 10, 100, 2), and the predictions were not": classes[np.argsort(in_text_order)],
    }
    for words, wrong in mistakes.items():
        if np.mean(claimed == wrong) >= AGREEMENT:
            checks.fail(f"submission.csv is not what the weights in cats.pt predict: {words}.", words)
    wrong_count = int((claimed != classes).sum())
    checks.fail(
        f"submission.csv is not what the weights in cats.pt predict: {wrong_count} of {len(ids)} images differ. Write "
        "both files from the same model, in evaluation mode.",
        "another model's predictions",
    )


def _fail_for_ids(found: set[int], expected: set[int]) -> NoReturn:
    if {number + 1 for number in found} == expected:
        checks.fail("the ids of submission.csv begin at 0; they are the numbers of the file names.", "ids from zero")
    missing, more = len(expected - found), len(found - expected)
    parts = [f"{missing} test images are missing"] if missing else []
    parts += [f"{more} ids belong to no test image"] if more else []
    checks.fail(f"submission.csv: {' and '.join(parts)}.", "wrong ids")
