"""Source notebook → released folder: what students get, rendered with nbgrader's own preprocessors.

Same input, same bytes: cell ids come from the source, nothing carries a time.
"""

from __future__ import annotations
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from autograder.course import assignment_file as toml
from autograder.release import student_files as handout, leaks, scripts
from autograder.course import solution_regions as regions
from autograder.records import Assignment
from autograder.errors import AuthorError, GraderError
from autograder.course.files import files_under



def render(slug: str, root: Path) -> dict[str, bytes]:
    """The released folder in memory: path in the folder → bytes, sorted by path.

    Raises AuthorError when a marker is ambiguous, the notebook disagrees with ``assignment.toml``, a model answer's
    file lies beside the notebook, or anything of an answer is found in the result.
    """
    root = Path(root).resolve()
    assignment = toml.load(slug, root)
    toml.check_notebook(assignment, root)
    config = _nbgrader_config(root)
    files = _beside_notebook(assignment, root, config)
    for name in assignment.notebooks:
        files[name] = _student_notebook(root / "assignments" / slug / name, config)
    for name in assignment.scripts:
        files[name] = scripts.render(root / "assignments" / slug / name, assignment)
    files |= _public_tests(root / "tests" / slug)
    files["README.md"] = handout.readme(assignment).encode()
    files["pytest.ini"] = handout.PYTEST_INI.encode()
    files["requirements.txt"] = handout.requirements(assignment).encode()
    leaks.check(files, slug, root)
    return dict(sorted(files.items()))


def write(slug: str, root: Path) -> Path:
    """Make ``release/<slug>`` hold exactly the rendered files; nothing is touched when rendering refuses."""
    files = render(slug, root)
    folder = Path(root) / "release" / slug
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def stale(slug: str, root: Path) -> list[str]:
    """How ``release/<slug>`` differs from what would be rendered now, one sentence a file; empty when it is fresh."""
    files = render(slug, root)
    folder = Path(root) / "release" / slug
    there = {path.relative_to(folder).as_posix(): path for path in files_under(folder)}
    differences = []
    for name in sorted(files.keys() | there.keys()):
        if name not in there:
            differences.append(f"release/{slug}/{name} is missing")
        elif name not in files:
            differences.append(f"release/{slug}/{name} is not part of the release")
        elif there[name].read_bytes() != files[name]:
            differences.append(f"release/{slug}/{name} is out of date")
    return differences


def _student_notebook(path: Path, config: Any) -> bytes:
    import nbformat
    from nbconvert.exporters import NotebookExporter
    from nbgrader.preprocessors import SaveCells
    from traitlets.config import Config

    notebook = nbformat.read(path, as_version=nbformat.NO_CONVERT)
    if (notebook.nbformat, notebook.nbformat_minor) < (4, 5):
        raise AuthorError(f"{path.name} is of nbformat {notebook.nbformat}.{notebook.nbformat_minor}; save it as 4.5")
    regions.check(notebook.cells, path.name)
    exporter = NotebookExporter(config=Config({"Exporter": {"default_preprocessors": []}}))
    exporter.update_config(config)
    for preprocessor in config.GenerateAssignment.preprocessors:
        if preprocessor is not SaveCells:  # needs the gradebook, changes nothing in the notebook
            exporter.register_preprocessor(preprocessor)
    text, _ = exporter.from_filename(str(path))
    return str(text).encode()


def _nbgrader_config(root: Path) -> Any:
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()


def _beside_notebook(assignment: Assignment, root: Path, config: Any) -> dict[str, bytes]:
    """What lies beside the notebook and nbgrader therefore copies, ``assignment.toml`` among it."""
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.utils import find_all_files

    folder = root / "assignments" / assignment.slug
    ignore = [*CourseDirectory(config=config).ignore, "*.ipynb"]
    files = {Path(path).relative_to(folder).as_posix(): path for path in find_all_files(str(folder), ignore)}
    handed_in = {name for task in assignment.tasks for name in task.files}
    for name in sorted(handed_in & files.keys()):
        raise AuthorError(f"assignments/{assignment.slug}/{name} is a model answer and would be released; move it away")
    return {name: Path(path).read_bytes() for name, path in files.items()}


def _public_tests(folder: Path) -> dict[str, bytes]:
    """``tests/test_*.py``, and the probes when a public test uses one."""
    public = sorted((folder / "public").glob("test_*.py"))
    if not public:
        raise AuthorError(f"no public tests; expected {folder / 'public'}/test_*.py")
    files = {f"tests/{path.name}": path.read_bytes() for path in public}
    if any(b"student.probe(" in content for content in files.values()):
        probes = [folder / "probes.py", *files_under(folder / "probes")]
        files |= {f"tests/{p.relative_to(folder).as_posix()}": p.read_bytes() for p in probes if p.is_file()}
    return files