"""Wheats and chaffs: how their files are read."""

import pytest

from autograder.audit import variants
from autograder.errors import AuthorError
from autograder.records import Assignment, SubmissionRules, Task

TASKS = (Task("t", "1", "T", 2.0, needs=("f",)), Task("u", "2", "U", 1.0, needs=("g",)))
ASSIGNMENT = Assignment("a", "A", "C", ("a.ipynb",), SubmissionRules((), ""), TASKS)
CHAFF = '"""A slip."""\nCAUGHT_BY = ("test_a",)\nSAYS = "slip"\n'
WHEAT = '"""Another way."""\n'


@pytest.fixture
def write(tmp_path):
    """``write("chaffs/t/slip.py", text)`` writes a file below ``tests/a`` and returns its path."""

    def write(name, text):
        path = tmp_path / "tests" / "a" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_a_variant_is_read_without_running_it(write):
    """The folder names the task, the file says what is wrong, which tests catch it, and what the student reads."""
    found = variants.read(write("chaffs/t/slip.py", CHAFF + "1 / 0\n"), ASSIGNMENT)
    assert (found.name, found.task, found.description) == ("slip", "t", "A slip.")
    assert (found.caught_by, found.says) == (("test_a",), "slip")
    assert not found.right


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("chaffs/t/slip.py", WHEAT, "CAUGHT_BY"),
        ("wheats/t/other.py", CHAFF, "CAUGHT_BY"),
        ("wheats/t/other.py", "f = 1\n", "docstring"),
        ("wheats/t/other.py", WHEAT + 'ALSO = ("nope",)\n', "no task 'nope'"),
    ],
    ids=["a chaff that nothing catches", "a wheat that is caught", "no docstring", "another task that is none"],
)
def test_a_file_that_lacks_something_is_refused(write, name, text, message):
    with pytest.raises(AuthorError, match=message):
        variants.read(write(name, text), ASSIGNMENT)


def test_all_are_read_by_task_and_name_right_answers_first(write, tmp_path):
    """Files that begin with an underscore are shared code, no answers."""
    for name, text in {"chaffs/u/a": CHAFF, "chaffs/t/c": CHAFF, "wheats/t/z": WHEAT, "chaffs/t/b": CHAFF}.items():
        write(f"{name}.py", text)
    write("chaffs/t/_base.py", "x = 1\n")
    found = variants.read_all(ASSIGNMENT, tmp_path)
    assert [(one.task, one.name) for one in found] == [("t", "z"), ("t", "b"), ("t", "c"), ("u", "a")]


@pytest.mark.parametrize("name", ["chaffs/slip.py", "chaffs/nope/slip.py", "chaffs/t/more/slip.py"])
def test_a_file_in_no_tasks_folder_is_refused(write, tmp_path, name):
    write(name, CHAFF)
    with pytest.raises(AuthorError, match=r"slip\.py: .*one of t, u"):
        variants.read_all(ASSIGNMENT, tmp_path)


def test_two_chaffs_of_one_name_are_refused(write, tmp_path):
    """The audit keeps each answer in a folder of its name. A wheat may have the name of a chaff."""
    write("chaffs/t/slip.py", CHAFF)
    write("wheats/u/slip.py", WHEAT)
    assert len(variants.read_all(ASSIGNMENT, tmp_path)) == 2
    write("chaffs/u/slip.py", CHAFF)
    with pytest.raises(AuthorError, match="same name"):
        variants.read_all(ASSIGNMENT, tmp_path)
