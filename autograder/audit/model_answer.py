"""The model answer as a student would hand it in: the source notebook, run from top to bottom, with its files.

Running it trains the networks, so the result is kept in ``build/<slug>/model/`` until notebook, data or the
frameworks change.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

from autograder.course.versions import versions
from autograder.errors import AuthorError
from autograder.records import Assignment
from autograder.sandbox.framework_variables import QUIET, with_threads

_KEY = "model.key"


def prepare(assignments: Sequence[Assignment], root: Path) -> None:
    """Run the notebooks of several assignments side by side, one on each core."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda assignment: folder(assignment, root, threads=1), assignments))


def folder(assignment: Assignment, root: Path, *, rerun: bool = False, threads: int | None = None) -> Path:
    """Folder with the executed notebook and the files it wrote; runs the notebook when there is none yet.

    ``threads`` are those that the frameworks may compute with; their own choice without it.
    """
    place = root / "build" / assignment.slug / "model"
    key = _key(assignment, root)
    if not rerun and (place / _KEY).is_file() and (place / _KEY).read_text() == key:
        return place
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".model-", dir=place.parent) as name:
        work = Path(name) / "model"
        shutil.copytree(root / "assignments" / assignment.slug, work, ignore=shutil.ignore_patterns(".*"))
        for notebook in assignment.notebooks:
            without_test_cells(work / notebook)
            execute(work / notebook, threads)
        (work / _KEY).write_text(key)
        shutil.rmtree(place, ignore_errors=True)
        work.rename(place)
    return place


def without_test_cells(notebook: Path) -> None:
    """Take the cells out that test: whoever grades the model answer runs the same tests behind the boundary."""
    content = json.loads(notebook.read_text(encoding="utf-8"))
    content["cells"] = [cell for cell in content["cells"] if not _tests(cell)]
    notebook.write_text(json.dumps(content, indent=1, ensure_ascii=False), encoding="utf-8")


def _tests(cell: dict[str, Any]) -> bool:
    about = cell["metadata"].get("nbgrader", {})
    return cell["cell_type"] == "code" and bool(about.get("grade")) and not about.get("solution")


def execute(notebook: Path, threads: int | None = None) -> None:
    """Run a notebook in place with Jupyter's own command. Raises AuthorError with the end of its output."""
    command = [sys.executable, "-m", "jupyter", "execute", "--inplace", "--timeout=900", notebook.name]
    environment = with_threads(os.environ, threads)
    done = subprocess.run(
        command,
        cwd=notebook.parent,
        env=environment | QUIET | {"OMP_WAIT_POLICY": "PASSIVE"},  # threads that wait leave the cores
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise AuthorError(f"{notebook.name} does not run from top to bottom:\n{(done.stdout + done.stderr)[-3000:]}")


def _key(assignment: Assignment, root: Path) -> str:
    from autograder import data

    kinds = {name: data.kind(name) for name in assignment.data}
    digest = hashlib.sha256(repr((kinds, versions(assignment))).encode())
    for path in sorted((root / "assignments" / assignment.slug).iterdir()):
        if path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
