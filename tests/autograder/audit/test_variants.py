"""Wheats and chaffs: how their files are read, and what a student hands in who answers like that."""

import json

import pytest

from autograder.audit import variants
from autograder.audit.build_submission import write_submission
from autograder.audit.replacements import replace_once
from autograder.audit.variants import Variant
from autograder.course.assignment_file import load
from autograder.course.notebook_cells import read_cells
from autograder.course.tree import slugs_of
from autograder.errors import AuthorError
from autograder.records import Assignment, SubmissionRules, Task
from autograder.worker.program import Program
from tests.helpers.samples import REPOSITORY

TASKS = (Task("t", "1", "T", 2.0, needs=("f",)), Task("u", "2", "U", 1.0, needs=("g",)))
ASSIGNMENT = Assignment("a", "A", "C", ("a.ipynb",), SubmissionRules((), ""), TASKS)
CHAFF = '"""A slip."""\nCAUGHT_BY = ("test_a",)\nCODE = "slip"\n\n\ndef f():\n    return 1 / 0\n'
WHEAT = '"""Another way."""\n\n\ndef f():\n    return 0\n'


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
    assert (found.caught_by, found.code) == (("test_a",), "slip")
    assert not found.right


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("chaffs/t/slip.py", WHEAT, "CAUGHT_BY"),
        ("wheats/t/other.py", CHAFF, "CAUGHT_BY"),
        ("wheats/t/other.py", "f = 1\n", "docstring"),
        ("wheats/t/other.py", WHEAT + 'ALSO = ("nope",)\n', "no task 'nope'"),
        ("wheats/t/other.py", '"""Nothing."""\nALSO = ("u",)\n', "expected code, or REPLACE"),
        ("wheats/t/other.py", WHEAT + 'REPLACE = "a"\n', "must be a list of pairs"),
        ("wheats/t/other.py", WHEAT + 'REPLACE = [("a", "a")]\n', "a pair of two different texts"),
        ("wheats/t/other.py", WHEAT + 'REPLACE = [("a",)]\n', "a pair of two different texts"),
        ("wheats/t/other.py", WHEAT + "BASE = True\n", "asks for _base.py"),
        ("wheats/t/other.py", WHEAT + 'BASE = "other"\n', "a name that begins with _"),
        ("chaffs/t/slip.py", CHAFF.replace("CODE", "SAYS"), "pin the code of the mistake"),
    ],
    ids=[
        "a chaff that nothing catches",
        "a wheat that is caught",
        "no docstring",
        "another task that is none",
        "no change",
        "replacements that are no pairs",
        "a replacement by the same",
        "a replacement by nothing",
        "shared code that is not there",
        "shared code that would be an answer",
        "words instead of a code",
    ],
)
def test_a_file_that_lacks_something_is_refused(write, name, text, message):
    """The message names the file and what is wrong with it."""
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
    """The message lists the tasks that there are."""
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


def test_shared_code_stands_in_front(write):
    """It is taken from the task's folder before that of the kind; a file that does not ask for it is left alone."""
    write("chaffs/_base.py", "def train():\n    return 1\n")
    asks = write("chaffs/t/slip.py", CHAFF.replace("CODE", "BASE = True\nCODE"))
    first = variants.read(asks, ASSIGNMENT).source
    assert first.index("def train") < first.index("def f") and "return 1\n" in first
    write("chaffs/t/_base.py", "def train():\n    return 2\n")
    assert "return 2\n" in variants.read(asks, ASSIGNMENT).source
    assert "def train" not in variants.read(write("chaffs/t/other.py", CHAFF), ASSIGNMENT).source


def test_shared_code_may_have_another_name(write):
    """Shared code alone is code enough."""
    write("chaffs/t/_loop.py", "def train():\n    return 3\n")
    path = write("chaffs/t/slip.py", '"""A slip."""\nCAUGHT_BY = ("test_a",)\nBASE = "_loop"\n')
    assert "return 3" in variants.read(path, ASSIGNMENT).source


def test_a_replacement_may_change_the_shared_code(write):
    """Then the model answer stays as it is, and the old text must occur once in the shared code."""
    write("chaffs/t/_base.py", "def f():\n    return 5\n")
    path = write("chaffs/t/slip.py", '"""A slip."""\nCAUGHT_BY = "test_a"\nBASE = True\nREPLACE = [("5", "6")]\n')
    found = variants.read(path, ASSIGNMENT)
    assert "return 6" in found.source and "return 5" not in found.source and found.replace == ()
    write("chaffs/t/_base.py", "def f():\n    return 5 + 5\n")
    with pytest.raises(AuthorError, match=r"slip\.py: '5' occurs 2 times"):
        variants.read(path, ASSIGNMENT)


ANSWER = "def f(x):\n    ### BEGIN SOLUTION\n    return helper(x) + 1\n    ### END SOLUTION\n"
HELPER = "def helper(x):\n    return 2 * x\n"


@pytest.fixture
def model(tmp_path):
    """A model answer: a cell for ``t`` in two parts, one for ``u``, and one of no task."""
    cells = [
        {"cell_type": "code", "id": id, "metadata": {"nbgrader": {"grade_id": grade_id}}, "source": source}
        for id, grade_id, source in (
            ("one", "t_answer", ANSWER.splitlines(keepends=True)),
            ("two", "t_answer_2", HELPER),
            ("three", "u_answer", "def g(x):\n    return 5 * x\n"),
            ("four", "", "def draw(x):\n    return 7 * x\n"),
        )
    ]
    folder = tmp_path / "model"
    folder.mkdir()
    notebook = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": cells}
    (folder / "a.ipynb").write_text(json.dumps(notebook))
    return folder


def call(folder, name, *arguments):
    return Program.load(read_cells(folder / "a.ipynb")).get(name)(*arguments)


def test_a_replacement_changes_the_cell_in_its_place(model, tmp_path):
    """Cells keep their number, order and ids, and count as run; only the replaced text differs."""
    slip = Variant("slip", "t", "", "", ("test_a",), replace=((") + 1", ") - 1"), ("2 * x", "3 * x")))
    folder = write_submission(model, ASSIGNMENT, [slip], tmp_path / "out")
    cells = json.loads((folder / "a.ipynb").read_text())["cells"]
    assert [cell["id"] for cell in cells] == ["one", "two", "three", "four"]
    assert all(cell["execution_count"] for cell in cells)
    assert cells[0]["source"] == ANSWER.replace("+ 1", "- 1") and cells[1]["source"] == HELPER.replace("2", "3")
    assert (call(folder, "f", 10), call(folder, "g", 10)) == (29, 50)
    assert call(write_submission(model, ASSIGNMENT, [], tmp_path / "right"), "f", 10) == 21


def test_a_replacement_and_code_of_its_own(model, tmp_path):
    """The code becomes one more cell, which the changed one may use."""
    slip = Variant(
        "slip", "t", "", "def shared(x):\n    return 100 * x\n", replace=(("return helper", "return shared"),)
    )
    assert call(write_submission(model, ASSIGNMENT, [slip], tmp_path / "out"), "f", 1) == 101


def test_a_replacement_in_a_script(tmp_path):
    """A task that is answered in a script is changed there."""
    tasks = (Task("t", "1", "T", 2.0, script="a.py", needs=("f",)),)
    sheet = Assignment("a", "A", "C", ("a.ipynb",), SubmissionRules((), ""), tasks, scripts=("a.py",))
    (tmp_path / "a.ipynb").write_text(json.dumps({"cells": []}))
    (tmp_path / "a.py").write_text(HELPER)
    slip = Variant("slip", "t", "", "", ("test_a",), replace=(("2 * x", "3 * x"),))
    write_submission(tmp_path, sheet, [slip], tmp_path / "out")
    assert (tmp_path / "out" / "a.py").read_text() == HELPER.replace("2", "3")


@pytest.mark.parametrize(
    ("old", "message"),
    [
        ("5 * x", r"tests/a/chaffs/t/slip\.py: .5 \* x. occurs 0 times"),
        ("7 * x", "occurs 0 times"),
        ("return", "occurs 2 times"),
        ("(x)", "occurs 3 times"),
    ],
    ids=["only in another task's cell", "only in a cell of no task", "in two cells", "three times in two cells"],
)
def test_a_text_that_does_not_occur_once_is_refused(model, tmp_path, old, message):
    """The message names the file, the text and how often it was there."""
    slip = Variant("slip", "t", "", "", ("test_a",), replace=((old, "0"),))
    with pytest.raises(AuthorError, match=message):
        write_submission(model, ASSIGNMENT, [slip], tmp_path / "out")


@pytest.mark.parametrize(
    ("source", "pairs", "expected"),
    [("x = a + b", [("a", "b"), ("b", "a")], "x = b + a"), ("%magic\nx = 1", [("x", "y")], "%magic\ny = 1")],
    ids=["swapped", "in a cell with magics"],
)
def test_replacements_are_made_at_once(source, pairs, expected):
    """Texts are looked for in the answer as it was, so that two can be swapped."""
    assert replace_once([source], pairs, "x.py") == [expected]


@pytest.mark.parametrize(
    ("source", "pairs", "message"),
    [
        ("x = a + b", [("a + b", "0"), ("+ b", "1")], "overlap"),
        ("x = [1]", [("[1", "1")], "no valid Python"),
        ("aaa", [("aa", "b")], "occurs 2 times"),
    ],
    ids=["two that overlap", "broken code", "occurrences that overlap"],
)
def test_replacements_that_make_no_sense_are_refused(source, pairs, message):
    """What would be changed by chance, or could not be run, is the author's mistake."""
    with pytest.raises(AuthorError, match=message):
        replace_once([source], pairs, "x.py")


@pytest.mark.parametrize("slug", slugs_of((), REPOSITORY))
def test_the_replacements_of_this_course_fit_its_notebooks(slug, tmp_path):
    """The source notebooks are the model answers before they are run."""
    sheet = load(slug, REPOSITORY)
    for variant in variants.read_all(sheet, REPOSITORY):
        if variant.replace:
            write_submission(REPOSITORY / "assignments" / slug, sheet, [variant], tmp_path / variant.name)
