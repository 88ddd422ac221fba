"""The rule that code which was not run earns nothing, for students who move, copy and delete cells."""

from __future__ import annotations

import pytest

from autograder.intake import explain_unrun_tasks
from autograder.intake.executed_cells import explain_order
from autograder.records import Assignment, Cell
from tests.helpers.uploads import make_assignment

MB = 2**20


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


def cell(index: int, *, ran: bool, grade_id: str = "") -> Cell:
    return Cell(index, "", ran, grade_id)


DEFINED = {"xavier_init": 1, "make_model": 2, "fit": 2, "add_noise": 3}


@pytest.mark.parametrize(
    ("cells", "definitions", "idle"),
    [
        pytest.param([(1, True, "xavier_answer"), (2, True, "train_answer"), (3, True, "noise_answer")], DEFINED, set(),
                     id="all run"),
        pytest.param([(1, False, "xavier_answer"), (2, True, "train_answer"), (3, False, "noise_answer")], DEFINED,
                     {"xavier", "noise"}, id="a shared need in another task's cell does not count"),
        pytest.param([(1, False, ""), (2, True, ""), (3, False, "")], DEFINED, {"xavier", "noise"}, id="ids lost"),
        pytest.param([(1, False, "xavier_answer"), (4, True, ""), (2, True, ""), (3, True, "")],
                     DEFINED | {"xavier_init": 4}, set(), id="answered elsewhere and run"),
        pytest.param([(1, False, "xavier_answer"), (4, False, ""), (2, True, ""), (3, True, "")],
                     DEFINED | {"xavier_init": 4}, {"xavier"}, id="answered elsewhere and not run"),
        pytest.param([(1, True, "xavier_answer"), (5, False, "xavier_answer"), (2, True, ""), (3, True, "")],
                     DEFINED | {"xavier_init": 5}, set(), id="duplicated, one of them run"),
        pytest.param([(2, False, "train_answer"), (6, True, "train_answer_2"), (3, True, "")], DEFINED, set(),
                     id="one of two answer cells run"),
        pytest.param([], {}, set(), id="nothing defined: missing, not idle"),
    ],
)  # fmt: skip
def test_tasks_that_were_not_run(
    assignment: Assignment, cells: list[tuple[int, bool, str]], definitions: dict[str, int], idle: set[str]
) -> None:
    """A task is idle when neither its answer cells nor the cells that define its own functions were run."""
    made = [cell(index, ran=ran, grade_id=grade_id) for index, ran, grade_id in cells]
    assert set(explain_unrun_tasks(assignment, made, definitions)) == idle


def test_the_sentence_about_idle_cells(assignment: Assignment) -> None:
    """The student reads which cell it is and what to do."""
    message = explain_unrun_tasks(assignment, [cell(7, ran=False, grade_id="xavier_answer")], {"xavier_init": 7})[
        "xavier"
    ]
    assert message.startswith("Code cell 7 was not run")
    assert "Run all cells" in message


def test_sheets_may_waive_the_rule() -> None:
    """Where the sheet does not ask for it, nothing is idle."""
    cells = [cell(1, ran=False, grade_id="xavier_answer")]
    assert explain_unrun_tasks(make_assignment(must_be_run=False), cells, {"xavier_init": 1}) == {}


@pytest.mark.parametrize(
    ("counts", "late"),
    [
        ([1, 2, 3], ""),
        ([4, 9, 17], ""),
        ([None, 3, None, 8], ""),
        ([1, 5, 3, 4], "Cell 2"),
        ([7, 1, 2, 3], "Cell 1"),
        ([1, 2, 3, 4, 9, 8], "Cell 5"),
        ([5, 6, 1, 2, 3], "Cells 1, 2"),
        ([8, 7, 6, 5, 4, 3, 2, 1], "Cells 1, 2, 3, 4, 5 and 2 more"),
        ([1, 2, 1, 2], ""),
        ([1, 1, 1], ""),
        ([0, 0], ""),
        ([], ""),
    ],
)
def test_cells_that_were_not_run_in_order(counts: list[int | None], late: str) -> None:
    """The fewest cells that stand out are named; equal counts say that the kernel was restarted, and nothing more."""
    cells = [Cell(index, "x", True, execution_count=count) for index, count in enumerate(counts, 1)]
    messages = [finding.message for finding in explain_order(cells, "a.ipynb")]
    verb = "was" if late.startswith("Cell ") else "were"
    assert messages == (
        [
            f'{late} of "a.ipynb" {verb} not run in the order of the notebook, but the grader takes the cells in that '
            "order. Restart the kernel and run all cells before you hand in."
        ]
        if late
        else []
    )


def test_empty_cells_have_no_order() -> None:
    """A count that is left on an empty cell means nothing."""
    cells = [Cell(1, " ", True, execution_count=9), Cell(2, "x", True, execution_count=3)]
    assert explain_order(cells, "a.ipynb") == []
