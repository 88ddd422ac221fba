"""Leaks planted in a released tree are found; what every program has is not taken for one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.release import leaks
from autograder.release import render as release
from tests.helpers.samples import PUBLIC, make_course, source_cells, write_notebook

pytest.importorskip("nbgrader")


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The sample course; its release is clean."""
    return make_course(tmp_path)


def refused(root: Path) -> str:
    """Render; the text of the refusal."""
    with pytest.raises(AuthorError) as refusal:
        release.render_release("sample", root)
    return str(refusal.value)


def with_cell(root: Path, index: int, change: Callable[[dict], None]) -> None:
    cells = source_cells()
    change(cells[index])
    write_notebook(root / "assignments/sample/sample.ipynb", cells)


def test_the_sample_is_clean(course: Path) -> None:
    """Signatures, imports and calls of the student's functions on both sides are no leak."""
    assert leaks.find_leaks(release.render_release("sample", course), leaks.collect_secrets("sample", course)) == []


@pytest.mark.parametrize(
    "line",
    [
        "return float(total_of_values / len(values))",  # the solution as it stands
        "Hint: `return float( total_of_values/len(values) )` will do.",  # other spaces, inside a sentence
        "Hint: return float(\n    total_of_values\n    / len(values))",  # wrapped
        "Because the whole population is given, nothing is estimated.",  # a manual model answer
        "- one point for the population, one for the estimate",  # a rubric
        'grade("centre", hidden=True)',  # a hidden-tests region
        "hidden_values = rng.normal(size=11) * 3 + 5",  # a hidden test
        "return float(np.std(np.asarray(values, dtype=np.float64), ddof=0))",  # a reference
    ],
)
def test_markdown_that_tells_an_answer(course: Path, line: str) -> None:
    """A secret line in a markdown cell is refused with its cell and line."""
    with_cell(course, 0, lambda cell: cell.update(source=f"# Two statistics\n\n{line}"))
    message = refused(course)
    assert "sample.ipynb, cell 1, line 3" in message
    assert "1 leak" in message


def test_public_test_that_tells_an_answer(course: Path) -> None:
    """A line of a reference in a public test is refused with file and line, also without its comment."""
    (course / "solutions/sample/__init__.py").write_text(
        "def reference_centre(values):\n    return sum(values) / len(values)  # not the median\n"
    )
    (course / "tests/sample/public/test_statistics.py").write_text(f"{PUBLIC}    return sum(values)/len(values)\n")
    assert f"tests/test_statistics.py:{PUBLIC.count(chr(10)) + 1}" in refused(course)


def test_line_that_public_and_hidden_tests_share(course: Path) -> None:
    """A check may stand in a public and a hidden test; anywhere else the same line is a leak."""
    line = 'checks.close(student.centre(np.full(1, 7.25)), 7.25, "the centre")'
    (course / "tests/sample/public/test_statistics.py").write_text(f"{PUBLIC}    {line}\n")
    assert line.encode() in release.render_release("sample", course)["tests/test_statistics.py"]
    with_cell(course, 0, lambda cell: cell.update(source=line))
    assert "sample.ipynb, cell 1, line 1" in refused(course)


def test_hand_out_file_that_tells_an_answer(course: Path) -> None:
    """Whatever lies beside the notebook is scanned too."""
    (course / "assignments/sample/hint.txt").write_text("try:\nresiduals_here=values-centre(values)\n")
    assert "hint.txt:2" in refused(course)


def test_solution_package_and_module_are_both_secret(course: Path) -> None:
    """``solutions/<slug>.py`` is as secret as the package."""
    (course / "solutions/sample.py").write_text("def other(values):\n    return values[len(values) // 2]\n")
    with_cell(course, 0, lambda cell: cell.update(source="return values[len(values) // 2]"))
    assert "solutions/sample.py, line 2" in refused(course)


def test_parts_of_a_notebook_that_no_release_has(course: Path) -> None:
    """Outputs, execution counts, attachments, other metadata and marker text are each reported at their cell."""
    files = release.render_release("sample", course)
    notebook = json.loads(files["sample.ipynb"])
    cells = notebook["cells"]
    cells[0]["attachments"] = {"a.png": {"image/png": "AAAA"}}
    cells[0]["source"] = "### BEGIN SOLUTION"
    cells[1]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "3"}]
    cells[2]["execution_count"] = 3
    cells[3]["metadata"]["instructor"] = "why this test"
    notebook["metadata"]["celltoolbar"] = "Create Assignment"
    files["sample.ipynb"] = json.dumps(notebook).encode()
    found = [str(leak) for leak in leaks.find_leaks(files, leaks.collect_secrets("sample", course))]
    assert [text.split(": ")[0] for text in found] == [
        "sample.ipynb, cell 1, line 1",
        "sample.ipynb",
        "sample.ipynb, cell 1",
        "sample.ipynb, cell 2",
        "sample.ipynb, cell 3",
        "sample.ipynb, cell 4",
    ]


def test_source_outputs_are_cleared(course: Path) -> None:
    """An output in the source, even one that shows the answer, does not reach the release."""
    stream = {"output_type": "stream", "name": "stdout", "text": "return float(total_of_values / len(values))"}
    with_cell(course, 2, lambda cell: cell.update(execution_count=7, outputs=[stream]))
    assert b"total_of_values" not in release.render_release("sample", course)["sample.ipynb"]


@pytest.mark.parametrize(
    "line",
    ["import numpy as np", "loss.backward()", "def centre(values):", "for epoch in range(epochs):", "return values"],
)
def test_common_lines_are_no_secrets(course: Path, line: str) -> None:
    """Lines of any program are left out of the secrets, so that they may stand in given code."""
    source = f"def f():\n    '''x'''\n    {line}\n        pass\n" if line.endswith(":") else f"{line}\n"
    (course / "solutions/sample/more.py").write_text(source)
    assert line not in {secret.line for secret in leaks.collect_secrets("sample", course)}


@pytest.mark.parametrize("line", ["return 132863336", "critical = 24.5", "torch.nn.init.xavier_uniform_(weight)"])
def test_short_answers_are_secrets(course: Path, line: str) -> None:
    """A number or the call that is the answer stays a secret, however plain the line is."""
    (course / "solutions/sample/more.py").write_text(f"def f(weight):\n    {line}\n")
    assert line in {secret.line for secret in leaks.collect_secrets("sample", course)}


def test_a_leak_is_told_without_position_in_identifiers() -> None:
    """A secret is found as whole words only: ``n_total`` does not hold ``total``."""
    secret = leaks.Secret("total = a + b", "solutions/x.py, line 1")
    assert leaks.find_leaks({"a.py": b"n_total = a + b\ntotal = a + b2\n"}, [secret]) == []
    assert len(leaks.find_leaks({"a.py": b"y = 1; total=a+b\n"}, [secret])) == 1
