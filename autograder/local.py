"""A stand for ``pytest`` in a student's own folder: the notebook found there, in a process of its own."""

from __future__ import annotations

from pathlib import Path

from autograder.model import SubmissionError
from autograder.plugin import Stand
from autograder.student import Seeds, Student


def stand_for(folder: Path, notebook: Path | None = None) -> Stand:
    """The stand of a released folder. Raises SubmissionError when it is not clear which notebook is meant."""
    from autograder import assignment as assignments
    from autograder import cells, data
    from autograder.process_link import ProcessLink

    assignment = assignments.load(folder / "assignment.toml")
    path = notebook or find_notebook(folder)
    files = [p for p in folder.iterdir() if p.is_file() and p.suffix != ".ipynb"]
    seeds = Seeds(b"public", path.name)
    probes = folder / "tests"
    student = Student(
        lambda task: ProcessLink(assignment, probes, files), cells.read_cells(path), [p.name for p in files], seeds
    )
    return Stand(assignment, student, seeds, data.kind, student_side=True)


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
