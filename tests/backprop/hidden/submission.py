"""P3: compares submission.csv with the predictions that the weights give."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from typing import NoReturn

import numpy as np

from autograder import checks
from autograder.checks import discrepancy
from tests.backprop.hidden import catalogue_submission as catalogue

LABELS = {"cat": 0, "dog": 1, "0": 0, "1": 1}
AGREEMENT = 0.99
"""Fraction of the images that must agree: another device or batch size moves the few that are on the border."""


def read_submission(text: str) -> dict[int, int]:
    """Id → 0 for a cat, 1 for a dog, in the order of the file. Fails with the number of the first malformed line."""
    rows = [[entry.strip() for entry in row] for row in csv.reader(io.StringIO(text)) if any(row)]
    if not rows or [entry.lower() for entry in rows[0]] != ["id", "label"]:
        checks.fail(catalogue.FIRST_LINE)
    classes: dict[int, int] = {}
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != 2:
            checks.fail(catalogue.ENTRIES_OF_A_LINE(line=line, found=len(row)))
        number, label = row
        if not number.isascii() or not number.isdigit() or len(number) > 9:
            checks.fail(catalogue.ID_NO_NUMBER(line=line))
        if label.lower() not in LABELS:
            checks.fail(catalogue.LABEL_UNKNOWN(line=line))
        if int(number) in classes:
            checks.fail(catalogue.ID_TWICE(line=line))
        classes[int(number)] = LABELS[label.lower()]
    return classes


def check_submission(text: str, ids: Sequence[int], classes: np.ndarray) -> None:
    """The file has the ids of the test images, and for 99 % of them the class (N,) that the weights predict.

    ``ids`` increase. The order of the lines is free.
    """
    submitted = read_submission(text)
    if set(submitted) != set(ids):
        _fail_for_ids(set(submitted), set(ids))
    claimed = np.array([submitted[number] for number in ids])
    if np.mean(claimed == classes) >= AGREEMENT:
        return
    in_text_order = np.argsort(np.array([str(number) for number in ids]), kind="stable")
    mistakes = [
        (catalogue.LABELS_SWAPPED, 1 - classes),
        (catalogue.SHIFTED_DOWN, np.roll(classes, 1)),
        (catalogue.SHIFTED_UP, np.roll(classes, -1)),
        (catalogue.FILES_SORTED_AS_TEXT, classes[in_text_order]),
        (catalogue.IDS_SORTED_AS_TEXT, classes[np.argsort(in_text_order)]),
    ]
    for mistake, wrong in mistakes:
        if np.mean(claimed == wrong) >= AGREEMENT:
            checks.fail(mistake)
    checks.fail(catalogue.OTHER_PREDICTIONS(wrong=int((claimed != classes).sum()), total=len(ids)))


def _fail_for_ids(submitted: set[int], expected: set[int]) -> NoReturn:
    if {number + 1 for number in submitted} == expected:
        checks.fail(catalogue.IDS_FROM_ZERO)
    missing, unknown = len(expected - submitted), len(submitted - expected)
    problems = [catalogue.IDS_MISSING(missing=missing, total=len(expected))] if missing else []
    problems += [catalogue.IDS_UNKNOWN(unknown=unknown)] if unknown else []
    raise checks.CheckFailed([discrepancy(problem) for problem in problems])
