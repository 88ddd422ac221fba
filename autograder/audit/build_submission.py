"""Writes the folder that a student hands in: the executed model answer with the changes of some variants, or the blank.

Nothing of an answer is run here.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.audit.replacements import replace_once
from autograder.audit.variants import Variant
from autograder.records import Assignment


def write_submission(model: Path, assignment: Assignment, variants: Iterable[Variant], into: Path) -> Path:
    """Write the model answer, changed by the variants, into the folder ``into``; returns it.

    The text that a variant replaces is changed in the cells (or the script) of its task, which keep their ids and count
    as run. Its code becomes one more cell at the end of the task's notebook, or the end of its script. Raises
    AuthorError where a text to replace does not occur exactly once.
    """
    into.mkdir(parents=True, exist_ok=True)
    variants = list(variants)
    for name in assignment.notebooks:
        notebook = json.loads((model / name).read_text(encoding="utf-8"))
        mark_as_run(notebook)
        changes = [variant for variant in variants if name in _places(variant, assignment)]
        for variant in changes:
            _replace_in_notebook(notebook, variant, assignment)
        for number, source in enumerate(variant.source for variant in changes if variant.source):
            notebook["cells"].append(executed_cell(source, f"variant-{number}"))
        (into / name).write_text(json.dumps(notebook), encoding="utf-8")
    for name in assignment.scripts:
        script = (model / name).read_text(encoding="utf-8")
        changes = [variant for variant in variants if name in _places(variant, assignment)]
        for variant in changes:
            (script,) = replace_once([script], variant.replace, variant.path(assignment.slug))
        sources = [script, *(variant.source for variant in changes if variant.source)]
        (into / name).write_text("\n\n".join(sources), encoding="utf-8")
    for name in {name for task in assignment.tasks for name in task.files}:
        if (model / name).is_file():
            shutil.copy2(model / name, into / name)
    return into


def _places(variant: Variant, assignment: Assignment) -> Sequence[str]:
    """The notebooks and scripts that a variant changes."""
    if not variant.task:
        return (assignment.notebooks[0], *assignment.scripts)
    return (assignment.task(variant.task).place or assignment.notebooks[0],)


def _replace_in_notebook(notebook: dict[str, Any], variant: Variant, assignment: Assignment) -> None:
    """Make a variant's replacements in the solution cells of its task."""
    if not variant.replace:
        return
    cells = [cell for cell in notebook["cells"] if _answers(cell, variant.task)]
    sources = ["".join(cell["source"]) for cell in cells]
    for cell, source in zip(cells, replace_once(sources, variant.replace, variant.path(assignment.slug)), strict=True):
        cell["source"] = source


def _answers(cell: dict[str, Any], task: str) -> bool:
    grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return cell["cell_type"] == "code" and re.fullmatch(rf"{task}_answer(_\d+)?", grade_id) is not None


def write_blank(assignment: Assignment, root: Path, into: Path) -> Path:
    """Write the released notebooks and scripts into ``into``, every cell marked as run: a student who did nothing."""
    into.mkdir(parents=True)
    for name in assignment.notebooks:
        notebook = json.loads((root / "release" / assignment.slug / name).read_text(encoding="utf-8"))
        mark_as_run(notebook)
        (into / name).write_text(json.dumps(notebook), encoding="utf-8")
    for name in assignment.scripts:
        shutil.copy2(root / "release" / assignment.slug / name, into / name)
    return into


def executed_cell(source: str, id: str) -> dict[str, Any]:
    """A code cell of notebook format 4.5 that has been run."""
    return {"cell_type": "code", "id": id, "metadata": {}, "source": source, "execution_count": 1, "outputs": []}


def mark_as_run(notebook: dict[str, Any]) -> None:
    """Give every code cell an execution count, as if the notebook had been run by hand."""
    for number, cell in enumerate(notebook["cells"], 1):
        if cell["cell_type"] == "code" and cell.get("execution_count") is None:
            cell["execution_count"] = number
