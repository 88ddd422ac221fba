"""A grading test that does not end is the grader's fault: it costs its own task, and no other."""

from autograder.course.assignment_file import load
from autograder.judge.collect_tests import collected_tests
from autograder.judge.context import GradingContext
from autograder.judge.pytest_plugin import JudgePlugin
from autograder.judge.scoring import judge_task
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
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


def context_without_answer(assignment):
    """For tests that ask the student for nothing: there is no worker to connect to."""
    seeds = Seeds(b"", "")
    return GradingContext(assignment, Student(None, (), (), seeds), seeds, lambda name: "stand-in")


def test_an_endless_test_leaves_its_own_task_ungraded(tmp_path):
    """The instructor reads where it was, the student that it was not their fault, and the next task is graded."""
    root = make_course(tmp_path)
    (root / "assignments/sample/assignment.toml").write_text(TOML.replace("needs = ", "seconds = 0.5\nneeds = "))
    tests = root / "tests/sample/hidden"
    (tests / "test_statistics.py").write_text(HIDDEN)
    assignment = load("sample", root)
    judge = JudgePlugin(assignment)
    with collected_tests([tests], root, judge, slack_seconds=1.5) as collected:
        judge.begin(context_without_answer(assignment))
        outcomes = [judge.run_task(task.id, collected.tests_of(task.id)) for task in assignment.tasks]
    verdicts = (judge_task(task, outcome.checks) for task, outcome in zip(assignment.tasks, outcomes, strict=True))
    centre, spread = verdicts
    assert (centre.status, spread.status) == ("ungraded", "passed")
    assert "had not ended after 2 s" in centre.reason and "def drawn():" in centre.reason
    assert "your instructor has been told" in centre.message
