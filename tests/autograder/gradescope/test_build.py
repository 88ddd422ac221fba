"""The zip for Gradescope: what is in it, what is not, and the command that makes it."""

from __future__ import annotations

import dataclasses
import io
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

import pytest

from autograder.errors import AuthorError, GraderError
from autograder.gradescope import build
from autograder.judge.budgets import gradescope_minutes
from autograder.records import Assignment
from tests.helpers import packed
from tests.helpers.samples import REPOSITORY

course, members, sheet = packed.course, packed.members, packed.sheet  # fixtures


def content(course: Path, name: str) -> bytes:
    with zipfile.ZipFile(course / "dist/sample-gradescope.zip") as archive:
        return archive.read(name)


def wheel_of(members: Mapping[str, object]) -> str:
    (wheel,) = (name for name in members if name.endswith(".whl"))
    return wheel


def test_zip_holds_what_grading_needs_and_nothing_else(members: dict[str, zipfile.ZipInfo]) -> None:
    """Scripts, versions, wheel, secret, toml; hidden tests, probes and references of this assignment alone."""
    assert set(members) - {wheel_of(members)} == {
        "setup.sh",
        "run_autograder",
        "constraints.txt",
        ".autograder-secret",
        "assignments/sample/assignment.toml",
        "tests/sample/hidden/test_statistics.py",
        "tests/sample/probes/__init__.py",
        "solutions/__init__.py",
        "solutions/sample/__init__.py",
    }


def test_model_answer_is_nowhere_in_the_zip(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """No member, and nothing inside the wheel, holds a line of the source notebook's solutions."""
    inner = zipfile.ZipFile(io.BytesIO(content(course, wheel_of(members))))
    every = [content(course, name) for name in members] + [inner.read(name) for name in inner.namelist()]
    assert not [text for text in every if b"total_of_values" in text or b"residuals_here" in text]


def test_wheel_holds_the_package_and_its_scripts(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """The wheel has autograder/ alone, the templates of the scripts and the mark for type checkers among it."""
    names = zipfile.ZipFile(io.BytesIO(content(course, wheel_of(members)))).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"autograder"}
    assert {"autograder/gradescope/templates/setup.sh", "autograder/py.typed"} <= set(names)


def test_modes(members: dict[str, zipfile.ZipInfo]) -> None:
    """The scripts can be executed; the secret is its owner's only."""
    modes = {name: member.external_attr >> 16 & 0o777 for name, member in members.items()}
    assert modes["run_autograder"] == modes["setup.sh"] == 0o755
    assert modes[".autograder-secret"] == 0o600


def test_same_course_same_bytes(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """Made again, also later, the zip is the same file."""
    path = course / "dist/sample-gradescope.zip"
    before = path.read_bytes()
    os.utime(course / "assignments/sample/assignment.toml", (10**9, 10**9))
    assert build.make_zip("sample", course).read_bytes() == before
    assert members


def test_secret_is_the_course_s_own(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """Gradescope draws the inputs that `autograder grade` draws here."""
    assert content(course, ".autograder-secret") == (course / ".autograder-secret").read_bytes()


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_scripts_are_bash(course: Path, members: dict[str, zipfile.ZipInfo], name: str) -> None:
    """Every placeholder was filled in and bash can parse the result."""
    script = content(course, name).decode()
    assert "%{" not in script
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    assert subprocess.run([bash, "-n"], input=script, text=True, capture_output=True).stderr == ""


def test_setup_installs_the_extras_of_the_assignment(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """The wheel is installed with the assignment's extras and the sandbox, PyTorch without CUDA."""
    script = content(course, "setup.sh").decode()
    assert f"{wheel_of(members)}[sandbox,torch]" in script
    assert f"AUTOGRADER_TORCH_INDEX-{build.TORCH_INDEX}}}" in script


def test_image_installs_the_versions_that_the_tests_ran_with(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """The zip fixes the version of everything that the extras need, transitively, and of nothing else."""
    versions = dict(line.split("==") for line in content(course, "constraints.txt").decode().splitlines())
    needed = {"torch", "numpy", "pytest", "pluggy", "landlockpy", "sympy", "scikit-learn", "joblib"}
    assert {name: versions[name] for name in needed} == {name: public_version(name) for name in needed}
    assert not {"tensorflow", "keras", "jupyterlab", "nbgrader", "ruff", "hypothesis"} & set(versions)
    assert '--constraint "$source/constraints.txt"' in content(course, "setup.sh").decode()


def public_version(name: str) -> str:
    """The installed version without the mark of a build, such as ``+cpu``."""
    return metadata.version(name).partition("+")[0]


def test_course_without_fixed_versions_is_refused(course: Path, tmp_path: Path) -> None:
    """Images built on different days would differ; the message says which file is missing and what writes it."""
    root = tmp_path / "course"
    shutil.copytree(course, root, ignore=shutil.ignore_patterns("dist"))
    (root / "constraints.txt").unlink()
    with pytest.raises(GraderError, match=r"constraints\.txt is missing.*make lock"):
        build.make_zip("sample", root)


@pytest.mark.parametrize("missing", ["tests/sample/hidden", "solutions/sample"])
def test_incomplete_course_is_refused(course: Path, tmp_path: Path, missing: str) -> None:
    """Without hidden tests or references no zip is made, and the message names the folder that was expected."""
    root = tmp_path / "course"
    shutil.copytree(course, root, ignore=shutil.ignore_patterns("dist"))
    shutil.rmtree(root / missing)
    with pytest.raises(AuthorError, match=missing):
        build.make_zip("sample", root)


@pytest.mark.parametrize(("seconds", "minutes"), [(1.0, 10), (900.0, 32), (10_000.0, 40)])
def test_time_limit_lets_every_task_use_its_own(sheet: Assignment, seconds: float, minutes: int) -> None:
    """Two tasks of 900 s and two minutes around them are 32 minutes; Gradescope knows 10 to 40."""
    tasks = tuple(dataclasses.replace(task, seconds=seconds) for task in sheet.tasks)
    assert gradescope_minutes(dataclasses.replace(sheet, tasks=tasks)) == minutes


def test_command_tells_what_to_do(course: Path) -> None:
    """`autograder gradescope` names the zip, the points, the memory and the timeout to choose."""
    command = [sys.executable, "-m", "autograder", "gradescope", "sample", "--root", str(course)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for words in ("dist/sample-gradescope.zip", "9 points", "2 of them are given by hand", "10 minutes", "memory"):
        assert words in done.stdout
