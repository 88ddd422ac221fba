"""The grading context of a student's own folder: the notebooks and scripts in it, run in a subprocess."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from autograder import data
from autograder.course import assignment_file
from autograder.course.notebook_cells import read_cells
from autograder.course.tree import TOML
from autograder.errors import SubmissionError
from autograder.intake.filenames import is_junk, is_library
from autograder.intake.match_notebooks import read_script
from autograder.judge.context import GradingContext
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment
from autograder.student_side.subprocess_worker import SubprocessWorker


def context_for(folder: Path, notebook: Path | None = None) -> GradingContext:
    """The context of a released folder; ``notebook`` is the one to test where it holds several.

    Raises SubmissionError when it is not clear which notebook is meant.
    """
    assignment = assignment_file.load(folder / TOML)
    files = _list_files(folder)
    seeds = Seeds(b"public", assignment.slug)
    probes = folder / "tests"
    cells = [read_script(folder, name, assignment) for name in files if name.endswith(".py")]
    for name, path in _find_notebooks(folder, assignment, notebook).items():
        cells += (replace(cell, notebook=name) for cell in read_cells(path))
    student = Student(lambda task: SubprocessWorker(assignment, probes, folder, files), cells, files, seeds)
    return GradingContext(assignment, student, seeds, data.kind, student_side=True)


def _list_files(folder: Path) -> list[str]:
    """Relative paths of what the student's code may use: the files at the top, and the ``.py`` files in folders.

    Hidden folders, installed packages and the public tests are no part of it.
    """
    files = [path.name for path in folder.iterdir() if path.is_file() and path.suffix != ".ipynb"]
    for place, folders, names in os.walk(folder):
        inside = Path(place).relative_to(folder)
        if inside != Path() and "pyvenv.cfg" not in names:
            files += [(inside / name).as_posix() for name in names if name.endswith(".py")]
        folders[:] = [] if "pyvenv.cfg" in names else [name for name in folders if _is_own(inside / name)]
    return sorted(files)


def _is_own(folder: Path) -> bool:
    path = folder.as_posix()
    return not folder.name.startswith(".") and path != "tests" and not is_junk(path) and not is_library(f"{path}/")


def _find_notebooks(folder: Path, assignment: Assignment, named: Path | None) -> dict[str, Path]:
    """The assignment's own name of each notebook → its path."""
    if len(assignment.notebooks) == 1:
        return {assignment.notebooks[0]: named or find_notebook(folder)}
    if named is not None:
        raise SubmissionError(f"this assignment has {len(assignment.notebooks)} notebooks; leave --notebook out")
    missing = [name for name in assignment.notebooks if not (folder / name).is_file()]
    if missing:
        raise SubmissionError(f"{' and '.join(missing)} not found in {folder.resolve().name}/; put it there")
    return {name: folder / name for name in assignment.notebooks}


def find_notebook(folder: Path) -> Path:
    """The only notebook of a folder. Raises SubmissionError when there is none, or more than one."""
    notebooks = sorted(path for path in folder.glob("*.ipynb") if not path.name.startswith("."))
    if len(notebooks) == 1:
        return notebooks[0]
    if not notebooks:
        raise SubmissionError(
            f"no notebook (.ipynb) in {folder.resolve().name}/; put yours there or name it: --notebook FILE"
        )
    names = ", ".join(path.name for path in notebooks)
    raise SubmissionError(f"several notebooks here ({names}); say which one to test: pytest --notebook FILE")
