"""A class as CSV: a row a submission, a column a task."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from autograder.records import Assignment, Report


def write(reports: Sequence[Report], assignment: Assignment, file: TextIO) -> None:
    """Write the table; an ungraded task's field is empty, because its points are open and not zero."""
    writer = csv.writer(file)
    writer.writerow(["submission", "score", "max_score", *(task.id for task in assignment.tasks)])
    for report in reports:
        scores = {v.task: "" if v.status == "ungraded" else f"{v.score:g}" for v in report.verdicts}
        cells = [scores.get(task.id, "") for task in assignment.tasks]
        writer.writerow([_harmless(report.submission), f"{report.score:g}", f"{report.max_score:g}", *cells])


def _harmless(text: str) -> str:
    """A name that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
