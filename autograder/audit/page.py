"""The matrix of an audit as a page of Markdown: what each wrong answer keeps, what catches it, what a student reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from autograder.audit.matrix import Matrix, Row
    from autograder.records import Assignment


def page(matrix: Matrix, assignment: Assignment) -> str:
    """One table for each task: its chaffs by name, and the wheats before it."""
    parts = [
        f"# {assignment.title}: who tests the tests",
        "",
        f"Written by `autograder audit {assignment.slug} --write`.",
    ]
    for task in assignment.tested:
        mine = [row for row in matrix.rows if row.case.variant is not None and row.case.variant.task == task.id]
        wheats = [row.case.name for row in mine if row.case.kind == "wheat"]
        chaffs = [row for row in mine if row.case.kind == "chaff"]
        parts += ["", f"## `{task.id}`, {task.points:g} points", ""]
        parts += [f"Right answers, full marks: {', '.join(wheats) or 'none'}.", ""]
        parts += ["| wrong answer | keeps | caught by | the student reads |", "|---|---|---|---|"]
        parts += [_line(row) for row in chaffs]
    return "\n".join(parts) + "\n"


def _line(row: Row) -> str:
    verdict = row.reports[0].verdicts[0]
    tests = dict.fromkeys(name.split("[")[0].removeprefix("test_") for name in row.caught_by)
    assert row.case.variant is not None
    description = row.case.variant.description.replace("\n", " ")
    cells = [f"{row.case.name}: {description}", f"{verdict.score:g}", ", ".join(tests), verdict.message]
    return f"| {' | '.join(cell.replace('|', '¦').replace(chr(10), ' ') for cell in cells)} |"
