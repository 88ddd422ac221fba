"""The hooks of nbgrader's commands: what comes before ``autograde`` and after ``generate_assignment``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from traitlets.log import get_logger

from autograder.course.assignment_file import load
from autograder.course.notebook_cells import read_notebook
from autograder.errors import GraderError, SubmissionError
from autograder.nbgrader_road.sheet_names import link_notebooks
from autograder.release.render import render_release, write_release


def before_autograde(assignment: str, notebooks: list[str], **_: Any) -> None:
    """Let nbgrader grade the notebooks of one hand-in that the sheet asks for, under whatever name they came.

    ``notebooks`` are the paths that nbgrader found in the student's folder; the list is changed in place.
    """
    log = get_logger()
    folder = Path(notebooks[0]).parent
    try:
        gradable, messages = link_notebooks(folder, load(assignment, Path.cwd()))
    except OSError as error:
        log.error("%s: the notebooks cannot be given the names that nbgrader expects: %s", folder, error)
        return
    notebooks[:] = map(str, gradable)
    for path in gradable:
        try:
            read_notebook(path.resolve())
        except SubmissionError as error:
            messages.append(str(error))
    for message in messages:
        log.warning("%s: %s", folder, message)


def after_generate_assignment(assignment: str, **_: Any) -> None:
    """Compare the notebook that nbgrader has just written with our rendering, and add the other released files.

    nbgrader ignores the exceptions of a hook, but a refused release must end the command: hence ``SystemExit``.
    """
    root = Path.cwd()
    folder = root / "release" / assignment
    try:
        for name, content in render_release(assignment, root).items():
            if name.endswith(".ipynb") and (folder / name).read_bytes() != content:
                raise GraderError(
                    f"nbgrader and autograder render {assignment}/{name} differently; use `autograder release`"
                )
        write_release(assignment, root)
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SystemExit(f"{assignment} is not released: {error}") from error
