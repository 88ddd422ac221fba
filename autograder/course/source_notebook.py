"""Compares the nbgrader cells of an assignment's own notebook with its tasks: both must give the same points."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.course.grade_ids import is_answer, is_explanation, strip_role
from autograder.course.notebook_cells import AnyCell
from autograder.records import Assignment, Task


def find_disagreements(assignment: Assignment, cells: Sequence[AnyCell]) -> list[str]:
    """A sentence for every difference between the tasks and the cells that carry nbgrader metadata.

    A task has one test cell ``<task>`` with its points, at least one solution cell ``<task>_answer`` (unless it is
    answered in a script) and, where it has manual points, manual cells ``<task>_explained`` with those. Cells of no
    task are listed too.
    """
    graded = [cell for cell in cells if cell.nbgrader]
    messages = _find_repeated_ids(graded) + _find_cells_of_no_task(assignment, graded)
    for task in assignment.tasks:
        messages += _compare_task(task, graded)
    return messages


def _find_repeated_ids(cells: list[AnyCell]) -> list[str]:
    ids = [cell.grade_id for cell in cells]
    repeated = sorted({id for id in ids if ids.count(id) > 1})
    return [f"grade_id {id!r} is used {ids.count(id)} times, expected once" for id in repeated]


def _find_cells_of_no_task(assignment: Assignment, cells: list[AnyCell]) -> list[str]:
    """Cells that carry points or an answer and whose ``grade_id`` names no task."""
    ids = [task.id for task in assignment.tasks]
    messages = []
    for cell in cells:
        answers = cell.nbgrader.get("grade") or cell.nbgrader.get("solution")
        if answers and strip_role(cell.grade_id) not in ids:
            messages.append(f"cell {cell.index} ({cell.grade_id!r}) belongs to no task; there are {', '.join(ids)}")
    return messages


def _compare_task(task: Task, cells: list[AnyCell]) -> list[str]:
    tests = [cell for cell in cells if cell.grade_id == task.id]
    answers = [cell for cell in cells if is_answer(cell.grade_id, task.id)]
    manual = [cell for cell in cells if is_explanation(cell.grade_id, task.id)]
    messages = [
        *_find_wrong_kinds(tests, kind="code", grade=True, solution=False),
        *_find_wrong_kinds(answers, kind="code", grade=False, solution=True),
        *_find_wrong_kinds(manual, kind="markdown", grade=True, solution=True),
    ]
    if len(tests) != (task.points > 0):
        number = int(task.points > 0)
        messages.append(f"{task.id}: expected {number} test cell with grade_id {task.id!r}, found {len(tests)}")
    if task.points and not answers and not task.script:
        messages.append(f"{task.id}: expected a solution cell with grade_id '{task.id}_answer', found none")
    if bool(manual) != (task.manual_points > 0):
        expected = "a manual cell" if task.manual_points else "no manual cell (manual_points is 0)"
        messages.append(f"{task.id}: expected {expected} with grade_id '{task.id}_explained', found {len(manual)}")
    for key, matching, points in (("points", tests, task.points), ("manual_points", manual, task.manual_points)):
        total = sum(cell.points for cell in matching)
        if matching and total != points:
            messages.append(f"{task.id}: {key} is {points:g} in the toml and {total:g} in the notebook")
    for cell in tests:
        if not re.search(rf"\bgrade\(\s*['\"]{task.id}['\"]", cell.source):
            messages.append(f'{task.id}: cell {cell.index} does not call grade("{task.id}")')
    return messages


def _find_wrong_kinds(cells: list[AnyCell], *, kind: str, grade: bool, solution: bool) -> list[str]:
    """Cells that are not of the type and nbgrader role that their ``grade_id`` stands for."""
    messages = []
    for cell in cells:
        actual = (cell.kind, bool(cell.nbgrader.get("grade")), bool(cell.nbgrader.get("solution")))
        if actual != (kind, grade, solution):
            messages.append(
                f"cell {cell.index} ({cell.grade_id!r}): expected a {kind} cell with grade={grade}, "
                f"solution={solution}; found a {actual[0]} cell with grade={actual[1]}, solution={actual[2]}"
            )
    return messages
