"""The zip that an instructor uploads to Gradescope as the autograder of an assignment."""

from __future__ import annotations

import string
from importlib import resources
from pathlib import Path

from autograder.course import files
from autograder.course.assignment_file import load
from autograder.course.secret import NAME as SECRET
from autograder.course.secret import course_secret
from autograder.course.tree import TOML
from autograder.errors import AuthorError
from autograder.gradescope.constraints import FILE as CONSTRAINTS
from autograder.gradescope.constraints import read_constraints
from autograder.judge.budgets import gradescope_minutes
from autograder.records import Assignment
from autograder.release import package

TORCH_INDEX = "https://download.pytorch.org/whl/cpu"
"""PyTorch's own index of builds without CUDA; the default builds are ten times as large."""
MODES = {"setup.sh": 0o755, "run_autograder": 0o755, SECRET: 0o600}


class _Script(string.Template):
    """``%{name}`` is replaced; the shell's own ``$`` stays as it is."""

    delimiter = "%"


def make_zip(slug: str, root: Path, *, real_data: bool = False) -> Path:
    """``dist/<slug>-gradescope.zip``; the same bytes for the same course and secret.

    ``real_data``: the image downloads the real data sets while it is built, instead of making the stand-ins. Raises
    AuthorError when hidden tests or references are missing, GraderError without the lock file of the versions.
    """
    root = Path(root).resolve()
    assignment = load(slug, root)
    wheel, content = package.build_wheel(root)
    files = {wheel: content, SECRET: course_secret(root), **_scripts(assignment, wheel, real_data)}
    files[CONSTRAINTS] = read_constraints(package.package_source(root), _extras(assignment)).encode()
    files[f"assignments/{slug}/{TOML}"] = (root / "assignments" / slug / TOML).read_bytes()
    files |= {path.relative_to(root).as_posix(): path.read_bytes() for path in _hidden(slug, root)}
    target = root / "dist" / f"{slug}-gradescope.zip"
    package.write_zip(target, files, MODES)
    return target


def _scripts(assignment: Assignment, wheel: str, real_data: bool) -> dict[str, bytes]:
    values = {
        "slug": assignment.slug,
        "requirement": f"{wheel}[{','.join(_extras(assignment))}]",
        "torch_index": TORCH_INDEX if "torch" in assignment.extras else "",
        "real_data": "1" if real_data else "",
        "minutes": gradescope_minutes(assignment),
    }
    templates = resources.files("autograder.gradescope") / "templates"
    return {
        name: _Script((templates / name).read_text(encoding="utf-8")).substitute(values).encode()
        for name in ("setup.sh", "run_autograder")
    }


def _extras(assignment: Assignment) -> list[str]:
    """The extras of the package that grading this assignment in a container needs."""
    return sorted({*assignment.extras, "sandbox"})


def _hidden(slug: str, root: Path) -> list[Path]:
    """Hidden tests, probes and references of this assignment; neither model answers nor wheats and chaffs."""
    tests = root / "tests" / slug
    folders = {
        "hidden tests": [tests / "hidden"],
        "references": [root / "solutions" / slug, root / f"solutions/{slug}.py"],
    }
    found: list[Path] = []
    for what, places in folders.items():
        there = [path for place in places for path in _files(place)]
        if not there:
            raise AuthorError(f"{slug} has no {what}; expected {' or '.join(map(str, places))}")
        found += there
    packages = [root / "tests", tests, root / "solutions"]
    optional = [*(package / "__init__.py" for package in packages), tests / "probes", tests / "probes.py"]
    return [*found, *(path for place in optional for path in _files(place))]


def _files(place: Path) -> list[Path]:
    return [place] if place.is_file() else files.files_under(place)
