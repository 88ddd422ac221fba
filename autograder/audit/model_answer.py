"""The model answer as a student would hand it in: the source notebook, run from top to bottom, with its files.

Running it trains the networks, so the result is kept in ``build/<slug>/model/`` until the code of the notebook, the
other files of the assignment, the data or the frameworks change. A change of the text alone, or of the cells that test,
runs nothing again.
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
_OWN_PACKAGE = "deep-learning-autograder"


def prepare_all(assignments: Sequence[Assignment], root: Path) -> None:
    """Run the notebooks of several assignments side by side, one on each core."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(lambda assignment: prepare(assignment, root, threads=1), assignments))


def prepare(assignment: Assignment, root: Path, *, rerun: bool = False, threads: int | None = None) -> Path:
    """The folder with the executed notebooks and the files they wrote; runs the notebooks where that is necessary.

    ``threads`` is how many threads the frameworks may compute with; they choose where it is None. Raises AuthorError
    with the end of the output when a notebook fails.
    """
    source = root / "assignments" / assignment.slug
    model = root / "build" / assignment.slug / "model"
    key = _key(assignment, root)
    if not rerun and (model / _KEY).is_file() and (model / _KEY).read_text() == key:
        for name in assignment.notebooks:
            _update_text(model / name, read_without_tests(source / name))
        return model
    model.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".model-", dir=model.parent) as name:
        work = Path(name) / "model"
        shutil.copytree(source, work, ignore=shutil.ignore_patterns(".*"))
        for notebook in assignment.notebooks:
            _write(work / notebook, read_without_tests(source / notebook))
            execute(work / notebook, threads)
        (work / _KEY).write_text(key)
        shutil.rmtree(model, ignore_errors=True)
        work.rename(model)
    return model


def read_without_tests(notebook: Path) -> dict[str, Any]:
    """The notebook without its test cells: whoever grades the model answer runs the same tests behind the boundary."""
    content = _read(notebook)
    content["cells"] = [cell for cell in content["cells"] if not _is_test(cell)]
    return content


def _read(notebook: Path) -> dict[str, Any]:
    """A notebook whose sources are texts; nbformat also allows lists of lines."""
    content: dict[str, Any] = json.loads(notebook.read_text(encoding="utf-8"))
    for cell in content["cells"]:
        cell["source"] = "".join(cell["source"])
    return content


def _is_test(cell: dict[str, Any]) -> bool:
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


def _update_text(executed: Path, source: dict[str, Any]) -> None:
    """Bring an executed notebook up to date whose code is that of ``source``: its text and ids may have changed."""
    content = _read(executed)
    for cell, run in zip(_code_cells(source), _code_cells(content), strict=True):
        cell["outputs"], cell["execution_count"] = run["outputs"], run["execution_count"]
        if "execution" in run["metadata"]:  # when it ran
            cell["metadata"] = cell["metadata"] | {"execution": run["metadata"]["execution"]}
    if content["cells"] != source["cells"]:
        _write(executed, content | {"cells": source["cells"]})


def _write(path: Path, notebook: dict[str, Any]) -> None:
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_text(json.dumps(notebook, indent=1, ensure_ascii=False), encoding="utf-8")
    os.replace(temporary, path)


def _code_cells(notebook: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]


def _key(assignment: Assignment, root: Path) -> str:
    """Digest of everything that running the notebooks depends on."""
    from autograder import data

    kinds = {name: data.kind(name) for name in assignment.data}
    frameworks = {name: version for name, version in versions(assignment).items() if name != _OWN_PACKAGE}
    digest = hashlib.sha256(repr((kinds, frameworks)).encode())
    for path in sorted((root / "assignments" / assignment.slug).iterdir()):
        if path.name in assignment.notebooks:
            sources = [cell["source"] for cell in _code_cells(read_without_tests(path))]
            digest.update(repr((path.name, sources)).encode())
        elif path.is_file():
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
