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

from autograder import assignment as toml
from autograder import handout, leaks, regions, scripts
from autograder.model import Assignment, AuthorError, GraderError

IGNORED = ("__pycache__", ".ipynb_checkpoints", ".pytest_cache")
"""Folders that tools leave behind; never released, no sign of a stale release."""


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


def make_zip(slug: str, root: Path) -> Path:
    """``dist/<slug>-student.zip``: the released folder with the package's wheel in it, so that pip is enough."""
    root = Path(root).resolve()
    files = {name: content for name, content in render(slug, root).items() if name != "requirements.txt"}
    wheel, content = build_wheel(root)
    files[wheel] = content
    files["requirements.txt"] = handout.requirements(toml.load(slug, root), wheel).encode()
    target = root / "dist" / f"{slug}-student.zip"
    write_zip(target, {f"{slug}/{name}": content for name, content in files.items()}, {})
    return target


def write_zip(target: Path, files: Mapping[str, bytes], modes: Mapping[str, int]) -> None:
    """A zip whose bytes depend on the files alone; ``modes`` are those that differ from 0o644."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:  # deflate's bytes depend on the zlib in use
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name)  # dated 1980-01-01
            member.create_system = 3
            member.external_attr = (0o100000 | modes.get(name, 0o644)) << 16
            archive.writestr(member, content)


def after_generate_assignment(assignment: str, **_: Any) -> None:
    """nbgrader's hook: hold the notebook it has just written to ours and add what else is released.

    nbgrader passes over the exceptions of a hook; a refusal must end the command, hence SystemExit.
    """
    root = Path.cwd()
    folder = root / "release" / assignment
    try:
        for name, content in render(assignment, root).items():
            if name.endswith(".ipynb") and (folder / name).read_bytes() != content:
                raise GraderError(f"nbgrader and autograder render {assignment}/{name} differently")
        write(assignment, root)
    except Exception as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise SystemExit(f"{assignment} is not released: {error}") from error


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


def files_under(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in found if not set(path.relative_to(folder).parts) & set(IGNORED))


def build_wheel(root: Path) -> tuple[str, bytes]:
    """Build the package's wheel; returns its name and bytes. The wheel holds ``autograder/`` and its metadata only."""
    with tempfile.TemporaryDirectory() as folder:
        source = _package_source(root)
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(source)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}  # 1980-01-01, the first date a zip can hold
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        wheels = list(Path(folder).glob("*.whl"))
        if done.returncode or len(wheels) != 1:
            raise GraderError(f"no wheel was built; is the extra `instructor` installed?\n{done.stderr[-2000:]}")
        with zipfile.ZipFile(wheels[0]) as archive:
            check_wheel_names(archive.namelist())
        return wheels[0].name, wheels[0].read_bytes()


def _package_source(root: Path) -> Path:
    """Where the package's own source lies: the course's tree, or the one it was installed from (``pip install -e``)."""
    for folder in (root, Path(__file__).resolve().parents[1]):
        if (folder / "pyproject.toml").is_file() and (folder / "autograder" / "__init__.py").is_file():
            return folder
    raise GraderError(
        f"the package's wheel is made of its source, which is neither in {root} nor where it is installed; install it "
        "from its own tree: pip install -e <tree>"
    )


def check_wheel_names(names: list[str]) -> None:
    """Raise GraderError when the wheel holds anything but the package: solutions and tests must not travel in it."""
    foreign = [name for name in names if not name.startswith("autograder/") and ".dist-info/" not in name]
    if foreign:
        raise GraderError(f"the wheel holds {', '.join(foreign[:5])}; expected autograder/ alone, see pyproject.toml")
