"""Gives the cells of a hand-in the metadata that the gradebook has for their ``grade_id``, before nbgrader reads it.

Editors, course sites and students change a notebook's metadata: cells are copied with their id, ids get blanks, flags
and versions are lost. nbgrader then fails on the whole submission, and some of these end the grading of the class.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from copy import copy
from typing import Any

from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

CELL_ID = r"[a-zA-Z0-9_-]{1,64}"


class RestoreMetadata(NbGraderPreprocessor):  # type: ignore[misc, unused-ignore]
    """Replaces nbgrader's metadata of every cell; ids that the gradebook does not know are removed.

    Of several cells with one id, the last that is answered and was run keeps it. Copies that are not answered, or were
    not run, become raw cells: they must not replace the answer when the notebook is run.
    """

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        about = resources["nbgrader"]
        _repair_cells(nb)
        with Gradebook(about["db_url"]) as gradebook:
            metadata = _read_metadata(gradebook.find_notebook(about["notebook"], about["assignment"]))
        copies: dict[str, list[Any]] = {}
        for cell in nb.cells:
            found = cell.metadata.pop("nbgrader", None)
            grade_id = _read_grade_id(found)
            if grade_id in metadata:
                cell.metadata["nbgrader"] = metadata[grade_id]
                if metadata[grade_id]["cell_type"] == "code":
                    cell.pop("attachments", None)  # pictures of a text cell; no code cell may have them
                copies.setdefault(grade_id, []).append(cell)
            elif grade_id:
                self.log.warning("%s: the cell %r is not one of this notebook", about["student"], grade_id)
        for grade_id, cells in copies.items():
            if len(cells) > 1:
                self.log.warning("%s: %d cells have the id %r", about["student"], len(cells), grade_id)
                _keep_one(cells)
        if metadata and not copies:
            self.log.warning(
                "%s: no cell of %s.ipynb is one of the notebook that was handed out. The tests are run after its last "
                "cell; a person must look for the written answers.",
                about["student"],
                about["notebook"],
            )
        return nb, resources


def make_cell_id(nb: Any) -> str:
    """Return an id that no cell of the notebook has."""
    used = {cell.get("id") for cell in nb.cells}
    return next(id for id in (f"cell-{number}" for number in itertools.count(1)) if id not in used)


def _read_metadata(notebook: Any) -> dict[str, dict[str, Any]]:
    """Return the metadata of every cell of the gradebook's notebook, by its ``grade_id``."""
    points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    graded = {cell.name for cell in notebook.grade_cells}
    answers = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    return {
        cell.name: {
            "schema_version": 3,
            "grade_id": cell.name,
            "grade": cell.name in graded,
            "solution": cell.name in answers,
            "task": cell.name in tasks,
            "locked": cell.locked,
            "cell_type": cell.cell_type,
            "checksum": cell.checksum,
            **({"points": points[cell.name]} if cell.name in points else {}),
        }
        for cell in notebook.source_cells
    }


def _read_grade_id(metadata: Any) -> str:
    grade_id = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return grade_id.strip() if isinstance(grade_id, str) else ""


def _keep_one(cells: list[Any]) -> None:
    """Leave the metadata to the best of the copies of a cell, which come in the notebook's order."""
    if not utils.is_solution(cells[0]):
        for cell in cells[:-1]:
            del cell.metadata["nbgrader"]
        return
    kept = max(enumerate(cells), key=lambda item: (_is_answered(item[1]), _was_run(item[1]), item[0]))[1]
    for cell in cells:
        if cell is kept:
            continue
        if (_is_answered(kept), _was_run(kept)) > (_is_answered(cell), _was_run(cell)):
            _make_raw(cell)
        del cell.metadata["nbgrader"]


def _is_answered(cell: Any) -> bool:
    about = cell.metadata["nbgrader"]
    as_released = copy(cell)
    as_released.cell_type = about["cell_type"]
    return bool(utils.compute_checksum(as_released) != about["checksum"])


def _was_run(cell: Any) -> bool:
    return cell.get("execution_count") is not None or bool(cell.get("outputs"))


def _make_raw(cell: Any) -> None:
    cell.cell_type = "raw"
    for key in ("outputs", "execution_count"):
        cell.pop(key, None)


def _repair_cells(nb: Any) -> None:
    """Make the cells valid by nbformat 4.5: text as source, metadata, an id of its own, nothing of another type."""
    nb.nbformat_minor = max(nb.get("nbformat_minor", 0), 5)
    used: Counter[str] = Counter()
    for cell in nb.cells:
        source, id = cell.get("source"), cell.get("id")
        cell.source = source if isinstance(source, str) else "".join(source or ())
        if not isinstance(cell.get("metadata"), dict):
            cell.metadata = {}
        if not isinstance(id, str) or not re.fullmatch(CELL_ID, id) or used[id]:
            cell.id = make_cell_id(nb)
        used[cell.id] += 1
        if cell.cell_type == "code":
            cell.setdefault("outputs", [])
            cell.setdefault("execution_count", None)
