"""The nbgrader cells of an assignment's own notebook against its tasks: points stand in one place, the toml."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.course.notebook_cells import AnyCell
from autograder.records import Assignment, Task


def disagreements(assignment: Assignment, cells: Sequence[AnyCell]) -> list[str]:
    """A sentence for every difference between the tasks and the cells that carry nbgrader metadata.

    A task has one test cell ``<task>`` with its points, at least one solution cell ``<task>_answer`` (unless it is
    answered in a script) and, where it has manual points, manual cells ``<task>_explained`` with those. Cells of no
    task are told too.
    """
    graded = [cell for cell in cells if cell.nbgrader]
    wrong = _repeated_ids(graded) + _cells_of_no_task(assignment, graded)
    for task in assignment.tasks:
        wrong += _of_task(task, graded)
    return wrong


def _repeated_ids(cells: list[AnyCell]) -> list[str]:
    ids = [cell.grade_id for cell in cells]
    repeated = sorted({id for id in ids if ids.count(id) > 1})
    return [f"grade_id {id!r} is used {ids.count(id)} times, expected once" for id in repeated]


def _cells_of_no_task(assignment: Assignment, cells: list[AnyCell]) -> list[str]:
    """Cells that carry points or an answer and whose ``grade_id`` names no task."""
    ids = [task.id for task in assignment.tasks]
    wrong = []
    for cell in cells:
        answers = cell.nbgrader.get("grade") or cell.nbgrader.get("solution")
        if answers and re.sub(r"_(answer|explained)(_\d+)?$", "", cell.grade_id) not in ids:
            wrong.append(f"cell {cell.index} ({cell.grade_id!r}) belongs to no task; there are {', '.join(ids)}")
    return wrong


def _of_task(task: Task, cells: list[AnyCell]) -> list[str]:
    tests = [cell for cell in cells if cell.grade_id == task.id]
    answers = [cell for cell in cells if re.fullmatch(rf"{task.id}_answer(_\d+)?", cell.grade_id)]
    manual = [cell for cell in cells if re.fullmatch(rf"{task.id}_explained(_\d+)?", cell.grade_id)]
    wrong = [
        *_kinds(tests, kind="code", grade=True, solution=False),
        *_kinds(answers, kind="code", grade=False, solution=True),
        *_kinds(manual, kind="markdown", grade=True, solution=True),
    ]
    if len(tests) != (task.points > 0):
        number = int(task.points > 0)
        wrong.append(f"{task.id}: expected {number} test cell with grade_id {task.id!r}, found {len(tests)}")
    if task.points and not answers and not task.script:
        wrong.append(f"{task.id}: expected a solution cell with grade_id '{task.id}_answer', found none")
    if bool(manual) != (task.manual_points > 0):
        expected = "a manual cell" if task.manual_points else "no manual cell (manual_points is 0)"
        wrong.append(f"{task.id}: expected {expected} with grade_id '{task.id}_explained', found {len(manual)}")
    for key, found, points in (("points", tests, task.points), ("manual_points", manual, task.manual_points)):
        total = sum(cell.points for cell in found)
        if found and total != points:
            wrong.append(f"{task.id}: {key} is {points:g} in the toml and {total:g} in the notebook")
    for cell in tests:
        if not re.search(rf"\bgrade\(\s*['\"]{task.id}['\"]", cell.source):
            wrong.append(f'{task.id}: cell {cell.index} does not call grade("{task.id}")')
    return wrong


def _kinds(cells: list[AnyCell], *, kind: str, grade: bool, solution: bool) -> list[str]:
    """Cells that are not of the type and nbgrader role that their ``grade_id`` stands for."""
    wrong = []
    for cell in cells:
        found = (cell.kind, bool(cell.nbgrader.get("grade")), bool(cell.nbgrader.get("solution")))
        if found != (kind, grade, solution):
            wrong.append(
                f"cell {cell.index} ({cell.grade_id!r}): expected a {kind} cell with grade={grade}, "
                f"solution={solution}; found a {found[0]} cell with grade={found[1]}, solution={found[2]}"
            )
    return wrong
