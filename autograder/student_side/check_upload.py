"""Tells a student before handing in whether the upload follows the rules of the sheet. No code is run."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from autograder.course.files import size_text
from autograder.course.notebook_cells import MAX_BYTES
from autograder.course.tree import TOML
from autograder.errors import SubmissionError
from autograder.intake import receive_upload
from autograder.intake.definitions import find_definitions
from autograder.intake.executed_cells import WHAT_TO_DO, find_unrun_cells
from autograder.intake.filenames import is_archive, is_junk, quote_name
from autograder.intake.sheet_names import list_plain_names, match_name
from autograder.records import Assignment, Cell, SubmissionRules, Task
from autograder.student_side.check_imports import describe_packages, find_missing_packages

Line = tuple[bool, str]
"""(whether it is right, a sentence that says what to do where it is not)."""


def check(path: Path, assignment: Assignment) -> list[Line]:
    """Check names, files, answers and runs of what is to be handed in.

    ``path`` is a notebook, a zip, or a folder with the files of an upload. In the folder that was handed out, the
    upload is searched. Raises ``SubmissionError`` when ``path`` does not exist or it is not clear what is meant.
    """
    if not path.exists():
        raise SubmissionError(f"{path} does not exist; expected the notebook or zip that you hand in")
    lines: list[Line] = []
    folder = path if path.is_dir() else path.resolve().parent
    beside = {file.name for file in folder.iterdir() if file.is_file()} if (folder / TOML).is_file() else set()
    with tempfile.TemporaryDirectory() as scratch:
        if path.is_dir() and (path / TOML).is_file():
            path = _find_upload(path, assignment, Path(scratch))
            lines.append((True, f"Checked {quote_name(path.name)}. To check another file, pass its name."))
        submission = receive_upload(path, assignment, Path(scratch) / "files")
        size = sum((submission.folder / file).stat().st_size for file in submission.files)
    lines += [(False, finding.message) for finding in submission.findings]
    if submission.fatal:
        return lines
    if not submission.findings:
        lines.append((True, f"Names and files are as the sheet asks: {', '.join(submission.files)}."))
    lines.append((True, _describe_size(size, assignment.rules)))
    cells = [cell for cell in submission.cells if not cell.file]
    if cells:
        lines.append((True, f"The notebook can be read; it has {len(cells)} code cells."))
    lines += _check_answers(assignment, submission.cells)
    lines += _check_runs(assignment, submission.cells)
    lines += _check_imports(assignment, submission.cells)
    lines += _check_files(assignment, submission.files, path.name, beside)
    return lines


def _describe_size(size: int, rules: SubmissionRules) -> str:
    return (
        f"The files have {size_text(size)}; the limits are {size_text(rules.max_bytes)} for a file, "
        f"{size_text(MAX_BYTES)} for a notebook and {size_text(rules.max_total_bytes)} for all files together."
    )


def _find_upload(folder: Path, assignment: Assignment, scratch: Path) -> Path:
    """The file in the hand-out folder that is to be handed in: one of the right name (a zip first), or the notebook.

    Where the sheet asks for several notebooks and there is no zip yet: a folder in ``scratch`` with what belongs in it.
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
    for candidates in (
        [path for path in named if path.suffix != ".ipynb"],
        named,
        [path for path in files if path.suffix == ".ipynb"],
    ):
        if len(candidates) == 1:
            return candidates[0]
        if candidates:
            names = ", ".join(path.name for path in candidates)
            raise SubmissionError(f"{folder} holds {names}; name the one that you hand in")
    raise SubmissionError(
        f"{folder} holds nothing to hand in; expected a file such as {assignment.rules.example or 'a notebook'}"
    )


def _check_answers(assignment: Assignment, cells: Sequence[Cell]) -> Iterator[Line]:
    """Which tasks are answered, and which still have a stub or lost their functions, by the source alone."""
    answered = []
    tasks = [task for task in assignment.tasks if task.needs]  # the others are answered in words
    handed_in = {cell.notebook for cell in cells}
    for task in tasks:
        if task.place and task.place not in handed_in:
            continue  # intake has said that the file is missing
        cell_of = {name: cell for cell in assignment.cells_for(task, cells) for name in find_definitions([cell])}
        missing = [name for name in task.needs if name not in cell_of]
        stubs = [name for name in task.needs if name in cell_of and _is_stub(cell_of[name], name, assignment)]
        if missing:
            yield (
                False,
                f"{task.number} ({task.id}): {_join(missing)} not defined. Restore it from the hand-out.",
            )
        if stubs:
            yield False, f"{task.number} ({task.id}): {_join(stubs)} not answered yet; the stub is still there."
        if not missing and not stubs:
            answered.append(task)
    if answered:
        yield True, f"{len(answered)} of {len(tasks)} tasks have an answer in place of the stub."


def _check_runs(assignment: Assignment, cells: Sequence[Cell]) -> Iterator[Line]:
    if not assignment.rules.must_be_run:
        return
    idle: dict[str, list[Cell]] = {}
    for name in assignment.notebooks:
        own = [cell for cell in cells if cell.file or cell.notebook == name]
        idle |= find_unrun_cells(assignment, own, find_definitions(own), name)
    not_run = [
        f"{assignment.task(id).number} (cell {', '.join(str(cell.index) for cell in own)})" for id, own in idle.items()
    ]
    if not_run:
        yield False, f"These cells were not run, so the tasks earn no points: {', '.join(not_run)}. {WHAT_TO_DO}"
    else:
        yield True, "The cells of all tasks were run."


def _check_imports(assignment: Assignment, cells: Sequence[Cell]) -> Iterator[Line]:
    missing = find_missing_packages(assignment, cells)
    for package, places in missing.items():
        where = ", ".join(dict.fromkeys(places))
        yield False, f"{package} is not installed where your work is graded; it is imported in {where}."
    if missing:
        yield True, f"There you find Python's own modules and {describe_packages(assignment)}."


def _check_files(assignment: Assignment, files: Sequence[str], upload: str, beside: Collection[str]) -> Iterator[Line]:
    """Whether the upload has the files that tasks read (trained weights).

    ``beside`` are the files in the folder of the upload, if that is the folder which was handed out.
    """
    readers: dict[str, list[Task]] = {}
    for task in assignment.tasks:
        for name in task.files:
            readers.setdefault(name, []).append(task)
    names = {name: [name, *_list_equivalents(name, assignment)] for name in readers}
    absent = [name for name, accepted in names.items() if not set(accepted) & set(files)]
    for name in absent:
        numbers = ", ".join(task.number for task in readers[name])
        loss = f"{numbers} {'loses' if len(readers[name]) == 1 else 'lose'} points without it"
        if here := next((other for other in names[name] if other in beside), ""):
            what_to_do = "Add it to the zip." if is_archive(upload) else "Make one zip of both and hand that in."
            yield False, f"{here} is in this folder, but not in the upload {quote_name(upload)}; {loss}. {what_to_do}"
        else:
            yield False, f"{name} is missing; {loss}. Run the cell that saves it and add the file to the zip."
    if readers and not absent:
        yield True, f"All {len(readers)} files that belong to the notebook are in the upload: {', '.join(readers)}."


def _list_equivalents(name: str, assignment: Assignment) -> list[str]:
    """Other names under which the sheet takes the same content: ``net.weights.h5`` for ``net.keras``."""
    stem = name.partition(".")[0]
    return [other for other in list_plain_names(assignment) if other != name and other.partition(".")[0] == stem]


def _is_stub(cell: Cell, name: str, assignment: Assignment) -> bool:
    """Whether the last definition of ``name`` in the cell still raises the stub's error.

    The error names one of the tasks that need the function, not always the one that is checked.
    """
    ids = "|".join(task.id for task in assignment.tasks)
    bodies = re.split(r"^(?=\S)(?![)\]}])", cell.source, flags=re.MULTILINE)
    own = [body for body in bodies if re.match(rf"(async )?(def|class)\s+{name}\b", body)]
    stub = rf"^\s+raise NotImplementedError\(\s*['\"]({ids})\b"
    return bool(own) and bool(re.search(stub, own[-1], re.MULTILINE))


def _join(names: Sequence[str]) -> str:
    """The names as the subject of a sentence, with its verb."""
    joined = ", ".join(f"`{name}`" for name in names)
    return f"{joined} {'is' if len(names) == 1 else 'are'}"
