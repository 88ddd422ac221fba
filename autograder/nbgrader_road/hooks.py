"""The hook that completes what ``nbgrader generate_assignment`` writes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from autograder.errors import GraderError
from autograder.release.render import render_release, write_release


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
