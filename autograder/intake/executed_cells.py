"""What the execution counts of cells say: the sheet's rule for cells that were not run, and the order of the runs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence

from autograder.course.grade_ids import is_answer
from autograder.intake.filenames import quote_name
from autograder.records import Assignment, Cell, Finding, Task

WHAT_TO_DO = (
    "Run all cells from the top and save the notebook with its outputs (in Colab: Edit, Notebook settings, untick "
    '"Omit code cell output when saving this notebook").'
)
MAX_NAMED = 5
"""Cells that are listed by their numbers."""


def explain_unrun_tasks(
    assignment: Assignment, cells: Iterable[Cell], definitions: Mapping[str, int], notebook: str = ""
) -> dict[str, str]:
    """Return {task id: message} for every task whose code was handed in without having been run.

    ``definitions`` maps each name to the cell (``Cell.index``) that defines it, to the last if there are several.
    The cells of a task are those whose ``grade_id`` is ``<task>_answer…`` and those that define what it needs, wherever
    a student wrote it, so deleted, renamed and duplicated cells do not matter. It is enough that one of them was run.
    A name that several tasks need counts for the first of them only. A task without any cell is not listed: its
    functions are missing, and the worker reports that. With a ``notebook`` only the tasks of that notebook are
    considered, and ``definitions`` must be those of that notebook.
    """
    return {id: _explain(own) for id, own in find_unrun_cells(assignment, cells, definitions, notebook).items()}


def find_unrun_cells(
    assignment: Assignment, cells: Iterable[Cell], definitions: Mapping[str, int], notebook: str = ""
) -> dict[str, list[Cell]]:
    """Return {task id: its cells} for the tasks of which no cell was run, by the rule of ``explain_unrun_tasks``."""
    if not assignment.rules.must_be_run:
        return {}
    cells = tuple(cells)
    tasks = [task for task in assignment.tasks if not notebook or task.place in ("", notebook)]
    cells_of_tasks = {
        task.id: _select_cells(task, assignment, assignment.cells_for(task, cells), definitions) for task in tasks
    }
    return {id: own for id, own in cells_of_tasks.items() if own and not any(cell.ran for cell in own)}


def explain_order(cells: Sequence[Cell], name: str) -> list[Finding]:
    """Report the cells of the notebook ``name`` that were not run in the order of the notebook.

    They are the fewest cells without which the execution counts rise. Says nothing where two cells have the same count:
    the kernel was restarted in between, or cells were copied, and then the counts do not tell what ran first.
    """
    counted = [cell for cell in cells if cell.execution_count and cell.source.strip()]
    counts = [cell.execution_count or 0 for cell in counted]
    if len(set(counts)) < len(counts):
        return []
    in_order = _find_longest_rise(counts)
    late = [cell.index for number, cell in enumerate(counted) if number not in in_order]
    if not late:
        return []
    named = ", ".join(map(str, late[:MAX_NAMED])) + (f" and {len(late) - MAX_NAMED} more" if late[MAX_NAMED:] else "")
    which = f"Cell {named} of {quote_name(name)} was" if len(late) == 1 else f"Cells {named} of {quote_name(name)} were"
    return [
        Finding(
            f"{which} not run in the order of the notebook, but the grader takes the cells in that order. Restart the "
            "kernel and run all cells before you hand in."
        )
    ]


def _find_longest_rise(values: Sequence[int]) -> set[int]:
    """Return the positions of a longest rising subsequence (patience sorting)."""
    lowest_ends: list[int] = []
    end_positions: list[int] = []
    previous: list[int | None] = []
    for position, value in enumerate(values):
        length = bisect_left(lowest_ends, value)
        previous.append(end_positions[length - 1] if length else None)
        lowest_ends[length : length + 1] = [value]
        end_positions[length : length + 1] = [position]
    chain: set[int] = set()
    last = end_positions[-1] if end_positions else None
    while last is not None:
        chain.add(last)
        last = previous[last]
    return chain


def _select_cells(
    task: Task, assignment: Assignment, cells: tuple[Cell, ...], definitions: Mapping[str, int]
) -> list[Cell]:
    indices = {cell.index for cell in cells if is_answer(cell.grade_id, task.id)}
    earlier = assignment.tasks[: assignment.tasks.index(task)]
    for name in task.needs:
        if name in definitions and not any(name in other.needs for other in earlier):
            indices.add(definitions[name])
    return [cell for cell in cells if cell.index in indices]


def _explain(cells: list[Cell]) -> str:
    numbers = " and ".join(str(cell.index) for cell in cells)
    which = f"Code cell {numbers} was" if len(cells) == 1 else f"Code cells {numbers} were"
    return (
        f"{which} not run: there is neither an execution number nor an output. The assignment sheet gives no points "
        f"for code that was not run. {WHAT_TO_DO}"
    )
