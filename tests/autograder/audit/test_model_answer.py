"""The model answer as the first submission: run once, without the cells that test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from autograder.audit import model_answer
from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from tests.helpers.samples import cell, make_course, source_cells, write_notebook

pytestmark = pytest.mark.slow


def test_it_is_run_once_and_again_when_the_notebook_changes(tmp_path: Path) -> None:
    """All cells but the tests were run; the same source is not run again, another one is."""
    pytest.importorskip("nbclient")
    root = make_course(tmp_path)
    folder = model_answer.folder(load("sample", root), root)
    path = folder / "sample.ipynb"
    cells = json.loads(path.read_text())["cells"]
    kept = [one["id"] for one in source_cells() if not one["id"].startswith("test-")]
    assert [one["id"] for one in cells] == kept
    assert all(one["execution_count"] for one in cells if one["cell_type"] == "code")
    stamp = path.stat().st_mtime_ns
    assert model_answer.folder(load("sample", root), root) == folder
    assert path.stat().st_mtime_ns == stamp
    write_notebook(root / "assignments/sample/sample.ipynb", [*source_cells(), cell("code", "print(1)", "more")])
    assert "more" in (model_answer.folder(load("sample", root), root) / "sample.ipynb").read_text()


def test_a_notebook_that_fails_is_the_authors_fault(tmp_path: Path) -> None:
    """The message holds the error, and nothing half-done is kept."""
    pytest.importorskip("nbclient")
    root = make_course(tmp_path, [*source_cells(), cell("code", "1 / 0", "broken")])
    with pytest.raises(AuthorError, match=r"sample\.ipynb does not run from top to bottom(?s:.*)ZeroDivisionError"):
        model_answer.folder(load("sample", root), root)
    assert not (root / "build/sample/model").exists()
