"""``assignment.toml``: what is read, and how an author is told what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from autograder.course.assignment_file import check_notebook, load
from autograder.course.tree import find_root, folder_of
from autograder.errors import AuthorError

GOOD = r"""
title = "Homework 2"
course = "Deep Learning"
notebooks = ["hw2.ipynb"]
preload = ["numpy"]
data = ["svhn"]

[submission]
upload = ['hw2_(?P<id1>\d{9})\.(ipynb|zip)']
notebooks = ['hw2_(?P<id1>\d{9})\.ipynb']
optional = ['model\.pt']
example = "hw2_123456789.zip"
max_files = 10

[[task]]
id = "xavier"
number = "T1"
title = "Xavier"
points = 3
manual_points = 1.5
needs = ["xavier_init"]

[[task]]
id = "cnn"
number = "T2"
title = "CNN"
points = 5
files = ["model.pt"]
seconds = 60

[thresholds.cnn.real]
pass = 0.86
full = 0.90

[thresholds.cnn.stand-in]
pass = 0.5
full = 1
"""


@pytest.fixture(autouse=True)
def no_home(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("AUTOGRADER_HOME", raising=False)


def course(tmp_path: Path, toml: str = GOOD) -> Path:
    """A course root with the one assignment hw2."""
    folder = tmp_path / "course" / "assignments" / "hw2"
    folder.mkdir(parents=True)
    (tmp_path / "course" / "tests").mkdir()
    (folder / "assignment.toml").write_text(toml, encoding="utf-8")
    return tmp_path / "course"


def test_every_field_is_read(tmp_path: Path) -> None:
    """Fields arrive with their values, absent ones with the defaults of the model, the slug from the folder."""
    assignment = load("hw2", course(tmp_path))
    assert (assignment.slug, assignment.title, assignment.course) == ("hw2", "Homework 2", "Deep Learning")
    assert (assignment.notebooks, assignment.preload, assignment.data) == (("hw2.ipynb",), ("numpy",), ("svhn",))
    assert (assignment.rules.max_files, assignment.rules.must_be_run) == (10, True)
    xavier, cnn = assignment.tasks
    assert (xavier.points, xavier.manual_points, xavier.needs, xavier.seconds) == (3, 1.5, ("xavier_init",), 10)
    assert (cnn.files, cnn.seconds, cnn.memory_mb) == (("model.pt",), 60, 2048)
    assert assignment.thresholds["cnn"]["stand-in"] == {"pass": 0.5, "full": 1.0}
    assert assignment.points == 9.5


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('title = "Homework 2"', "", ["title", "expected text, found nothing"]),
        ('title = "Homework 2"', 'titel = "Homework 2"', ["title", "is 'titel' meant"]),
        ('title = "Homework 2"', "title = 3", ["title", "expected text, found 3 (a whole number)"]),
        ('title = "Homework 2"', 'title = " "', ["title", "found an empty one"]),
        ('course = "Deep', 'extra = 1\ncourse = "Deep', ["extra", "unknown key", "did you mean 'extras'?"]),
        ('["hw2.ipynb"]', '["hw2.py"]', ["notebooks", "'hw2.py'"]),
        ('["hw2.ipynb"]', "[]", ["notebooks", "at least one entry"]),
        ('["numpy"]', '["numpy", 3]', ["preload", "found 3"]),
        ('["numpy"]', '["numpy", "numpy"]', ["preload", "'numpy' more than once"]),
        ("max_files = 10", "max_flies = 10", ["[submission] max_flies", "unknown key", "did you mean 'max_files'?"]),
        ("max_files = 10", "max_files = 0", ["[submission] max_files", "at least 1, found 0"]),
        ("max_files = 10", "max_files = true", ["[submission] max_files", "found True (true or false)"]),
        ("max_files = 10", "must_be_run = 1", ["[submission] must_be_run", "expected true or false"]),
        (r"'model\.pt'", r"'model(\.pt'", ["[submission] optional", "regular expression"]),
        ('"hw2_123456789.zip"', '"hw2.zip"', ["[submission] example", "found 'hw2.zip'"]),
        ('id = "cnn"', 'id = "CNN"', ['[[task]] "CNN" id', "lower-case"]),
        ('id = "cnn"', 'id = "xavier"', ['[[task]] "xavier"', "found it twice"]),
        ("points = 5", "points = -5", ['[[task]] "cnn" points', "not negative"]),
        ("points = 5", "points = nan", ['[[task]] "cnn" points', "not negative"]),
        ("points = 5", 'points = "5"', ['[[task]] "cnn" points', "expected a number, found '5' (text)"]),
        ("points = 5", "points = 0", ['[[task]] "cnn" points', "above 0"]),
        ("points = 5", "", ['[[task]] "cnn" points', "found nothing"]),
        ("seconds = 60", "seconds = 0", ['[[task]] "cnn" seconds', "above 0"]),
        ('["xavier_init"]', '["xavier init"]', ['[[task]] "xavier" needs', "'xavier init'"]),
        ('["xavier_init"]', '["xavier_init", "_helper"]', ['[[task]] "xavier" needs', "'_helper'", "private"]),
        ('["xavier_init"]', '["xavier_init", "probe"]', ['[[task]] "xavier" needs', "'probe'", "another name"]),
        ('["xavier_init"]', '["file"]', ['[[task]] "xavier" needs', "'file'", "student.probe and student.file"]),
        ("max_files = 10", "max_files = 1.5", ["[submission] max_files", "expected a whole number", "1.5 (a number)"]),
        ("points = 5", "points = inf", ['[[task]] "cnn" points', "finite", "inf"]),
        ("points = 5", 'points = 5\ndata = "mnist"', ['[[task]] "cnn" data', "['svhn']", "'mnist'"]),
        ("points = 5", "points = 5\npoint = 5", ['[[task]] "cnn" point', "unknown key", "did you mean 'points'?"]),
        ('id = "cnn"\n', "", ["[[task]] 2 id", "expected text, found nothing"]),
        ("full = 0.90", "fall = 0.90", ["[thresholds.cnn.real] full", "expected a number", "is 'fall' meant"]),
        ("full = 0.90", "full = 0.9\nhalf = 1", ["[thresholds.cnn.real] half", "unknown key", "pass, full"]),
        ("[thresholds.cnn.stand-in]\npass = 0.5\nfull = 1", "stand-in = 3", ["[thresholds.cnn.real] stand-in"]),
        ('["model.pt"]', '["modle.pt"]', ['[[task]] "cnn" files', "'modle.pt'", "intake would refuse"]),
        ("[thresholds.cnn.real]", "[thresholds.cnm.real]", ["[thresholds.cnm]", "there are xavier, cnn", "'cnn'?"]),
        ("[thresholds.cnn.real]", "[thresholds.cnn.reel]", ["[thresholds.cnn.reel]", "did you mean 'real'?"]),
        ("pass = 0.86", "pass = 0.96", ["[thresholds.cnn.real]", "pass <= full"]),
        ("pass = 0.86", "pass = 86", ["[thresholds.cnn.real]", "fractions"]),
        ("[submission]", "[form", ["expected toml"]),
    ],
)
def test_a_wrong_entry_is_told_with_file_key_and_alternatives(
    tmp_path: Path, old: str, new: str, told: list[str]
) -> None:
    """Each complaint names the file, the table and key, what was expected and what was found."""
    assert old in GOOD
    with pytest.raises(AuthorError) as error:
        load("hw2", course(tmp_path, GOOD.replace(old, new, 1)))
    for part in ["assignment.toml", *told]:
        assert part in str(error.value)


def test_a_bonus_comes_on_top_of_the_sheets_points(tmp_path: Path) -> None:
    """3 + 1.5 + 5 points without the bonus of the second task: 4.5."""
    toml = GOOD.replace("points = 5\n", "points = 5\nbonus = true\n")
    assert load("hw2", course(tmp_path / "plain")).points == 9.5
    assert load("hw2", course(tmp_path / "bonus", toml)).points == 4.5


def test_a_script_is_named_by_the_sheet_and_by_its_task(tmp_path: Path) -> None:
    """The form accepts a script's name; a task's script must be one of them, and a name that Python can import."""
    toml = GOOD.replace('preload = ["numpy"]', 'scripts = ["net.py"]').replace(
        "points = 5\n", 'points = 5\nscript = "net.py"\n'
    )
    found = load("hw2", course(tmp_path, toml))
    assert (found.scripts, found.task("cnn").place, found.task("xavier").place) == (("net.py",), "net.py", "hw2.ipynb")
    assert r"net\.py" in found.rules.optional
    with pytest.raises(AuthorError, match=r"script: unknown script; there are"):
        load("hw2", course(tmp_path / "b", toml.replace('script = "net.py"', 'script = "nets.py"')))
    with pytest.raises(AuthorError, match="scripts: expected names such as"):
        load("hw2", course(tmp_path / "c", toml.replace('scripts = ["net.py"]', 'scripts = ["my-net.py"]')))


def test_no_tasks(tmp_path: Path) -> None:
    """A sheet without tasks is refused."""
    head, _, _ = GOOD.partition("[[task]]")
    with pytest.raises(AuthorError, match=r"task: expected a list, found nothing"):
        load("hw2", course(tmp_path, head))


def test_an_unknown_slug_lists_the_known(tmp_path: Path) -> None:
    """A misspelt slug is answered with the assignments there are."""
    with pytest.raises(AuthorError, match=r"no assignment 'hw3' in .*; there are hw2 \(did you mean 'hw2'\?\)"):
        load("hw3", course(tmp_path))


def test_an_assignment_is_found_by_path(tmp_path: Path) -> None:
    """The folder and the toml itself name an assignment as its slug does."""
    root = course(tmp_path)
    folder = root / "assignments" / "hw2"
    assert load(folder) == load(folder / "assignment.toml") == load("hw2", root)


def test_the_root_is_found_from_below(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From anywhere in a course its root is found, also from the assignment's own folder."""
    root = course(tmp_path)
    assert find_root(root / "assignments" / "hw2") == root
    assert find_root(root / "tests") == root
    monkeypatch.chdir(root / "tests")
    assert find_root() == root
    assert folder_of("hw2", root) == root / "assignments" / "hw2"


def test_a_handed_out_folder_is_its_own_root(tmp_path: Path) -> None:
    """A student's folder is found wherever it lies, renamed or below a folder of theirs called assignments."""
    folder = tmp_path / "assignments" / "my homework"
    folder.mkdir(parents=True)
    (folder / "assignment.toml").write_text('slug = "hw2"\n' + GOOD, encoding="utf-8")
    assert find_root(folder) == folder
    assert folder_of("hw2", folder) == folder
    assert load("hw2", folder).slug == "hw2"


def test_the_environment_names_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """AUTOGRADER_HOME decides where no start is given; a wrong one is told, not ignored."""
    root = course(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    with pytest.raises(AuthorError, match=r"no assignment in .*elsewhere"):
        find_root()
    monkeypatch.setenv("AUTOGRADER_HOME", str(root))
    assert find_root() == root
    assert find_root(elsewhere) == root
    monkeypatch.setenv("AUTOGRADER_HOME", str(elsewhere))
    with pytest.raises(AuthorError, match="AUTOGRADER_HOME names"):
        find_root()


def graded(id: str, kind: str, points: float | None, *, solution: bool, source: str = "") -> dict[str, Any]:
    metadata = {"grade_id": id, "grade": points is not None, "solution": solution, "points": points or 0}
    return {"cell_type": kind, "source": source, "metadata": {"nbgrader": metadata}}


def cells_of_good() -> list[dict[str, Any]]:
    return [
        graded("xavier_answer", "code", None, solution=True),
        graded("xavier", "code", 3, solution=False, source='grade("xavier")'),
        graded("xavier_explained", "markdown", 1.5, solution=True),
        graded("cnn_answer", "code", None, solution=True),
        graded("cnn_answer_2", "code", None, solution=True),
        graded("cnn", "code", 5, solution=False, source="grade('cnn')"),
        {"cell_type": "markdown", "source": "text", "metadata": {}},
    ]


def checked(root: Path, cells: list[dict[str, Any]]) -> None:
    path = root / "assignments" / "hw2" / "hw2.ipynb"
    path.write_text(json.dumps({"nbformat": 4, "cells": cells}), encoding="utf-8")
    check_notebook(load("hw2", root), root)


def test_a_notebook_that_agrees_passes(tmp_path: Path) -> None:
    """Ids, points, one test cell a task and the manual cells agree: nothing is raised."""
    checked(course(tmp_path), cells_of_good())


def test_all_disagreements_are_listed_at_once(tmp_path: Path) -> None:
    """An author reads everything that differs, not only the first of it."""
    cells = cells_of_good()
    cells[1] = graded("xavier", "code", 4, solution=False, source='grade("xavier_init")')
    cells[2] = graded("xavier_explained", "code", 1.5, solution=True)
    cells[3] = graded("cnn_explained", "markdown", 2, solution=True)
    del cells[4]
    cells += [graded("cnn", "code", 5, solution=False, source="grade('cnn')"), graded("vgg", "code", 1, solution=False)]
    with pytest.raises(AuthorError) as error:
        checked(course(tmp_path), cells)
    for message in (
        "grade_id 'cnn' is used 2 times",
        "('vgg') belongs to no task; there are xavier, cnn",
        "xavier: points is 3 in the toml and 4 in the notebook",
        'does not call grade("xavier")',
        "cell 3 ('xavier_explained'): expected a markdown cell",
        "cnn: expected 1 test cell with grade_id 'cnn', found 2",
        "cnn: expected a solution cell with grade_id 'cnn_answer', found none",
        "cnn: expected no manual cell (manual_points is 0) with grade_id 'cnn_explained', found 1",
    ):
        assert message in str(error.value)


def test_a_notebook_that_is_not_there(tmp_path: Path) -> None:
    """A missing source notebook is the author's fault and names the file."""
    root = course(tmp_path)
    with pytest.raises(AuthorError, match=r"hw2\.ipynb"):
        check_notebook(load("hw2", root), root)


def test_the_initialization_sheet_agrees_with_its_notebook() -> None:
    """The assignment of this repository: its toml is valid, its notebook agrees and its points add up to 100."""
    root = find_root(Path(__file__))
    assignment = load("initialization", root)
    check_notebook(assignment, root)
    assert assignment.points == 100
