"""A grading test that does not end is the grader's fault: it costs its own task, and no other."""

import pytest

from autograder.course.assignment_file import load
from autograder.grading.class_run import empty_context
from autograder.judge import collect_tests as collect
from autograder.judge.scoring import judge_task
from tests.helpers.samples import TOML, make_course

HIDDEN = '''"""Hidden tests."""

import pytest


@pytest.fixture(scope="session")
def drawn():
    while True:
        pass


@pytest.mark.task("centre")
def test_a_sample_is_looked_for_for_ever(drawn):
    """The centre is the mean."""


@pytest.mark.task("spread")
def test_that_ends():
    """The spread divides by n."""
'''


@pytest.mark.slow
def test_an_endless_test_leaves_its_own_task_ungraded(tmp_path):
    """The instructor reads where it was, the student that it was not their fault, and the next task is graded."""
    root = make_course(tmp_path)
    (root / "assignments/sample/assignment.toml").write_text(TOML.replace("needs = ", "seconds = 0.5\nneeds = "))
    tests = root / "tests/sample/hidden"
    (tests / "test_statistics.py").write_text(HIDDEN)
    assignment = load("sample", root)
    context = empty_context(assignment)

    def body(session):
        for task in assignment.tasks:
            collect.run(collect.items_of(session, task.id))

    collect.collect_and_run([tests], root, context, body, slack=1.5)
    centre, spread = (judge_task(task, context.checks[task.id]) for task in assignment.tasks)
    assert (centre.status, spread.status) == ("ungraded", "passed")
    assert "had not ended after 2 s" in centre.reason and "def drawn():" in centre.reason
    assert "your instructor has been told" in centre.message
