"""The sample course packed for Gradescope, and the schema of the results.json that grading it leaves."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder.course.assignment_file import load
from autograder.gradescope import build
from autograder.records import Assignment
from tests.helpers.samples import REPOSITORY, make_course

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = json.loads((REPOSITORY / "autograder/gradescope/results.schema.json").read_text(encoding="utf-8"))


def validate(found: Mapping[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course with the package's own source beside it, as in this repository."""
    root = make_course(tmp_path_factory.mktemp("course"))
    for name in ("pyproject.toml", "README.md", "constraints.txt"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "autograder", root / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "tests/sample/wheats/centre/other.py",
        "tests/sample/chaffs/centre/wrong.py",
        "tests/sample/hidden/__pycache__/x.pyc",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("not to be packed")
    (root / "tests/sample/probes").mkdir()
    (root / "tests/sample/probes/__init__.py").write_text("def look(student): return 1\n")
    for name in ("tests/other/hidden/test_other.py", "solutions/other.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("another assignment")
    return root


@pytest.fixture(scope="module")
def members(course: Path) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(build.make_zip("sample", course)) as archive:
        return {member.filename: member for member in archive.infolist()}


@pytest.fixture(scope="module")
def sheet(course: Path) -> Assignment:
    return load("sample", course)
