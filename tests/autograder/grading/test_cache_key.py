"""When a report counts as one of the same tests: what changes its key, and what does not."""

import subprocess
import sys

import pytest

from autograder.course.assignment_file import load
from autograder.grading.cache_key import hash_environment, hash_upload
from tests.helpers.samples import TOML, make_course


@pytest.fixture
def course(tmp_path):
    """Two assignments, ``sample`` and ``other``, with references of their own and shared ones."""
    root = make_course(tmp_path)
    (root / "assignments/other").mkdir()
    (root / "assignments/other/assignment.toml").write_text(TOML.replace('slug = "sample"', 'slug = "other"'))
    write(root, "solutions/other/__init__.py", "x = 1")
    write(root, "solutions/shared.py", "x = 1")
    write(root, "tests/other/hidden/test_other.py", "x = 1")
    write(root, "tests/sample/hidden/digits_labels.csv", "1,2,3")
    return root


def write(root, name, text):
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def key(root):
    return hash_environment(load("sample", root), root)


@pytest.mark.parametrize(
    "name",
    [
        "tests/sample/hidden/digits_labels.csv",
        "tests/sample/hidden/test_statistics.py",
        "tests/sample/probes.py",
        "tests/conftest.py",
        "solutions/sample/__init__.py",
        "solutions/sample/weights.npy",
        "solutions/shared.py",
    ],
)
def test_what_the_verdict_depends_on_changes_the_key(course, name):
    """Hidden tests and their data, probes, references, also those that several assignments share."""
    before = key(course)
    write(course, name, "# changed")
    assert key(course) != before


def test_the_sheet_changes_the_key(course):
    """Points and rules are in ``assignment.toml``."""
    before = key(course)
    write(course, "assignments/sample/assignment.toml", TOML.replace("points = 4", "points = 5"))
    assert key(course) != before


@pytest.mark.parametrize(
    "name",
    [
        "solutions/other/__init__.py",
        "solutions/other.py",
        "tests/other/hidden/test_other.py",
        "assignments/other/other.ipynb",
        "tests/sample/hidden/__pycache__/test_statistics.pyc",
    ],
)
def test_another_assignment_does_not_change_the_key(course, name):
    """A class is not graded again because the author works on the next sheet."""
    before = key(course)
    write(course, name, "# changed")
    assert key(course) == before


def test_a_renamed_file_changes_the_key(course):
    """The same bytes in another place are other tests."""
    before = key(course)
    (course / "tests/sample/hidden/digits_labels.csv").rename(course / "tests/sample/digits_labels.csv")
    assert key(course) != before


def test_every_file_of_an_upload_counts(tmp_path):
    """A folder that was handed in has another key when one of its files changes, or when the environment does."""
    write(tmp_path, "upload/answer.ipynb", "{}")
    write(tmp_path, "upload/weights.pt", "1")
    before = hash_upload(tmp_path / "upload", "environment")
    assert hash_upload(tmp_path / "upload", "environment") == before
    assert hash_upload(tmp_path / "upload", "another") != before
    write(tmp_path, "upload/weights.pt", "2")
    assert hash_upload(tmp_path / "upload", "environment") != before


def test_keys_need_neither_judge_nor_pytest():
    """Where all reports are there already, ``autograder grade`` shows them without loading what grades."""
    code = (
        "import sys, autograder.cli.grade; "
        "print([name for name in ('pytest', 'torch', 'autograder.judge.judge_submission') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
