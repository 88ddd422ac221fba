"""The ids of nbgrader cells: a task's id, and what stands behind it for the role of the cell.

A task ``xavier`` has a test cell ``xavier``, answer cells ``xavier_answer``, ``xavier_answer_2`` … and cells
``xavier_explained``, ``xavier_explained_2`` … whose points a person gives.
"""

from __future__ import annotations

import re

_ROLE = re.compile(r"_(answer|explained)(_\d+)?$")


def strip_role(grade_id: str) -> str:
    """The id of the task that a cell belongs to: ``xavier_answer_2`` → ``xavier``."""
    return _ROLE.sub("", grade_id)


def is_answer(grade_id: str, task: str) -> bool:
    """True for the id of a cell that answers the task ``task``."""
    return re.fullmatch(rf"{re.escape(task)}_answer(_\d+)?", grade_id) is not None


def is_explanation(grade_id: str, task: str) -> bool:
    """True for the id of a cell of the task ``task`` whose points a person gives."""
    return re.fullmatch(rf"{re.escape(task)}_explained(_\d+)?", grade_id) is not None
