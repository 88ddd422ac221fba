"""Writes the folder that a student hands in: the executed model answer with the changes of some variants, or the blank.

Nothing of an answer is run here.
"""

from __future__ import annotations

import ast
import itertools
import json
import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from autograder.audit.variants import Variant
from autograder.errors import AuthorError
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


def replace_once(sources: Sequence[str], replacements: Iterable[tuple[str, str]], path: str) -> list[str]:
    """The sources with all replacements made. Old texts are looked for in the sources as they were.

    Raises AuthorError, naming the file ``path``, unless each old text occurs exactly once in all sources together, no
    two of them overlap, and what was valid Python still is.
    """
    spans: list[tuple[int, int, int, str]] = []
    for old, new in replacements:
        found = [(number, at) for number, source in enumerate(sources) for at in _occurrences(source, old)]
        if len(found) != 1:
            raise AuthorError(f"{path}: {old!r} occurs {len(found)} times in the model answer, expected once")
        number, start = found[0]
        spans.append((number, start, start + len(old), new))
    spans.sort()
    for (number, _, end, _), (next_number, start, _, _) in itertools.pairwise(spans):
        if number == next_number and start < end:
            raise AuthorError(f"{path}: two texts of REPLACE overlap at {sources[number][start:end]!r}")
    changed = list(sources)
    for number, start, end, new in reversed(spans):
        changed[number] = changed[number][:start] + new + changed[number][end:]
    for before, after in zip(sources, changed, strict=True):
        if _is_python(before) and not _is_python(after):
            raise AuthorError(f"{path}: after the replacement the model answer is no valid Python:\n{after}")
    return changed


def _occurrences(source: str, text: str) -> list[int]:
    """Where a text begins, occurrences that overlap included."""
    return [match.start() for match in re.finditer(f"(?={re.escape(text)})", source)]


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


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
