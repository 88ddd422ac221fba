"""Wheats and chaffs: the model answer with one more cell that redefines what one task is about."""

from __future__ import annotations

import ast
import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.errors import AuthorError
from autograder.records import Assignment

_ALLOWED = frozenset({"ALSO", "CAUGHT_BY", "CODE", "FILES"})
_KINDS = ("wheats", "chaffs")


@dataclass(frozen=True)
class Variant:
    """One file of ``tests/<slug>/wheats/<task>`` or ``chaffs/<task>``."""

    name: str
    task: str
    description: str
    source: str
    caught_by: tuple[str, ...] = ()
    """Chaffs: the tests that must fail."""
    code: str = ""
    """Chaffs: code of the mistake (or problem) that the student must be told."""
    also: tuple[str, ...] = ()
    """Wheats: further tasks that the answer is right for."""
    files: dict[str, str] = field(default_factory=dict)
    """Handed-in file → function of the overlay that writes it into the current directory."""

    @property
    def right(self) -> bool:
        return not self.caught_by


def read(path: Path, assignment: Assignment) -> Variant:
    """Read a wheat or chaff without running it; its folder names the task. Raises AuthorError naming what is wrong."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source, str(path))
    facts: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in _ALLOWED:
            facts[node.targets[0].id] = ast.literal_eval(node.value)
    description = ast.get_docstring(tree)
    if not description:
        raise AuthorError(f"{path}: expected a docstring that says what this answer does")
    also = tuple(facts.get("ALSO", ()))
    for task in also:
        assignment.task(task)
    caught_by = facts.get("CAUGHT_BY", ())
    caught_by = (caught_by,) if isinstance(caught_by, str) else tuple(caught_by)
    chaff = path.parent.parent.name == "chaffs"
    if chaff != bool(caught_by):
        raise AuthorError(f"{path}: a chaff names the tests that catch it in CAUGHT_BY, a wheat has none")
    return Variant(
        path.stem,
        path.parent.name,
        description.split("\n\n")[0],
        source,
        caught_by,
        facts.get("CODE", ""),
        also,
        facts.get("FILES", {}),
    )


def read_all(assignment: Assignment, root: Path) -> list[Variant]:
    """All wheats and chaffs of an assignment, by task and name.

    Raises AuthorError for a file that is in no task's folder, and for two of a kind that have the same name.
    """
    order = [task.id for task in assignment.tasks]
    folder = root / "tests" / assignment.slug
    variants = [read(path, assignment) for kind in _KINDS for path in _files_of(folder / kind, order)]
    return sorted(variants, key=lambda variant: (order.index(variant.task), not variant.right, variant.name))


def _files_of(folder: Path, tasks: Sequence[str]) -> list[Path]:
    """The variants below ``wheats`` or ``chaffs``. Files whose names begin with ``_`` are none."""
    paths = [path for path in sorted(folder.rglob("*.py")) if not path.name.startswith("_")]
    known: dict[str, Path] = {}
    for path in paths:
        if path.parent.parent != folder or path.parent.name not in tasks:
            raise AuthorError(f"{path}: expected it in {folder}/<task>, where <task> is one of {', '.join(tasks)}")
        if path.stem in known:
            raise AuthorError(f"{path}: {known[path.stem]} has the same name; rename one of them")
        known[path.stem] = path
    return paths


def submission(model: Path, assignment: Assignment, sources: Iterable[tuple[str, str]], into: Path) -> Path:
    """A folder as a student hands it in: the executed model answer and further executed cells.

    ``sources`` are pairs: the id of the task that a cell is about ("" for the first notebook and every script), and the
    cell's source. What is about a script is appended to it.
    """
    into.mkdir(parents=True, exist_ok=True)
    everywhere = (assignment.notebooks[0], *assignment.scripts)
    added = [
        (place, text) for task, text in sources for place in ([assignment.task(task).place] if task else everywhere)
    ]
    for name in assignment.notebooks:
        notebook = json.loads((model / name).read_text(encoding="utf-8"))
        mark_as_run(notebook)
        for number, source in enumerate(text for place, text in added if place == name):
            notebook["cells"].append(executed_cell(source, f"overlay-{number}"))
        (into / name).write_text(json.dumps(notebook), encoding="utf-8")
    for name in assignment.scripts:
        parts = [(model / name).read_text(encoding="utf-8"), *(text for place, text in added if place == name)]
        (into / name).write_text("\n\n".join(parts), encoding="utf-8")
    for name in {name for task in assignment.tasks for name in task.files}:
        if (model / name).is_file():
            shutil.copy2(model / name, into / name)
    return into


def blank(assignment: Assignment, root: Path, into: Path) -> Path:
    """The released notebooks and scripts, every cell marked as run: a student who handed in the stubs."""
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


def write_files(folders: Sequence[tuple[Path, Variant]], assignment: Assignment) -> None:
    """Let the overlays write the files they hand in, in one process of their own (it computes, we must not)."""
    wanted = [
        [str(folder.resolve()), assignment.task(variant.task).place, variant.files]
        for folder, variant in folders
        if variant.files
    ]
    if not wanted:
        return
    command = [sys.executable, "-m", "autograder.audit.variants"]
    done = subprocess.run(command, input=json.dumps(wanted), capture_output=True, text=True, check=False)
    if done.returncode:
        raise AuthorError(f"an overlay could not write its files:\n{done.stderr[-3000:]}")


def main() -> None:
    """Entry of that process: folders and hooks as JSON on standard input."""
    import os

    from autograder.course.notebook_cells import read_cells
    from autograder.worker.program import Program
    from autograder.worker.submitted_modules import install

    for folder, place, files in json.loads(sys.stdin.read()):
        os.chdir(folder)
        install(cell for path in sorted(Path().glob("*.py")) for cell in read_cells(path))
        program = Program.load(read_cells(Path(place)))
        for name, hook in files.items():
            try:
                make = program.get(hook)
            except KeyError:
                raise AuthorError(f"{folder}: {hook} is not defined: {program.problem_with(hook)}") from None
            make()
            if not Path(name).exists():
                raise AuthorError(f"{folder}: {hook} wrote no {name}")


if __name__ == "__main__":
    main()
