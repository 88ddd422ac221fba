"""Writes the table of all tasks from the assignments' tomls.

python -m tests.tools.task_table      # writes it into docs/tasks.md
"""

from __future__ import annotations

from pathlib import Path

from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of
from autograder.records import Task
from solutions.measuring import write_table

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tasks.md"
MARKER = "tasks"


def lines() -> list[str]:
    """Header and a row for every task of every assignment, in the order of the sheets."""
    rows = ["| assignment | | task | points | how it is graded |", "|---|---|---|---|---|"]
    for slug in slugs_of((), ROOT):
        for task in load(slug, ROOT).tasks:
            points = f"{task.points + task.manual_points:g}{' (bonus)' if task.bonus else ''}"
            rows.append(f"| `{slug}` | {task.number} | `{task.id}`: {task.title} | {points} | {how(task)} |")
    return rows


def how(task: Task) -> str:
    """Who decides which points, and by looking at what."""
    parts = []
    if task.points:
        names = ", ".join(f"`{name}`" for name in task.needs)
        where = f" in `{task.script}`" if task.script else ""
        files = f" and handed-in {', '.join(f'`{name}`' for name in task.files)}" if task.files else ""
        parts.append(f"{task.points:g} by tests of {names}{where}{files}")
    if task.manual_points:
        parts.append(f"{task.manual_points:g} by hand")
    return "; ".join(parts)


if __name__ == "__main__":
    write_table(PAGE, MARKER, lines())
