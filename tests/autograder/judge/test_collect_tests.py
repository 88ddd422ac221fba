"""A grading test that does not end is the grader's fault: it costs its own task, and no other."""

import sys

import pytest

from autograder.course.assignment_file import load
from autograder.errors import AuthorError, GraderError
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


@pytest.fixture(autouse=True)
def forget_samples(monkeypatch):
    """Modules are found by their names: each test here has a course of its own with modules of the same names."""
    for name in [name for name in sys.modules if name.startswith("tests.sample")]:
        del sys.modules[name]
    for name in [name for name in sys.modules if name.split(".")[0] == "solutions"]:
        monkeypatch.delitem(sys.modules, name)


def context_without_answer(assignment):
    """For tests that ask the student for nothing: there is no worker to connect to."""
    seeds = Seeds(b"", "")
    return GradingContext(assignment, Student(None, (), (), seeds), seeds, lambda name: "stand-in")


@pytest.mark.slow
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
    assert "had not ended after 1.5 s of processor time" in centre.reason and "def drawn():" in centre.reason
    assert "Please tell your instructor." in centre.message


LEADERBOARD = '''"""Hidden tests."""

import pytest

pytestmark = pytest.mark.task("spread")


@pytest.fixture(scope="module")
def shared(seeds):
    return seeds("shared")


def test_first(leaderboard, shared):
    """A value is put on the leaderboard."""
    leaderboard("error", 0.5, order="asc")


def test_second(leaderboard, shared, seeds):
    """A later value replaces it; the seeds are those of the submission."""
    leaderboard("error", 0.25, order="asc")
    assert shared == seeds("shared") != seeds("other")


def test_third():
    """The test itself is broken."""
    raise KeyError("a fault of the author")
'''


def test_the_outcome_of_a_task_is_its_checks_and_its_place_on_the_leaderboard(tmp_path):
    """Tests of a task run in their order; a broken one is an error; the other task has no outcome yet."""
    root = make_course(tmp_path)
    tests = root / "tests/sample/hidden"
    (tests / "test_statistics.py").write_text(LEADERBOARD)
    assignment = load("sample", root)
    judge = JudgePlugin(assignment)
    with collected_tests([tests], root, judge) as collected:
        judge.begin(context_without_answer(assignment))
        outcome = judge.run_task("spread", collected.tests_of("spread"))
    assert [(check.name, check.outcome) for check in outcome.checks] == [
        ("test_first", "passed"),
        ("test_second", "passed"),
        ("test_third", "error"),
    ]
    assert [(entry.name, entry.value, entry.order) for entry in outcome.leaderboard] == [("error", 0.25, "asc")]
    assert judge.outcome_of("centre").checks == ()


def test_a_test_that_is_marked_so_runs_after_the_others_of_its_task(tmp_path):
    """What may use up the time of a task costs the other tests nothing; it keeps its place among the tasks."""
    root = make_course(tmp_path)
    first, rest = LEADERBOARD.split("def test_first", 1)
    marked = f'{first}@pytest.mark.task("spread", last=True)\ndef test_first{rest}'
    (root / "tests/sample/hidden/test_statistics.py").write_text(marked)
    judge = JudgePlugin(load("sample", root))
    with collected_tests([root / "tests/sample/hidden"], root, judge) as collected:
        names = [test.name for test in collected.tests_of("spread")]
    assert names == ["test_second", "test_third", "test_first"]


def test_a_process_judges_one_submission(tmp_path):
    """Whoever would swap the submission under the tests is refused, and tests without a submission find none."""
    assignment = load("sample", make_course(tmp_path))
    judge = JudgePlugin(assignment)
    with pytest.raises(GraderError, match="no submission"):
        _ = judge.context
    judge.begin(context_without_answer(assignment))
    with pytest.raises(GraderError, match="a process of its own"):
        judge.begin(context_without_answer(assignment))


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("import nothing_of_that_name", "nothing_of_that_name"),
        ("raise SystemExit(3)", "SystemExit"),
        ("def test_x():\n    '''It holds.'''", "needs a mark"),
        ("import pytest\n@pytest.mark.task('nope')\ndef test_x():\n    '''It holds.'''", "no task 'nope'"),
        ("import pytest\n@pytest.mark.task('centre')\ndef test_x(): pass", "no docstring"),
        ("", "no grading test"),
    ],
)
def test_tests_that_cannot_be_collected_are_the_authors_fault(tmp_path, source, message):
    """The author reads which file and what is wrong with it; nothing is graded."""
    root = make_course(tmp_path)
    tests = root / "tests/sample/hidden"
    (tests / "test_statistics.py").write_text(source)
    with (
        pytest.raises(AuthorError, match=message),
        collected_tests([tests], root, JudgePlugin(load("sample", root))),
    ):
        pass


@pytest.mark.parametrize("source", ["1 / 0", "def pytest_collection_finish(session):\n    1 / 0"])
def test_a_broken_conftest_is_the_authors_fault(tmp_path, source):
    """A ``conftest.py`` is imported before any test file, and what it computes for all tests may fail too."""
    root = make_course(tmp_path)
    tests = root / "tests/sample/hidden"
    (tests / "conftest.py").write_text(source)
    with (
        pytest.raises(AuthorError, match="ZeroDivisionError"),
        collected_tests([tests], root, JudgePlugin(load("sample", root))),
    ):
        pass
