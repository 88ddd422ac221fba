"""One class by plain nbgrader: right answers in notebooks that editors, course sites and students have changed.

The expected points are those of the answers: 4 for ``centre`` and 3 for ``spread``. How a notebook was made, named or
run changes nothing.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.commands import graded, nbgrader, scores
from tests.helpers.later import needs
from tests.helpers.samples import cell, make_course, notebook, read_cells

pytestmark = [pytest.mark.slow, pytest.mark.thorough, needs("nbgrader")]

Cells = dict[str, dict[str, Any]]
"""The cells of an answered notebook by their id, in order."""

RIGHT = {"centre": 4.0, "spread": 3.0}
BY_OTHER_NAME = ("sheet_name", "two_files")
"""Students whose file has the sheet's name, as for ``autograder grade``."""
ONLY_IN_A_KERNEL = {"test_ended"}
"""A test that ends its own process: nbgrader runs tests in the kernel of the answers."""


def copy_cells(cells: Cells) -> None:
    """The answer and its test were copied with their ids; the hand-out's stub was pasted below, and never run."""
    cells["copy"] = deepcopy(cells["centre"]) | {"id": "copy"}
    cells["copied test"] = deepcopy(cells["test-centre"]) | {"id": "copied-test"}
    stub = {"id": "stub", "source": cells["released"]["source"], "execution_count": None}
    cells["stub"] = deepcopy(cells["centre"]) | stub


def add_blanks(cells: Cells) -> None:
    cells["centre"]["metadata"]["nbgrader"]["grade_id"] += " "
    cells["test-spread"]["metadata"]["nbgrader"]["grade_id"] = "\tspread"
    cells["imports"]["id"] = "my imports"


def change_metadata(cells: Cells) -> None:
    """An id that no cell has, other flags and points, an older schema, no flags at all."""
    cells["centre"]["metadata"]["nbgrader"]["grade_id"] = "my_answer"
    cells["test-centre"]["metadata"]["nbgrader"] |= {"solution": True, "points": 100}
    cells["spread"]["metadata"]["nbgrader"]["schema_version"] = 1
    cells["test-spread"]["metadata"]["nbgrader"] = {"grade_id": "spread"}
    cells["explained"]["metadata"]["nbgrader"] = None


def change_types(cells: Cells) -> None:
    cells["test-centre"]["cell_type"] = "markdown"
    cells["test-centre"]["attachments"] = {}
    cells["explained"] |= {"cell_type": "code", "execution_count": None, "outputs": []}
    for key in ("execution_count", "outputs"):
        del cells["test-centre"][key]


def hide_values(cells: Cells) -> None:
    """A setting that shows no value of a cell: to nbgrader, a test without a value has full points."""
    source = "import sys\nprint('x', file=sys.stderr)\nget_ipython().ast_node_interactivity = 'none'\n"
    cells["imports"]["source"] = source + cells["imports"]["source"]
    cells["spread"]["source"] = "def spread(values):\n    return 0.0"


def ask_person(cells: Cells) -> None:
    cells["centre"]["source"] = "name = input('who? ')\n" + cells["centre"]["source"]


def leave(cells: Cells) -> None:
    cells["imports"]["source"] += "\nimport os\nos.chdir('/')\nexit()"
    cells["spread"]["source"] = "quit\n" + cells["spread"]["source"]


def crash(cells: Cells) -> None:
    """As students restart Colab after an installation."""
    answered = [(id, cells.pop(id)) for id in ("centre", "test-centre", "spread", "test-spread", "explained")]
    cells["restart"] = cell("code", "import os\nos.kill(os.getpid(), 9)", "restart")
    cells.update(answered)


def use_colab(cells: Cells) -> None:
    source = "from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/drive/MyDrive\n"
    cells["imports"]["source"] = source + cells["imports"]["source"]
    cells["centre"]["source"] = "#@title The centre\n%%time\n" + cells["centre"]["source"]
    cells["spread"]["source"] = "%%wandb\n" + cells["spread"]["source"]


def move_answers(cells: Cells) -> None:
    """One answer below its test, the other in a new cell at the end with the stub left where it was."""
    cells["answer"] = cell("code", cells["spread"]["source"], "answer") | {"execution_count": 2}
    cells["spread"]["source"] = "def spread(values):\n    raise NotImplementedError('spread')"
    cells["centre"] = cells.pop("centre")


def paste(cells: Cells) -> None:
    """A notebook of the student's own: the code was pasted, and nothing that the hand-out says of its cells."""
    for one in cells.values():
        one["metadata"] = {}
    for id in ("title", "test-centre", "test-spread"):
        del cells[id]


def end_test(cells: Cells) -> None:
    """Python ends in the test, which does not tell why: a crash of ours looks the same."""
    cells["spread"]["source"] = "import os\ndef spread(values):\n    os._exit(0)"


KINDS: dict[str, Callable[[Cells], None]] = {
    "as_released": lambda cells: None,
    "copies": copy_cells,
    "blanks": add_blanks,
    "metadata": change_metadata,
    "types": change_types,
    "stderr": hide_values,
    "keyboard": ask_person,
    "leaves": leave,
    "crash": crash,
    "colab": use_colab,
    "moved": move_answers,
    "pasted": paste,
    "test_ended": end_test,
    "sheet_name": lambda cells: None,
    "two_files": lambda cells: None,
}


def hand_in(root: Path, student: str) -> None:
    source = {one["id"]: one["source"] for one in read_cells(root / "assignments/sample/sample.ipynb")}
    cells_out = read_cells(root / "release/sample/sample.ipynb")
    released = {one["id"]: one | {"source": "".join(one["source"])} for one in cells_out}
    cells = deepcopy(released)
    for id in ("centre", "spread"):
        cells[id] |= {"source": source[id], "execution_count": 1}
    cells["explained"]["source"] = "Because all values are there."
    cells["released"] = released["centre"]
    KINDS[student](cells)
    del cells["released"]
    content = notebook(cells.values()) | {"nbformat_minor": 2 if student in ("as_released", "types") else 5}
    folder = root / "submitted" / student / "sample"
    folder.mkdir(parents=True)
    name = f"sample_{student}" if student in BY_OTHER_NAME else "sample"
    (folder / f"{name}.ipynb").write_text(json.dumps(content), encoding="utf-8")
    if student == "two_files":
        shutil.copy(root / "release/sample/sample.ipynb", folder)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The sample course after ``autograde`` of the class, and what that command wrote."""
    root = make_course(tmp_path_factory.mktemp("course"))
    nbgrader(root, "generate_assignment", "sample", "--force")
    for student in KINDS:
        hand_in(root, student)
    return root, nbgrader(root, "autograde", "sample")


def test_points_are_those_of_the_answer(course: tuple[Path, str]) -> None:
    """Nobody vanishes, nobody loses a point by the notebook's form, and a wrong answer still does."""
    found = {s: {t: p[t] for t in ("centre", "spread")} for s, p in scores(course[0], "sample").items()}
    wrong = {"stderr": {"centre": 4.0, "spread": 0.0}, "test_ended": {"centre": 4.0, "spread": None}}
    assert found == dict.fromkeys(KINDS, RIGHT) | wrong


def test_written_answers_wait_for_a_person(course: tuple[Path, str]) -> None:
    """Also in a notebook without metadata, where the written answer is in a cell that nbgrader does not know."""
    found = {student: points["spread_explained"] for student, points in scores(course[0], "sample").items()}
    assert found == dict.fromkeys(KINDS) | {"metadata": 0.0}  # there the cell of the answer has lost its id


def test_autograder_grade_agrees(course: tuple[Path, str], tmp_path: Path) -> None:
    """``autograder grade`` gives the same points for the same files."""
    students = KINDS.keys() - ONLY_IN_A_KERNEL
    for student in students:
        (path,) = (p for p in (course[0] / "submitted" / student / "sample").glob("sample*.ipynb") if is_graded(p))
        shutil.copyfile(path, tmp_path / f"sample_{student}.ipynb")
    ours = graded(course[0], "sample", sorted(tmp_path.glob("*.ipynb")))
    theirs = {s: points for s, points in scores(course[0], "sample").items() if s in students}
    assert ours == {f"sample_{s}": {t: points[t] for t in RIGHT} for s, points in theirs.items()}


def is_graded(path: Path) -> bool:
    return not path.is_symlink() and "not_graded" not in path.name


def test_sentences(course: tuple[Path, str]) -> None:
    """What was passed over is said, with the student and what a person has to do."""
    said = course[1]
    assert "copies: 3 cells have the id 'centre_answer'" in said
    assert "metadata: the cell 'my_answer' is not one of this notebook" in said
    assert "pasted: no cell of sample.ipynb is one of the notebook that was handed out." in said
    assert "sample_sheet_name.ipynb is graded as sample.ipynb." in said
    assert "sample.ipynb is not graded; only sample_two_files.ipynb counts." in said
    assert "crash: Python ended in cell 3; the notebook is run again without that cell" in said
    assert "moved: the answer to spread is below its test, which was moved" in said


def test_nothing_of_a_hand_in_is_lost(course: tuple[Path, str]) -> None:
    """The untouched notebook beside the one that is graded has another name; copies of an answer stay as raw cells."""
    folder = course[0] / "submitted/two_files/sample"
    assert (folder / "sample_not_graded1.ipynb").read_bytes() == (
        course[0] / "release/sample/sample.ipynb"
    ).read_bytes()
    cells = read_cells(course[0] / "autograded/copies/sample/sample.ipynb")
    assert [one["id"] for one in cells if one["cell_type"] == "raw"] == ["stub"]
