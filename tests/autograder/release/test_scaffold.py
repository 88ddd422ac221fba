"""``autograder new``: an assignment from an empty folder that renders, passes its audit and can be packed."""

from __future__ import annotations

import re
import runpy
import shutil
from pathlib import Path

import pytest

from autograder.audit.variants import read
from autograder.checks import Problem
from autograder.checks.catalogue import general_entries
from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from autograder.release.scaffold import create_assignment
from tests.helpers.commands import run
from tests.helpers.samples import REPOSITORY


@pytest.mark.slow
def test_from_an_empty_folder_to_a_sound_audit_and_a_zip(tmp_path):
    """All commands that it prints work, the quick audit and the mutants too; the hand-out has no answer in it."""
    pytest.importorskip("nbgrader")
    printed = run(tmp_path, "autograder", "new", "fourier", "--title", "Fourier features")
    assert "wrote assignments/fourier/fourier.ipynb" in printed
    run(tmp_path, "autograder", "release", "fourier")
    assert "audit is sound" in re.sub(r"\s+", " ", run(tmp_path, "autograder", "audit", "fourier", "--quick"))
    assert "audit is sound" in re.sub(r"\s+", " ", run(tmp_path, "autograder", "audit", "fourier", "--mutants"))
    run(tmp_path, "autograder", "gradescope", "fourier")
    assert (tmp_path / "dist/fourier-gradescope.zip").is_file()
    handed_out = (tmp_path / "release/fourier/fourier.ipynb").read_text()
    assert "Fourier features" in handed_out and "keepdims" not in handed_out
    texts = [path.read_text() for path in tmp_path.rglob("*.*") if path.suffix in (".py", ".toml", ".ipynb")]
    assert not [text for text in texts if "SLUG" in text or "TITLE" in text]


def test_a_second_assignment_touches_nothing(tmp_path):
    """Files of the course and of another assignment stay as they are."""
    create_assignment("first", "First", tmp_path)
    (tmp_path / "nbgrader_config.py").write_text("mine")
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    written = create_assignment("second", "Second", tmp_path)
    assert {path: path.read_bytes() for path in before} == before
    assert all("second" in str(path.relative_to(tmp_path)) for path in written)


def test_every_mistake_of_the_skeleton_has_a_chaff(tmp_path):
    """The example is complete: each code of its catalogue is pinned by a wrong answer, in words and with advice."""
    create_assignment("fourier", "Fourier features", tmp_path)
    tests = tmp_path / "tests/fourier"
    names = runpy.run_path(str(tests / "hidden/catalogue.py"))
    entries = [value for value in names.values() if isinstance(value, Problem)]
    assert all(entry.message and entry.advice for entry in entries)
    assignment = load("fourier", tmp_path)
    pinned = {read(path, assignment).code for path in tests.glob("chaffs/softmax/*.py")}
    general = {entry.code for entry in general_entries()}
    assert {entry.code for entry in entries} <= pinned <= {entry.code for entry in entries} | general


@pytest.mark.parametrize("place", ["assignments/first", "release/first", "solutions/first.py"])
def test_what_is_there_is_not_written_over(tmp_path, place):
    """A slug that one of the four folders has already is refused, and nothing is written."""
    (tmp_path / place).mkdir(parents=True)
    with pytest.raises(AuthorError, match=r"first exists already: .*first"):
        create_assignment("first", "First", tmp_path)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("slug", ["First", "1st", "my-work", "a/b", ""])
def test_a_slug_is_a_name(tmp_path, slug):
    """It becomes a module, a folder and a part of file names."""
    with pytest.raises(AuthorError, match="cannot be the name of an assignment: use lower-case letters"):
        create_assignment(slug, "T", tmp_path)


def test_a_wheel_needs_the_packages_source(tmp_path, monkeypatch):
    """Where the package came as a wheel and the course holds no source, the message says what to do."""
    from autograder.errors import GraderError
    from autograder.release import package

    installed = tmp_path / "site-packages/autograder/release"
    shutil.copytree(REPOSITORY / "autograder" / "release", installed)
    monkeypatch.setattr(package, "__file__", str(installed / "package.py"))
    with pytest.raises(GraderError, match="install it from its own tree"):
        package.build_wheel(Path(tmp_path))
