"""``grade()`` in a live kernel, on a student's machine (no course root) and below a course."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import autograder
from autograder.nbgrader_road.grade_cell import describe_checks
from autograder.records import Check, Discrepancy, Verdict
from autograder.release import render as release
from tests.helpers.later import import_later, needs
from tests.helpers.samples import REPOSITORY, make_course

nbformat = import_later("nbformat")
nbclient = import_later("nbclient")
pytestmark = [pytest.mark.slow, needs("nbformat", "nbclient")]

SOURCES = (
    "import logging, os, sys, warnings\nimport numpy as np\nfrom autograder import grade\nlogging.basicConfig()",
    "def centre(values):\n    print('a'); print('b', file=sys.stderr); warnings.warn('c'); logging.warning('d')\n"
    "    os.write(2, b'e'); return float(np.mean(values))",
    'grade("centre")',
    'grade("centre")\ngrade("centre", hidden=True)',
    'grade("spread")',
    'def spread(values):\n    raise NotImplementedError("spread")',
    'grade("spread")',
    'grade("centre") == 4 and type(grade("centre")) is float',
    'grade("median")',
    "print('c', file=sys.stderr); os.write(2, b'd')",
)


@pytest.fixture(scope="module")
def cells(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The cells of ``SOURCES`` after one run in a released folder that lies by itself."""
    root = make_course(tmp_path_factory.mktemp("course"))
    alone = release.write_release("sample", root).rename(tmp_path_factory.mktemp("student") / "sample")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in SOURCES])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(REPOSITORY))
        patch.delenv("AUTOGRADER_HOME", raising=False)
        nbclient.NotebookClient(notebook, allow_errors=True, resources={"metadata": {"path": str(alone)}}).execute()
    return list(notebook.cells)


def value(cell: Any) -> str | None:
    return next((o.data["text/plain"] for o in cell.outputs if o.output_type == "execute_result"), None)


def printed(cell: Any, name: str = "stdout") -> str:
    return "".join(o.text for o in cell.outputs if o.output_type == "stream" and o.name == name)


def test_points_are_the_cells_value(cells: list[Any]) -> None:
    """The last expression is a plain float: the task's points when all holds, zero for a stub or a missing name."""
    assert [value(cells[i]) for i in (2, 3, 4, 6, 7)] == ["4.0", "4.0", "0.0", "0.0", "True"]


def test_nothing_reaches_stderr(cells: list[Any]) -> None:
    """print, warnings, older log handlers and C code that write to stderr cost no points; later cells do write."""
    assert [printed(cells[i], "stderr") for i in (2, 3, 4, 6, 7)] == [""] * 5
    assert "c" in printed(cells[9], "stderr")


def test_a_line_for_each_test(cells: list[Any]) -> None:
    """The cell shows the claim of every test and how it ended, and nothing that the tests' run printed."""
    assert printed(cells[2]).split("\n") == [
        "Q1 centre, public tests",
        "  ok      The centre of an array is a finite number.",
        "",
    ]
    assert "not attempted" in printed(cells[6])
    assert "`spread` is not defined" in printed(cells[4])


def test_hidden_falls_back_and_says_so(cells: list[Any]) -> None:
    """Without a course root ``hidden=True`` runs the public tests and says that the hidden ones are not there."""
    assert "Q1 centre, public tests (the hidden tests are not on this machine)" in printed(cells[3])


def test_unknown_task(cells: list[Any]) -> None:
    """A task that the assignment does not have is an error that lists those it has."""
    assert "AuthorError" in [output.get("ename") for output in cells[8].outputs]
    assert "centre, spread" in str(cells[8].outputs)


def test_importing_the_package_is_light() -> None:
    """``import autograder`` imports neither pytest nor numpy; ``grade`` comes when it is asked for."""
    program = "import sys, autograder; print(sorted({'pytest', 'numpy', 'torch', 'IPython'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, cwd=REPOSITORY)
    assert done.stdout.strip() == "[]"
    assert callable(autograder.grade)


def test_version_is_that_of_the_project() -> None:
    """``__version__`` and pyproject.toml agree."""
    import tomllib

    project = tomllib.loads((Path(REPOSITORY) / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert autograder.__version__ == project["version"]


def test_feedback_is_one_line_a_test() -> None:
    """A sentence over several lines stays on its test's line; a fault of the test shows as ?."""
    checks = (
        Check("a", "It is so.", 1, 0, "failed", (Discrepancy(message="It is 3,\nwhich is wrong."),)),
        Check("b", "It is thus.", 1, 0, "error", detail="ZeroDivisionError"),
    )
    assert list(describe_checks(Verdict("t", "ungraded", 0, 1, checks=checks))) == [
        "  failed  It is so. → It is 3, which is wrong.",
        "  ?       It is thus.",
    ]
