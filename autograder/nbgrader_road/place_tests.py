"""Moves a test cell to the end when the student wrote the answer below it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.course.assignment_file import load
from autograder.course.grade_ids import is_answer
from autograder.records import Task


class PlaceTestCells(NbGraderPreprocessor):  # type: ignore[misc, unused-ignore]
    """A test cell stays where it is, unless an answer or a definition that its task needs is in a cell below it.

    It is moved to the end of the notebook, since an answer may use what is defined below that.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        about = resources["nbgrader"]
        assignment = load(about["assignment"], Path.cwd())
        for task in assignment.tasks:
            test = next((n for n, cell in enumerate(nb.cells) if _grade_id(cell) == task.id), None)
            if test is not None and any(_answers(cell, task) for cell in nb.cells[test:]):
                nb.cells.append(nb.cells.pop(test))
                self.log.warning("%s: the answer to %s is below its test, which was moved", about["student"], task.id)
        return nb, resources


def _answers(cell: Any, task: Task) -> bool:
    if cell.cell_type != "code":
        return False
    defined = re.findall(r"^(?:async +)?(?:def|class) +(\w+)", cell.source, re.MULTILINE)
    return is_answer(_grade_id(cell), task.id) or bool({*task.needs} & {*defined})


def _grade_id(cell: Any) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))
