"""A stand for ``pytest`` in a student's own folder: the notebook found there, in a process of its own."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.judge.context import GradingContext
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment


def context_for(folder: Path, notebook: Path | None = None) -> GradingContext:
    """The stand of a released folder. Raises SubmissionError when it is not clear which notebook is meant."""
    from autograder import data
    from autograder.course import assignment_file as assignments
    from autograder.course import notebook_cells as cells
    from autograder.intake.match_notebooks import read_script
    from autograder.student_side.subprocess_worker import SubprocessWorker

    assignment = assignments.load(folder / "assignment.toml")
    files = [p for p in folder.iterdir() if p.is_file() and p.suffix != ".ipynb"]
    seeds = Seeds(b"public", assignment.slug)
    probes = folder / "tests"
    found = [cell for path in sorted(folder.glob("*.py")) for cell in read_script(path, assignment)]
    for name, path in _notebooks(folder, assignment, notebook).items():
        found += (replace(cell, notebook=name) for cell in cells.read_cells(path))
    student = Student(lambda task: SubprocessWorker(assignment, probes, files), found, [p.name for p in files], seeds)
    return GradingContext(assignment, student, seeds, data.kind, student_side=True)


def _notebooks(folder: Path, assignment: Assignment, named: Path | None) -> dict[str, Path]:
    """The assignment's own name of each notebook → where it lies."""
    if len(assignment.notebooks) == 1:
        return {assignment.notebooks[0]: named or find_notebook(folder)}
    if named is not None:
        raise SubmissionError(f"this assignment has {len(assignment.notebooks)} notebooks; leave --notebook out")
    missing = [name for name in assignment.notebooks if not (folder / name).is_file()]
    if missing:
        raise SubmissionError(f"{' and '.join(missing)} not found in {folder.resolve().name}/; put it there")
    return {name: folder / name for name in assignment.notebooks}


def find_notebook(folder: Path) -> Path:
    """The only notebook of a folder."""
    found = sorted(p for p in folder.glob("*.ipynb") if not p.name.startswith("."))
    if len(found) == 1:
        return found[0]
    if not found:
        raise SubmissionError(
            f"no notebook (.ipynb) in {folder.resolve().name}/; put yours there or name it: --notebook FILE"
        )
    names = ", ".join(path.name for path in found)
    raise SubmissionError(f"several notebooks here ({names}); say which one to test: pytest --notebook FILE")
