"""An assignment of two notebooks: which file is which, the rule for the first cell, tasks of a missing one."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from autograder.audit.build_submission import mark_as_run, write_submission
from autograder.audit.variants import Variant
from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from autograder.intake import receive_upload
from autograder.records import Assignment, Submission, SubmissionRules, Task
from autograder.student_side.check_upload import check
from tests.helpers.uploads import code, notebook, write_zip

RULE = "write your NetID and not your name"
SHEET = Assignment(
    slug="spirals",
    title="Two notebooks",
    course="Course",
    notebooks=("net.ipynb", "auto.ipynb"),
    rules=SubmissionRules(
        upload=(r"\w+\.zip",),
        notebooks=(r"net\.ipynb", r"auto\.ipynb"),
        example="x1.zip",
        first_cell=r"NetID: *\w+\d",
        first_cell_without=r"(?im)^name:",
        first_cell_says=RULE,
    ),
    tasks=(
        Task("one", "1", "One", 3, notebook="net.ipynb", needs=("f",)),
        Task("two", "2", "Two", 3, notebook="auto.ipynb", needs=("f",)),
    ),
)
HEAD = code("NetID: ab12")


def handed_in(tmp_path: Path, **files: bytes) -> Submission:
    upload = write_zip(tmp_path / "x1.zip", {f"{name}.ipynb": content for name, content in files.items()})
    return receive_upload(upload, SHEET, tmp_path / "in")


def messages(submission: Submission) -> str:
    return " ".join(finding.message for finding in submission.findings)


def test_each_notebook_is_known_by_its_name(tmp_path):
    """Cells say which notebook they are of; both may use the same numbers and the same names."""
    found = handed_in(tmp_path, net=notebook(HEAD, code("f = 1")), auto=notebook(HEAD, code("f = 2")))
    assert [(c.notebook, c.index, c.source) for c in found.cells if c.index == 2] == [
        ("net.ipynb", 2, "f = 1"),
        ("auto.ipynb", 2, "f = 2"),
    ]
    assert found.findings == ()


def test_one_renamed_notebook_stands_for_the_one_that_is_missing(tmp_path):
    found = handed_in(tmp_path, net=notebook(HEAD), autoencoder_final=notebook(HEAD, code("f = 2")))
    assert {c.notebook for c in found.cells} == {"net.ipynb", "auto.ipynb"}
    assert "autoencoder_final.ipynb" in messages(found) and not found.fatal


def test_a_missing_notebook_costs_its_own_tasks(tmp_path):
    found = handed_in(tmp_path, net=notebook(HEAD))
    assert "auto.ipynb is missing from the upload" in messages(found) and not found.fatal


def test_notebooks_of_other_names_only(tmp_path):
    found = handed_in(tmp_path, a=notebook(HEAD), b=notebook(HEAD), c=notebook(HEAD))
    assert found.fatal and "Expected net.ipynb and auto.ipynb" in messages(found)


def test_a_third_notebook_is_left_out(tmp_path):
    found = handed_in(tmp_path, net=notebook(HEAD), auto=notebook(HEAD), draft=notebook(HEAD, code("f = 3")))
    assert "f = 3" not in [c.source for c in found.cells]
    assert "contains 3 notebooks, expected 2" in messages(found)


def test_a_damaged_notebook_leaves_the_other(tmp_path):
    found = handed_in(tmp_path, net=notebook(HEAD), auto=b'{"cells": [')
    assert {c.notebook for c in found.cells} == {"net.ipynb"}
    assert "auto.ipynb breaks off" in messages(found) and not found.fatal


@pytest.mark.parametrize("text", ["x = 1", "NetID: ", "NetID: ab12\nName: Ada"])
def test_the_rule_for_the_first_cell(tmp_path, text):
    found = handed_in(tmp_path, net=notebook(code(text)), auto=notebook(HEAD))
    assert messages(found) == f'The first cell of "net.ipynb": {RULE}'


def test_the_form_looks_at_each_notebook_for_itself(tmp_path):
    """A function that both notebooks need is missed where it is missing."""
    files = {"net.ipynb": notebook(HEAD, code("def f():\n    pass")), "auto.ipynb": notebook(HEAD)}
    lines = check(write_zip(tmp_path / "x1.zip", files), SHEET)
    assert [text for holds, text in lines if not holds] == [
        "2 (two): `f` is not defined. Restore it from the hand-out."
    ]


def test_a_variant_goes_into_the_notebook_of_its_task(tmp_path):
    model = tmp_path / "model"
    model.mkdir()
    for name in SHEET.notebooks:
        (model / name).write_bytes(notebook(HEAD))
    changes = [Variant("a", "two", "", "f = 2"), Variant("b", "one", "", "f = 1")]
    write_submission(model, SHEET, changes, tmp_path / "out")
    last = {name: json.loads((tmp_path / "out" / name).read_text())["cells"][-1] for name in SHEET.notebooks}
    assert {name: cell["source"] for name, cell in last.items()} == {"net.ipynb": "f = 1", "auto.ipynb": "f = 2"}


def test_cells_not_run_are_told_for_their_own_notebook(tmp_path):
    """The same cell number in the other notebook says nothing."""
    net = json.loads(notebook(HEAD, code("def f():\n    pass", ran=False)))
    auto = json.loads(notebook(HEAD, code("def f():\n    pass")))
    mark_as_run(auto)
    strict = dataclasses.replace(SHEET, rules=dataclasses.replace(SHEET.rules, must_be_run=True))
    files = {"net.ipynb": json.dumps(net).encode(), "auto.ipynb": json.dumps(auto).encode()}
    lines = check(write_zip(tmp_path / "x1.zip", files), strict)
    (told,) = [text for holds, text in lines if not holds]
    assert "not run" in told and "1 (cell 2)" in told and "2 (cell" not in told


def test_the_toml_names_a_pattern_for_each_notebook(tmp_path):
    (tmp_path / "assignment.toml").write_text(
        'slug = "s"\ntitle = "S"\ncourse = "C"\nnotebooks = ["a.ipynb", "b.ipynb"]\n'
        "[submission]\nupload = ['x']\nnotebooks = ['a\\.ipynb']\n"
        '[[task]]\nid = "t"\nnumber = "1"\ntitle = "T"\npoints = 1\n'
    )
    with pytest.raises(AuthorError, match="one pattern for each"):
        load(tmp_path)


def test_the_toml_names_a_known_notebook(tmp_path):
    (tmp_path / "assignment.toml").write_text(
        'slug = "s"\ntitle = "S"\ncourse = "C"\nnotebooks = ["a.ipynb", "b.ipynb"]\n'
        "[submission]\nupload = ['x']\nnotebooks = ['a\\.ipynb', 'b\\.ipynb']\n"
        '[[task]]\nid = "t"\nnumber = "1"\ntitle = "T"\npoints = 1\nnotebook = "c.ipynb"\n'
    )
    with pytest.raises(AuthorError, match="unknown notebook"):
        load(tmp_path)
