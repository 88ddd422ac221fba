"""The model answer as the first submission: run once, without the cells that test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.audit import model_answer
from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from tests.helpers.samples import cell, make_course, source_cells, write_notebook


def test_it_is_run_once_and_again_when_the_notebook_changes(tmp_path: Path) -> None:
    """All cells but the tests were run; the same source is not run again, another one is."""
    pytest.importorskip("nbclient")
    root = make_course(tmp_path)
    folder = model_answer.prepare(load("sample", root), root)
    path = folder / "sample.ipynb"
    cells = json.loads(path.read_text())["cells"]
    kept = [one["id"] for one in source_cells() if not one["id"].startswith("test-")]
    assert [one["id"] for one in cells] == kept
    assert all(one["execution_count"] for one in cells if one["cell_type"] == "code")
    stamp = path.stat().st_mtime_ns
    assert model_answer.prepare(load("sample", root), root) == folder
    assert path.stat().st_mtime_ns == stamp
    write_notebook(root / "assignments/sample/sample.ipynb", [*source_cells(), cell("code", "print(1)", "more")])
    assert "more" in (model_answer.prepare(load("sample", root), root) / "sample.ipynb").read_text()


def test_a_change_of_text_or_of_tests_runs_nothing_again(tmp_path: Path) -> None:
    """Outputs stay, and the text is the new one; a change of another file of the assignment runs the notebook again."""
    pytest.importorskip("nbclient")
    root = make_course(tmp_path, [*source_cells(), cell("code", "import time\nprint(time.time_ns())", "clock")])
    path = model_answer.prepare(load("sample", root), root) / "sample.ipynb"
    before = {one["id"]: one for one in json.loads(path.read_text())["cells"]}
    cells = [*source_cells(), cell("code", "import time\nprint(time.time_ns())", "clock", grade_id="new_id")]
    cells[0]["source"] = "# Other words"
    tests = next(one for one in cells if one["id"] == "test-centre")
    tests["source"] += "\n# as before"
    write_notebook(root / "assignments/sample/sample.ipynb", [*cells, cell("markdown", "The end", "end")])
    model_answer.prepare(load("sample", root), root)
    after = {one["id"]: one for one in json.loads(path.read_text())["cells"]}
    assert after["clock"]["outputs"] == before["clock"]["outputs"] != []
    assert after["clock"]["execution_count"] == before["clock"]["execution_count"]
    assert after["clock"]["metadata"]["nbgrader"]["grade_id"] == "new_id"
    assert (after["title"]["source"], after["end"]["source"]) == ("# Other words", "The end")
    assert "test-centre" not in after
    (root / "assignments/sample/table.csv").write_text("1,2\n")
    model_answer.prepare(load("sample", root), root)
    again = {one["id"]: one for one in json.loads(path.read_text())["cells"]}
    assert again["clock"]["outputs"] != before["clock"]["outputs"]


def test_the_version_of_this_package_runs_nothing_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """That of a framework does: it may compute otherwise."""
    versions = {"python": "3.11", "numpy": "1", "deep-learning-autograder": "1"}
    monkeypatch.setattr(model_answer, "versions", lambda assignment: versions)
    ran = []
    monkeypatch.setattr(model_answer, "execute", lambda notebook, threads: ran.append(notebook.name))
    root = make_course(tmp_path)
    for changed in ({}, {"deep-learning-autograder": "2"}, {"numpy": "2"}):
        versions |= changed
        model_answer.prepare(load("sample", root), root)
    assert ran == ["sample.ipynb"] * 2


def test_a_notebook_that_fails_is_the_authors_fault(tmp_path: Path) -> None:
    """The message holds the error, and nothing half-done is kept."""
    pytest.importorskip("nbclient")
    root = make_course(tmp_path, [*source_cells(), cell("code", "1 / 0", "broken")])
    with pytest.raises(AuthorError, match=r"sample\.ipynb does not run from top to bottom(?s:.*)ZeroDivisionError"):
        model_answer.prepare(load("sample", root), root)
    assert not (root / "build/sample/model").exists()
