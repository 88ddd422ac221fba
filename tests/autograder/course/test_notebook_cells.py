"""Reading notebooks: every way a file can be wrong is told in its own sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from autograder.course.files import open_regular
from autograder.course.notebook_cells import read_cells, read_notebook
from autograder.errors import SubmissionError
from tests.helpers.later import import_later
from tests.helpers.uploads import code, notebook

nbformat = import_later("nbformat")


def saved(tmp_path: Path, content: bytes, name: str = "answer.ipynb") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.slow
def test_cells_are_those_that_nbformat_wrote(tmp_path: Path) -> None:
    """Source, position, run state and grade_id agree with a notebook that nbformat itself writes."""
    stub = nbformat.v4.new_code_cell("def f():\n    return 1\n", execution_count=None)
    stub.metadata["nbgrader"] = {"grade_id": "f_answer", "schema_version": 3}
    shown = nbformat.v4.new_code_cell("f()", execution_count=7)
    written = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Title"), stub, shown])
    nbformat.write(written, tmp_path / "n.ipynb")
    first, second = read_cells(tmp_path / "n.ipynb")
    assert (first.index, first.source, first.ran, first.grade_id) == (2, "def f():\n    return 1\n", False, "f_answer")
    assert (second.index, second.source, second.ran, second.grade_id) == (3, "f()", True, "")


def test_source_may_be_a_list_or_a_text(tmp_path: Path) -> None:
    """Both spellings of a source in the format mean the same text."""
    path = saved(tmp_path, notebook(code(["a = 1\n", "b = 2"]), code("a = 1\nb = 2")))
    first, second = read_cells(path)
    assert first.source == second.source == "a = 1\nb = 2"


@pytest.mark.parametrize(
    ("count", "outputs", "ran"),
    [(None, [], False), (3, [], True), (None, [{"output_type": "stream", "name": "stdout", "text": "1"}], True)],
)
def test_a_cell_ran_when_it_has_a_count_or_an_output(
    tmp_path: Path, count: int | None, outputs: list[Any], ran: bool
) -> None:
    """Either trace of a run is enough: some tools save no count, and a definition has no output."""
    cell = code("x = 1") | {"execution_count": count, "outputs": outputs}
    assert read_cells(saved(tmp_path, notebook(cell)))[0].ran is ran


@pytest.mark.parametrize(
    ("metadata", "ran"),
    [
        ({"execution_start": 1700000000000, "execution_millis": 3, "deepnote_cell_type": "code"}, True),
        ({"execution": {"iopub.execute_input": "2024-01-01T00:00:00Z"}, "trusted": True}, True),
        ({"executionInfo": {"status": "ok", "elapsed": 5}, "id": "a1"}, True),
        ({"ExecuteTime": {"start_time": "2024-01-01T00:00:00Z"}}, True),
        ({"execution": {}, "trusted": True, "vscode": {"languageId": "python"}}, False),
        ({"deepnote_cell_type": "code", "deepnote_to_be_reexecuted": False}, False),
    ],
)
def test_a_cell_ran_when_a_tool_says_so(tmp_path: Path, metadata: dict[str, Any], ran: bool) -> None:
    """Deepnote, Kaggle, JupyterLab and Colab save in the metadata when a cell was run, not always its count."""
    cell = code("x = 1", ran=False) | {"metadata": metadata}
    assert read_cells(saved(tmp_path, notebook(cell)))[0].ran is ran


@pytest.mark.parametrize(("count", "kept"), [(7, 7), (0, 0), (None, None), (True, None), ("3", None), (10**30, None)])
def test_the_execution_count_of_a_cell(tmp_path: Path, count: Any, kept: int | None) -> None:
    """Only a number that a kernel can have given is kept."""
    cell = code("x = 1") | {"execution_count": count}
    assert read_cells(saved(tmp_path, notebook(cell)))[0].execution_count == kept


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "is empty"),
        (b"  \n\n", "is empty"),
        (b"hello, this is my homework", "expected JSON, found a file that begins with 'hello"),
        (b"%PDF-1.7 ...", "is a pdf"),
        (b"PK\x03\x04....", "is a zip archive"),
        (b"<!DOCTYPE html><html>", "is a web page"),
        (notebook()[:-30], "breaks off"),
        (notebook().replace(b'"nbformat"', b'nbformat"'), "its JSON is wrong in line 1"),
        (b'{\n<<<<<<< HEAD\n "cells": []\n=======\n}', "unresolved git merge"),
        (b'["a", "list"]', "is JSON but not a notebook"),
        (b'{"name": "package"}', "is JSON but not a notebook"),
        (b'{"nbformat": 3, "worksheets": [{"cells": []}]}', "a notebook of format 3, expected 4"),
        (b'{"nbformat": 4, "cells": {}}', "expected a list of cells, found dict"),
        (b'{"nbformat": 4, "cells": []}', "has no cells"),
        (b'{"nbformat": 4}', "expected a list of cells, found NoneType"),
        (notebook({"cell_type": "markdown", "source": "only text"}), "found none among its 1 cells"),
        (b'{"nbformat": 4, "cells": ["x = 1"]}', "cell 1 is str"),
        (b'{"nbformat": 4, "cells": [{"source": "x"}]}', "cell 1 has no type"),
        (notebook(code("x"), code({"a": 1})), "the source of cell 2 is dict"),  # type: ignore[arg-type]
        (notebook(code(["x", 5])), "the source of cell 1 is list"),  # type: ignore[list-item]
        ("x = 'é'".join(notebook().decode().split("x = 1")).encode("latin-1"), "is not written in UTF-8: line 1"),
        (notebook().decode().encode("utf-16"), "is written in UTF-16 or UTF-32"),
        (notebook().decode().encode("utf-32"), "is written in UTF-16 or UTF-32"),
        (b"[" * 200_000, "nested too deeply"),
        (b'{"nbformat": 4, "cells": [], "x": ' + b"9" * 5000 + b"}", "is not a notebook"),
    ],
)
def test_what_is_not_a_notebook_is_told(tmp_path: Path, content: bytes, told: str) -> None:
    """Each kind of wrong file has a sentence that names the file and says what was found."""
    with pytest.raises(SubmissionError, match=r"answer\.ipynb") as error:
        read_cells(saved(tmp_path, content))
    assert told in str(error.value)
    assert "Traceback" not in str(error.value)


def test_odd_but_legal_json_is_read(tmp_path: Path) -> None:
    """A byte order mark, NaN, repeated keys and half a surrogate pair do not cost a submission."""
    content = notebook().decode().replace('"metadata": {}', '"metadata": {"a": NaN, "a": 2}', 1)
    content = content.replace("x = 1", "x = '\\ud800'")
    (cell,) = read_cells(saved(tmp_path, b"\xef\xbb\xbf" + content.encode()))
    assert cell.source.encode("utf-8") == b"x = '?'"


def test_metadata_of_wrong_types_is_ignored(tmp_path: Path) -> None:
    """nbgrader metadata that is damaged makes an ordinary cell, since answers are found by name."""
    damaged: list[Any] = [None, [], {"nbgrader": 3}, {"nbgrader": {"grade_id": 5}}]
    cells = [code("a = 1") | {"metadata": found} for found in damaged]
    assert [cell.grade_id for cell in read_cells(saved(tmp_path, notebook(*cells)))] == ["", "", "", ""]


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    """A sparse file of 200 MB costs no memory and its size is told."""
    path = tmp_path / "answer.ipynb"
    with path.open("wb") as file:
        file.truncate(200 * 2**20)
    tracemalloc.start()
    try:
        with pytest.raises(SubmissionError, match=r"has 200 MB, allowed are 64 MB"):
            read_cells(path)
        assert tracemalloc.get_traced_memory()[1] < 2**20
    finally:
        tracemalloc.stop()


def test_a_py_file_is_one_cell(tmp_path: Path) -> None:
    """A Python file counts as run and carries its name; index 0 keeps it apart from a notebook's cells."""
    (cell,) = read_cells(saved(tmp_path, b"x = 1\n", "model.py"))
    assert (cell.index, cell.source, cell.ran, cell.file) == (0, "x = 1\n", True, "model.py")


def test_links_and_pipes_are_not_opened(tmp_path: Path) -> None:
    """A link is refused, and a pipe neither blocks nor is read."""
    saved(tmp_path, notebook(), "real.ipynb")
    (tmp_path / "link.ipynb").symlink_to("real.ipynb")
    os.mkfifo(tmp_path / "pipe.ipynb")
    with pytest.raises(SubmissionError, match="it is a link"):
        open_regular(tmp_path / "link.ipynb")
    with pytest.raises(SubmissionError, match="not a regular file"):
        open_regular(tmp_path / "pipe.ipynb")


def test_all_cells_with_their_points(tmp_path: Path) -> None:
    """The author's view keeps text cells and the points of graded ones."""
    graded = {"cell_type": "markdown", "source": "why", "metadata": {"nbgrader": {"grade_id": "q", "points": 2}}}
    (cell,) = read_notebook(saved(tmp_path, notebook(graded)))
    assert (cell.kind, cell.grade_id, cell.points, cell.ran) == ("markdown", "q", 2.0, False)


def test_intake_imports_nothing_heavy() -> None:
    """The path from upload to submission starts in milliseconds: no numpy, torch, nbformat or yaml."""
    told = "import sys, autograder.intake, autograder.student_side.check_upload; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", f"import json; {told}"], capture_output=True, text=True, check=True)
    assert not {"numpy", "torch", "nbformat", "yaml", "click", "rich"} & set(json.loads(run.stdout))
