"""For a student, before handing in: is the upload in the form that the sheet asks for?"""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from autograder.course.tree import TOML
from autograder.errors import SubmissionError
from autograder.intake import receive_upload
from autograder.intake.executed_cells import WHAT_TO_DO, find_unrun_cells
from autograder.intake.filenames import is_junk, quote_name
from autograder.intake.sheet_names import match_name
from autograder.records import Assignment, Cell, Task

Line = tuple[bool, str]


def check(path: Path, assignment: Assignment) -> list[Line]:
    """What holds (True) and what does not (False, with what to do), one sentence each.

    ``path`` is what is to be handed in: a notebook, a zip, or a folder with its files. For the folder that was
    handed out, the upload in it is looked for. Nothing is run. Raises ``SubmissionError`` when ``path`` is not there.
    """
    if not path.exists():
        raise SubmissionError(f"{path} does not exist; expected the notebook or zip that is to be handed in")
    lines: list[Line] = []
    with tempfile.TemporaryDirectory() as scratch:
        if path.is_dir() and (path / TOML).is_file():
            path = _upload_in(path, assignment, Path(scratch))
            lines.append((True, f"{quote_name(path.name)} was looked at; name another file to check that one."))
        submission = receive_upload(path, assignment, Path(scratch) / "files")
    lines += [(False, finding.message) for finding in submission.findings]
    if submission.fatal:
        return lines
    if not submission.findings:
        lines.append((True, f"Names and files are as the sheet asks: {', '.join(submission.files)}."))
    lines.append((True, f"The notebook can be read; it has {len(submission.cells)} code cells."))
    lines += _answers(assignment, submission.cells)
    lines += _runs(assignment, submission.cells)
    lines += _files(assignment, submission.files)
    return lines


def _upload_in(folder: Path, assignment: Assignment, scratch: Path) -> Path:
    """The file of the hand-out folder that is to be handed in: one of the right name (a zip first), or the notebook.

    Where the sheet asks for several notebooks and no zip is there yet: a folder in ``scratch`` of what goes into it.
    """
    files = sorted(path for path in folder.iterdir() if path.is_file() and not is_junk(path.name))
    named = [path for path in files if match_name(path.name, assignment.rules.upload)]
    accepted = (*assignment.rules.notebooks, *assignment.rules.optional)
    together = [path for path in files if path.name in assignment.notebooks or match_name(path.name, accepted)]
    if len(assignment.notebooks) + len(assignment.scripts) > 1 and not named and together:
        parts = scratch / folder.resolve().name
        parts.mkdir()
        for path in together:
            shutil.copy2(path, parts / path.name)
        return parts
    for found in (
        [path for path in named if path.suffix != ".ipynb"],
        named,
        [path for path in files if path.suffix == ".ipynb"],
    ):
        if len(found) == 1:
            return found[0]
        if found:
            names = ", ".join(path.name for path in found)
            raise SubmissionError(f"{folder} holds {names}; name the one that is to be handed in")
    raise SubmissionError(
        f"{folder} holds nothing to hand in, expected a file such as {assignment.rules.example or 'a notebook'}"
    )


def _answers(assignment: Assignment, cells: Sequence[Cell]) -> Iterator[Line]:
    """Which tasks are answered, still stubs, or lost their functions; by the source alone."""
    whole = []
    asked = [task for task in assignment.tasks if task.needs]  # the others are answered in words
    for task in asked:
        place = {name: cell for cell in assignment.cells_for(task, cells) for name in definitions([cell])}
        missing = [name for name in task.needs if name not in place]
        stubs = [name for name in task.needs if name in place and _is_stub(place[name], name, assignment)]
        if missing:
            yield False, f"{task.number} ({task.id}): {_listed(missing)} not defined. Restore it from the hand-out."
        if stubs:
            yield False, f"{task.number} ({task.id}): {_listed(stubs)} not answered yet; the stub is still there."
        if not missing and not stubs:
            whole.append(task)
    if whole:
        yield True, f"{len(whole)} of {len(asked)} tasks have an answer in place of the stub."


def _runs(assignment: Assignment, cells: Sequence[Cell]) -> Iterator[Line]:
    if not assignment.rules.must_be_run:
        return
    idle: dict[str, list[Cell]] = {}
    for name in assignment.notebooks:
        own = [cell for cell in cells if cell.file or cell.notebook == name]
        idle |= find_unrun_cells(assignment, own, definitions(own), name)
    told = [
        f"{assignment.task(id).number} (cell {', '.join(str(cell.index) for cell in own)})" for id, own in idle.items()
    ]
    if told:
        yield False, f"Not run, which the sheet gives no points for: {', '.join(told)}. {WHAT_TO_DO}"
    else:
        yield True, "The cells of all tasks were run."


def _files(assignment: Assignment, files: Sequence[str]) -> Iterator[Line]:
    """Whether the files that tasks read (trained weights) are there."""
    wanted: dict[str, list[Task]] = {}
    for task in assignment.tasks:
        for name in task.files:
            wanted.setdefault(name, []).append(task)
    absent = [name for name in wanted if name not in files]
    for name in absent:
        numbers = ", ".join(task.number for task in wanted[name])
        yield False, f"{name} is not there, {numbers} cannot be graded without it. Let the notebook save it; zip both."
    if wanted and not absent:
        yield True, f"All {len(wanted)} files beside the notebook are there: {', '.join(wanted)}."


def definitions(cells: Sequence[Cell]) -> dict[str, int]:
    """Name → index of the last cell that defines it at the top level, by its lines: a cell need not be valid Python."""
    pattern = re.compile(r"^(?:(?:async )?def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.MULTILINE)
    return {found[1] or found[2]: cell.index for cell in cells for found in pattern.finditer(cell.source)}


def _is_stub(cell: Cell, name: str, assignment: Assignment) -> bool:
    """Whether the last definition of ``name`` in the cell still raises the stub's error.

    It names one of the tasks that need the function, not always the one that is looked at.
    """
    ids = "|".join(task.id for task in assignment.tasks)
    bodies = re.split(r"^(?=\S)(?![)\]}])", cell.source, flags=re.MULTILINE)
    own = [body for body in bodies if re.match(rf"(async )?(def|class)\s+{name}\b", body)]
    stub = rf"^\s+raise NotImplementedError\(\s*['\"]({ids})\b"
    return bool(own) and bool(re.search(stub, own[-1], re.MULTILINE))


def _listed(names: Sequence[str]) -> str:
    listed = ", ".join(f"`{name}`" for name in names)
    return f"{listed} {'is' if len(names) == 1 else 'are'}"
