"""The sheet's rule that a code cell which was not run earns nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from autograder.course.grade_ids import is_answer
from autograder.records import Assignment, Cell, Task

WHAT_TO_DO = (
    "Run all cells from the top and save the notebook with its outputs (in Colab, do not omit outputs when saving)."
)


def unrun(
    assignment: Assignment, cells: Iterable[Cell], definitions: Mapping[str, int], notebook: str = ""
) -> dict[str, str]:
    """Task id → sentence for every task whose code was handed in without having been run.

    ``definitions`` says in which cell (``Cell.index``) each name is defined, the last one where there are several.
    A task's cells are those whose ``grade_id`` is ``<task>_answer…`` and those that define what it needs, wherever
    a student wrote it: deleted, renamed and duplicated cells do not matter. One of them that was run is enough.
    A name that several tasks need is asked for by the first of them and says nothing about the others. A task
    without any cell is not listed: its functions are missing, which the loader tells. With a ``notebook`` only its
    tasks are looked at, and ``definitions`` are its own.
    """
    return {id: _sentence(own) for id, own in idle_cells(assignment, cells, definitions, notebook).items()}


def idle_cells(
    assignment: Assignment, cells: Iterable[Cell], definitions: Mapping[str, int], notebook: str = ""
) -> dict[str, list[Cell]]:
    """Task id → its cells, for the tasks of which no cell was run; the rule of ``unrun`` before it is put in words."""
    if not assignment.rules.must_be_run:
        return {}
    cells = tuple(cells)
    tasks = [task for task in assignment.tasks if not notebook or task.place in ("", notebook)]
    own = {task.id: _cells_of(task, assignment, assignment.cells_for(task, cells), definitions) for task in tasks}
    return {id: found for id, found in own.items() if found and not any(cell.ran for cell in found)}


def _cells_of(
    task: Task, assignment: Assignment, cells: tuple[Cell, ...], definitions: Mapping[str, int]
) -> list[Cell]:
    indices = {cell.index for cell in cells if is_answer(cell.grade_id, task.id)}
    earlier = assignment.tasks[: assignment.tasks.index(task)]
    for name in task.needs:
        if name in definitions and not any(name in other.needs for other in earlier):
            indices.add(definitions[name])
    return [cell for cell in cells if cell.index in indices]


def _sentence(cells: list[Cell]) -> str:
    numbers = " and ".join(str(cell.index) for cell in cells)
    which = f"Code cell {numbers} was" if len(cells) == 1 else f"Code cells {numbers} were"
    return (
        f"{which} not run: there is neither an execution count nor an output, and the sheet gives no points for code "
        f"that was not run. {WHAT_TO_DO}"
    )
