"""A class as CSV: one row per submission, one column per task."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from autograder.records import Assignment, Report


def write_csv(reports: Sequence[Report], assignment: Assignment, file: TextIO) -> None:
    """Write the table; an ungraded task's field is empty, because its points are open and not zero."""
    writer = csv.writer(file)
    writer.writerow(["submission", "score", "max_score", *(task.id for task in assignment.tasks)])
    for report in reports:
        scores = {v.task: "" if v.status == "ungraded" else f"{v.score:g}" for v in report.verdicts}
        cells = [scores.get(task.id, "") for task in assignment.tasks]
        writer.writerow([_harmless(report.submission), f"{report.score:g}", f"{report.max_score:g}", *cells])


def _harmless(text: str) -> str:
    """Put an apostrophe before a name that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
