"""Writes an audit as a page of Markdown: the points that each wrong answer keeps, and what the student reads."""

from __future__ import annotations

from autograder.audit.matrix import Matrix, Row
from autograder.records import Assignment


def render_page(matrix: Matrix, assignment: Assignment) -> str:
    """The page: one section for each task, with its wheats by name and a table of its chaffs."""
    lines = [
        f"# {assignment.title}: audit of the tests",
        "",
        f"Written by `autograder audit {assignment.slug} --write`. Every answer below was graded by the hidden tests.",
    ]
    for task in assignment.tested:
        rows = [row for row in matrix.rows if row.case.variant is not None and row.case.variant.task == task.id]
        wheats = [row.case.name for row in rows if row.case.kind == "wheat"]
        lines += ["", f"## `{task.id}`, {task.points:g} points", ""]
        lines += [f"Right answers, which get full marks: {', '.join(wheats) or 'none'}.", ""]
        lines += ["| wrong answer | points kept | tests that fail | what the student reads |", "|---|---|---|---|"]
        lines += [_table_row(row) for row in rows if row.case.kind == "chaff"]
    return "\n".join(lines) + "\n"


def _table_row(row: Row) -> str:
    verdict = row.reports[0].verdicts[0]
    tests = dict.fromkeys(name.split("[")[0].removeprefix("test_") for name in row.caught_by)
    assert row.case.variant is not None
    answer = f"{row.case.name}: {row.case.variant.description}"
    cells = [answer, f"{verdict.score:g}", ", ".join(tests), verdict.message]
    return f"| {' | '.join(cell.replace('|', '¦').replace(chr(10), ' ') for cell in cells)} |"
