"""Source notebook → released folder, rendered with nbgrader's own preprocessors.

The same input gives the same bytes: cell IDs come from the source, and nothing contains a time.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from autograder.course import assignment_file
from autograder.course import solution_regions as regions
from autograder.course.files import files_under
from autograder.errors import AuthorError
from autograder.records import Assignment
from autograder.release.leaks import refuse_leaks
from autograder.release.scripts import render_script
from autograder.release.student_files import PYTEST_INI, make_readme, make_requirements


def render_release(slug: str, root: Path) -> dict[str, bytes]:
    """Render the released folder in memory. Returns {path in the folder: bytes}, sorted by path.

    Raises ``AuthorError`` when a marker is ambiguous, the notebook disagrees with ``assignment.toml``, a file of the
    model answer is beside the notebook, or the result contains any part of an answer.
    """
    root = Path(root).resolve()
    assignment = assignment_file.load(slug, root)
    assignment_file.check_notebook(assignment, root)
    config = _load_nbgrader_config(root)
    files = _read_files_beside_notebook(assignment, root, config)
    for name in assignment.notebooks:
        files[name] = _render_notebook(root / "assignments" / slug / name, config)
    for name in assignment.scripts:
        files[name] = render_script(root / "assignments" / slug / name, assignment)
    files |= _read_public_tests(root / "tests" / slug)
    files["README.md"] = make_readme(assignment).encode()
    files["pytest.ini"] = PYTEST_INI.encode()
    files["requirements.txt"] = make_requirements(assignment).encode()
    refuse_leaks(files, slug, root)
    return dict(sorted(files.items()))


def write_release(slug: str, root: Path) -> Path:
    """Make ``release/<slug>`` contain exactly the rendered files. If rendering is refused, nothing changes."""
    files = render_release(slug, root)
    folder = Path(root) / "release" / slug
    if folder.exists():
        shutil.rmtree(folder)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def find_stale_files(slug: str, root: Path) -> list[str]:
    """Say how ``release/<slug>`` differs from what would be rendered now: a sentence per file, none if it is fresh."""
    rendered = render_release(slug, root)
    folder = Path(root) / "release" / slug
    present = {path.relative_to(folder).as_posix(): path for path in files_under(folder)}
    differences = []
    for name in sorted(rendered.keys() | present.keys()):
        if name not in present:
            differences.append(f"release/{slug}/{name} is missing")
        elif name not in rendered:
            differences.append(f"release/{slug}/{name} is not part of the release")
        elif present[name].read_bytes() != rendered[name]:
            differences.append(f"release/{slug}/{name} is out of date")
    return differences


def _render_notebook(path: Path, config: Any) -> bytes:
    import nbformat
    from nbconvert.exporters import NotebookExporter
    from nbgrader.preprocessors import SaveCells
    from traitlets.config import Config

    notebook: Any = nbformat.read(path, as_version=nbformat.NO_CONVERT)  # type: ignore[no-untyped-call, unused-ignore]
    version = (notebook.nbformat, notebook.nbformat_minor)
    if version < (4, 5):
        raise AuthorError(
            f"{path.name} has nbformat {version[0]}.{version[1]}, in which cells have no IDs; save it as 4.5"
        )
    regions.check(notebook.cells, path.name)
    no_defaults = Config({"Exporter": {"default_preprocessors": []}})
    exporter: Any = NotebookExporter(config=no_defaults)  # type: ignore[no-untyped-call, unused-ignore]
    exporter.update_config(config)
    for preprocessor in config.GenerateAssignment.preprocessors:
        if preprocessor is not SaveCells:  # it needs the gradebook and changes nothing in the notebook
            exporter.register_preprocessor(preprocessor)
    text, _ = exporter.from_filename(str(path))
    return str(text).encode()


def _load_nbgrader_config(root: Path) -> Any:
    from traitlets.config.loader import PyFileConfigLoader

    return PyFileConfigLoader("nbgrader_config.py", path=str(root)).load_config()


def _read_files_beside_notebook(assignment: Assignment, root: Path, config: Any) -> dict[str, bytes]:
    """Read what is beside the notebook, such as ``assignment.toml``, because nbgrader copies it to students."""
    from nbgrader.coursedir import CourseDirectory
    from nbgrader.utils import find_all_files

    folder = root / "assignments" / assignment.slug
    ignore = [*CourseDirectory(config=config).ignore, "*.ipynb"]
    paths = {Path(path).relative_to(folder).as_posix(): Path(path) for path in find_all_files(str(folder), ignore)}
    handed_in = {name for task in assignment.tasks for name in task.files}
    for name in sorted(handed_in & paths.keys()):
        raise AuthorError(
            f"assignments/{assignment.slug}/{name} is a model answer, and students would get it; move it away"
        )
    return {name: path.read_bytes() for name, path in paths.items()}


def _read_public_tests(folder: Path) -> dict[str, bytes]:
    """Read ``tests/test_*.py``, and also the probes if a public test uses one."""
    public = sorted((folder / "public").glob("test_*.py"))
    if not public:
        raise AuthorError(f"the assignment has no public tests; expected {folder / 'public'}/test_*.py")
    files = {f"tests/{path.name}": path.read_bytes() for path in public}
    if any(b"student.probe(" in content for content in files.values()):
        probes = [folder / "probes.py", *files_under(folder / "probes")]
        files |= {
            f"tests/{path.relative_to(folder).as_posix()}": path.read_bytes() for path in probes if path.is_file()
        }
    return files
