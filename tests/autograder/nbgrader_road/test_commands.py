"""Plain nbgrader commands on a course tree: release, autograde, feedback, and points that agree with ours."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from autograder.release import render as release
from tests.helpers.commands import graded, nbgrader, scores
from tests.helpers.samples import make_course, read_cells, write_notebook

pytest.importorskip("nbgrader")

ANSWERS = {
    "model": {"explained": "Because all values are there."},
    "sum_for_mean": {"centre": "def centre(values):\n    return float(values.sum())"},
    "estimates": {"spread": "def spread(values):\n    return float(values.std(ddof=1))"},
    "noisy": {
        "imports": "import logging, os, sys, warnings\nimport numpy as np\nfrom autograder import grade\n"
        "logging.basicConfig()\n",
        "centre": "def centre(values):\n    print('working')\n    print('on it', file=sys.stderr)\n"
        "    os.write(2, b'from C')\n    warnings.warn('careful')\n    logging.warning('late')\n"
        "    return float(values.mean())",
        "spread": "def spread(values):\n    exit()",
    },
}


def submit(root: Path, student: str, cells: list[dict], answers: dict[str, str]) -> None:
    """Hand in the released notebook with some cells (by id) answered."""
    handed_in = [cell | {"source": answers.get(cell["id"], cell["source"])} for cell in cells]
    write_notebook(root / "submitted" / student / "sample" / "sample.ipynb", handed_in)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course after generate_assignment, autograde and generate_feedback of four answers."""
    root = make_course(tmp_path_factory.mktemp("course"))
    nbgrader(root, "generate_assignment", "sample", "--force")
    source = {cell["id"]: cell["source"] for cell in read_cells(root / "assignments/sample/sample.ipynb")}
    released = read_cells(root / "release/sample/sample.ipynb")
    for student, answers in ANSWERS.items():
        submit(root, student, released, {"centre": source["centre"], "spread": source["spread"], **answers})
    submit(root, "blank", released, {})
    kept = [cell for cell in released if cell["id"] in ("title", "imports", "centre")]
    submit(root, "deleted", kept, {"centre": source["centre"]})
    nbgrader(root, "autograde", "sample")
    nbgrader(root, "generate_feedback", "sample")
    return root


def test_generate_assignment_writes_our_release(course: Path) -> None:
    """Plain ``nbgrader generate_assignment`` leaves exactly the folder that ``autograder release`` renders."""
    folder = course / "release/sample"
    there = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert there == release.render_release("sample", course)


def test_scores_in_the_gradebook(course: Path) -> None:
    """Model answer: full points; flawed ones: the shares of the hidden tests that hold; stub: nothing."""
    found = scores(course, "sample")
    auto = {student: (points["centre"], points["spread"]) for student, points in found.items()}
    assert auto == {
        "model": (4.0, 3.0),
        "sum_for_mean": (1.0, 0.0),  # the mean of one number is its sum; spread calls the wrong centre
        "estimates": (4.0, 0.0),
        "noisy": (4.0, 0.0),  # nbgrader scores any stderr as zero: nothing of it reaches the cell
        "blank": (0.0, 0.0),
        "deleted": (4.0, 0.0),  # test cells that were deleted come back, also where the answer is gone
    }


def test_manual_cells_wait_for_a_person(course: Path) -> None:
    """An answered manual cell has no automatic score; an untouched or deleted one is zero."""
    found = {student: points["spread_explained"] for student, points in scores(course, "sample").items()}
    assert (found["model"], found["blank"], found["deleted"]) == (None, 0, 0)


def test_feedback_shows_claims_and_no_traceback_of_a_test(course: Path) -> None:
    """The student's feedback names what failed and shows no line of a hidden test."""
    html = (course / "feedback/sum_for_mean/sample/sample.html").read_text(encoding="utf-8")
    assert "The centre is the mean." in html
    assert "reference_centre" not in html
    assert "hidden_values" not in html


def test_points_equal_those_of_autograder_grade(course: Path, tmp_path: Path) -> None:
    """The gradebook and ``autograder grade`` give the same automatic points for every answer."""
    for student in [*ANSWERS, "blank", "deleted"]:
        shutil.copy(course / "submitted" / student / "sample/sample.ipynb", tmp_path / f"sample_{student}.ipynb")
    ours = graded(course, "sample", sorted(tmp_path.glob("*.ipynb")))
    theirs = {f"sample_{s}": {t: p[t] for t in ("centre", "spread")} for s, p in scores(course, "sample").items()}
    assert ours == theirs


def test_validate_passes_the_model_answer(course: Path) -> None:
    """``nbgrader validate`` on the source notebook, hidden calls included, finds nothing to complain about."""
    assert "Success! Your notebook passes all the tests." in nbgrader(
        course, "validate", "assignments/sample/sample.ipynb"
    )


def test_fault_of_a_test_is_no_zero(tmp_path: Path) -> None:
    """When a hidden test itself is broken the grade stays open and waits for a person."""
    root = make_course(tmp_path)
    path = root / "tests/sample/hidden/test_statistics.py"
    path.write_text(path.read_text().replace("np.full(1, 7.25)), 7.25", "np.full(1, 7.25)), 1 / 0"))
    nbgrader(root, "generate_assignment", "sample", "--force")
    cells = read_cells(root / "assignments/sample/sample.ipynb")
    write_notebook(root / "submitted/anna/sample/sample.ipynb", cells)
    nbgrader(root, "autograde", "sample")
    found = scores(root, "sample")["anna"]
    assert found["centre"] is None
    assert found["spread"] == 3.0


def test_refusal_ends_the_command(tmp_path: Path) -> None:
    """When the release is refused, plain nbgrader fails too and leaves no folder behind."""
    root = make_course(tmp_path)
    path = root / "assignments/sample/sample.ipynb"
    notebook = json.loads(path.read_text())
    notebook["cells"][0]["source"] += "\nreturn float(total_of_values / len(values))"
    path.write_text(json.dumps(notebook))
    with pytest.raises(AssertionError, match="1 leak"):
        nbgrader(root, "generate_assignment", "sample", "--force")
    assert not (root / "release/sample").exists()
