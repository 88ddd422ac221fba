"""Finding the course around a file, a hand-out, or a copy that nbgrader made."""

import pytest

from autograder.course.tree import find_assignment_folder, find_course, find_root_near, slugs_in, slugs_of
from autograder.errors import AuthorError


@pytest.fixture
def course(tmp_path, monkeypatch):
    """A course with two assignments, hidden tests for one of them, and nbgrader's copy of a submission."""
    monkeypatch.delenv("AUTOGRADER_HOME", raising=False)
    root = tmp_path / "course"
    for name in ("assignments/b", "assignments/a", "tests/a/hidden", "autograded/anna/a/sub", "release/a"):
        (root / name).mkdir(parents=True)
    for name in ("assignments/a", "assignments/b", "autograded/anna/a", "release/a"):
        (root / name / "assignment.toml").touch()
    return root


@pytest.mark.parametrize(
    ("start", "folder"),
    [
        ("assignments/a", "assignments/a"),
        ("autograded/anna/a/sub", "autograded/anna/a"),
        ("release/a", "release/a"),
    ],
)
def test_the_nearest_assignment_is_that_of_the_folder(course, start, folder):
    """A notebook belongs to the toml beside it or above it, never to another one of the course."""
    assert find_assignment_folder(course / start) == course / folder


def test_no_assignment_above(course):
    """The folder of all assignments is none."""
    with pytest.raises(AuthorError, match=r"no assignment\.toml in .*start the notebook from"):
        find_assignment_folder(course / "assignments")


def test_a_course_is_known_by_its_hidden_tests(course, monkeypatch):
    """Only there; a student's copy of the folder elsewhere has none, unless the environment names the course."""
    assert find_course("a", course / "autograded/anna/a") == course
    assert find_course("b", course / "assignments/b") is None
    elsewhere = course.parent / "elsewhere"
    assert find_course("a", elsewhere) is None
    monkeypatch.setenv("AUTOGRADER_HOME", str(course))
    assert find_course("a", elsewhere) == course


def test_the_root_near_a_file(course, monkeypatch):
    """That of the file's folder comes first, then that of the working directory."""
    notebook = course / "release/a/a.ipynb"
    notebook.touch()
    assert find_root_near(notebook) == course / "release/a"
    upload = course.parent / "upload.zip"
    upload.touch()
    monkeypatch.chdir(course / "tests")
    assert find_root_near(upload) == course


def test_assignments_by_name(course):
    """All of them in order, or those that are named; an unknown name is told what there is."""
    assert slugs_in(course) == ["a", "b"]
    assert slugs_of([], course) == ["a", "b"]
    assert slugs_of(["b"], course) == ["b"]
    with pytest.raises(AuthorError, match=r"no assignment c in .*there is a, b"):
        slugs_of(["c"], course)
