"""Which task a notebook's cell belongs to, and in which role, by its id alone."""

from __future__ import annotations

import pytest

from autograder.course.grade_ids import is_answer, is_explanation, strip_role


@pytest.mark.parametrize(
    ("grade_id", "task", "answer", "explanation"),
    [
        ("xavier", "xavier", False, False),
        ("xavier_answer", "xavier", True, False),
        ("xavier_answer_12", "xavier", True, False),
        ("xavier_explained", "xavier", False, True),
        ("xavier_explained_2", "xavier", False, True),
        ("answer_key", "answer_key", False, False),
        ("my_answer_answer", "my_answer", True, False),
        ("xavier_answers", "xavier_answers", False, False),
        ("xavier_answer_two", "xavier_answer_two", False, False),
        ("xavier_answer_2_copy", "xavier_answer_2_copy", False, False),
        ("", "", False, False),
    ],
)
def test_an_id_names_the_task_and_the_role(grade_id: str, task: str, answer: bool, explanation: bool) -> None:
    assert strip_role(grade_id) == task
    assert (is_answer(grade_id, task), is_explanation(grade_id, task)) == (answer, explanation)


@pytest.mark.parametrize("grade_id", ["xavier_answer", "xavier_normal_answer", "xavierXanswer", "Xxavier_answer"])
def test_an_answer_belongs_to_one_task_only(grade_id: str) -> None:
    """A task whose id begins as another's, or looks like a pattern that matches it, does not take its answers."""
    assert not is_answer(grade_id, "xavier_normal_answer")
    assert not is_answer(grade_id, "x.vier")
    assert not is_answer(grade_id, "")
