"""Zips and wheels with reproducible bytes: the students' zip of a release, and the package's own wheel in it."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from autograder.course import assignment_file
from autograder.errors import GraderError
from autograder.release.render import render_release
from autograder.release.student_files import make_requirements


def make_zip(slug: str, root: Path) -> Path:
    """Write ``dist/<slug>-student.zip``: the released folder and the package's wheel, so that pip is enough."""
    root = Path(root).resolve()
    files = {name: content for name, content in render_release(slug, root).items() if name != "requirements.txt"}
    wheel, content = build_wheel(root)
    files[wheel] = content
    files["requirements.txt"] = make_requirements(assignment_file.load(slug, root), wheel).encode()
    target = root / "dist" / f"{slug}-student.zip"
    write_zip(target, {f"{slug}/{name}": content for name, content in files.items()}, {})
    return target


def write_zip(target: Path, files: Mapping[str, bytes], modes: Mapping[str, int]) -> None:
    """Write a zip whose bytes depend on nothing but the files; ``modes`` are those that differ from 0o644."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:  # deflate's bytes depend on the zlib in use
        for name, content in sorted(files.items()):
            member = zipfile.ZipInfo(name)  # dated 1980-01-01
            member.create_system = 3
            member.external_attr = (0o100000 | modes.get(name, 0o644)) << 16
            archive.writestr(member, content)


def build_wheel(root: Path) -> tuple[str, bytes]:
    """Build the package's wheel. Returns its file name and bytes; it contains ``autograder/`` and its metadata only."""
    with tempfile.TemporaryDirectory() as folder:
        source = package_source(root)
        command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, str(source)]
        environment = os.environ | {"SOURCE_DATE_EPOCH": "315532800"}  # 1980-01-01, the first date a zip can hold
        done = subprocess.run(command, capture_output=True, text=True, env=environment)
        wheels = list(Path(folder).glob("*.whl"))
        if done.returncode or len(wheels) != 1:
            raise GraderError(f"no wheel was built; is the extra `instructor` installed?\n{done.stderr[-2000:]}")
        with zipfile.ZipFile(wheels[0]) as archive:
            check_wheel_names(archive.namelist())
        return wheels[0].name, wheels[0].read_bytes()


def package_source(root: Path) -> Path:
    """Find the package's own source: in the course's tree, or in the one it was installed from (``pip install -e``)."""
    for folder in (root, Path(__file__).resolve().parents[2]):
        if (folder / "pyproject.toml").is_file() and (folder / "autograder" / "__init__.py").is_file():
            return folder
    raise GraderError(
        "the package's wheel is built from its source, but there is no source in "
        f"{root} nor where the package is installed; install it from its own tree: pip install -e <tree>"
    )


def check_wheel_names(names: list[str]) -> None:
    """Raise ``GraderError`` when the wheel contains more than the package, such as solutions and tests."""
    foreign = [name for name in names if not name.startswith("autograder/") and ".dist-info/" not in name]
    if foreign:
        raise GraderError(f"the wheel contains {', '.join(foreign[:5])}; expected only autograder/, see pyproject.toml")
