"""A class as CSV: one row per submission, one column per task."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TextIO

from autograder.records import Assignment, Person, Report


def write_csv(
    reports: Sequence[Report],
    assignment: Assignment,
    file: TextIO,
    people: Mapping[str, Sequence[Person]] = MappingProxyType({}),
) -> None:
    """Write the table; an ungraded task's field is empty, because its points are open and not zero.

    ``people``: ID of a submission → its students. Where any is known, columns say who they are; the members of a group
    share a field, with a semicolon between them.
    """
    writer = csv.writer(file)
    who = ("name", "student_id", "email") if people else ()
    writer.writerow(["submission", *who, "score", "max_score", *(task.id for task in assignment.tasks)])
    for report in reports:
        scores = {v.task: "" if v.status == "ungraded" else f"{v.score:g}" for v in report.verdicts}
        cells = [scores.get(task.id, "") for task in assignment.tasks]
        students = people.get(report.submission, ())
        columns = zip(*((person.name, person.id, person.email) for person in students), strict=True)
        fields = [_harmless("; ".join(column) if any(column) else "") for column in columns] or [""] * len(who)
        writer.writerow([_harmless(report.submission), *fields, f"{report.score:g}", f"{report.max_score:g}", *cells])


def _harmless(text: str) -> str:
    """Put an apostrophe before a name that a spreadsheet would take for a formula."""
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text
