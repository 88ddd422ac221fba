"""The judge inside pytest: one object that runs the tests of a submission, and the fixtures that the tests ask for.

A road (a class run, a student's folder, a notebook's cell) makes a ``GradingContext``, hands it to a ``JudgePlugin``
and reads the outcome of each task from it:

>>> judge = JudgePlugin(assignment)
>>> with collected_tests([tests], root, judge) as collected:
...     judge.begin(context)
...     outcome = judge.run_task("xavier", collected.tests_of("xavier"))
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import pytest
from _pytest.runner import runtestprotocol

from autograder.checks.student import StudentFailure
from autograder.errors import AuthorError, AutograderError, GraderError
from autograder.judge.context import GradingContext
from autograder.judge.seeds import Seeds
from autograder.judge.student import StudentFunctions
from autograder.records import Assignment, Check, Discrepancy, LeaderboardEntry, Task

if TYPE_CHECKING:
    import numpy as np


@dataclass(frozen=True)
class TaskOutcome:
    """What the tests of one task found."""

    checks: tuple[Check, ...]
    """One for each test, in the order in which they ran."""
    leaderboard: tuple[LeaderboardEntry, ...] = ()

    @property
    def is_worth_a_replay(self) -> bool:
        """True if a test did not pass for a reason that statements which were left out may have.

        Code that ended its process, or used up time or memory, would do so again.
        """
        problems = {
            found.problem
            for check in self.checks
            if check.outcome in ("failed", "partial")
            for found in check.discrepancies
        }
        return bool(problems - {"not_attempted"}) and not problems & {"died", "timeout", "memory", "protocol"}


def task_of(item: pytest.Item) -> str:
    """The task id in the test's mark. Raises UsageError where the mark is missing."""
    mark = item.get_closest_marker("task")
    if mark is None or len(mark.args) != 1:
        raise pytest.UsageError(f"{item.nodeid} needs a mark: pytest.mark.task('<task id>')")
    return str(mark.args[0])


def _runs_last(item: pytest.Item) -> bool:
    mark = item.get_closest_marker("task")
    return mark is not None and bool(mark.kwargs.get("last"))


class JudgePlugin:
    """Holds the tests of an assignment to its tasks, and keeps what they find out about one submission.

    To collect tests, the assignment is enough. Before a test runs, ``begin`` must say for which submission.
    """

    NAME = "autograder-judge"
    """Under this name the plugin manager knows it; the fixtures find it there."""

    def __init__(self, assignment: Assignment) -> None:
        self.assignment = assignment
        self._context: GradingContext | None = None
        self._task = ""
        self._checks: dict[str, list[Check]] = {}
        self._leaderboards: dict[str, dict[str, LeaderboardEntry]] = {}

    def begin(self, context: GradingContext) -> None:
        """Say which submission the tests are about. Raises GraderError when another one was begun before."""
        if self._context is not None:
            raise GraderError("this process grades a submission already; each submission needs a process of its own")
        self._context = context

    @property
    def context(self) -> GradingContext:
        """The submission under test. Raises GraderError before ``begin``."""
        if self._context is None:
            raise GraderError("no submission is being graded")
        return self._context

    def run_task(self, task: str, tests: Sequence[pytest.Item], next_test: pytest.Item | None = None) -> TaskOutcome:
        """Run the ``tests`` of a task in order.

        ``next_test`` is the test that will run after them: pytest keeps the fixtures that both share (what was
        evaluated for one task serves another).
        """
        for test, following in itertools.pairwise([*tests, next_test]):
            assert test is not None
            test.config.hook.pytest_runtest_protocol(item=test, nextitem=following)
        return self.outcome_of(task)

    def replay_task(self, task: str, tests: Sequence[pytest.Item]) -> tuple[TaskOutcome, list[pytest.TestReport]]:
        """Run those of a task's tests that did not pass once more, on a replay of the whole notebook.

        Of each test's two outcomes the better one counts: a replay takes nothing away. The submission stays in this
        mode until ``student.replay(None)``.
        """
        before = self._checks.pop(task)
        failed = {check.name for check in before if check.score < 1}
        again = [test for test in tests if test.name in failed]
        again[0].session._setupstate.teardown_exact(None)  # what fixtures hold comes from the first run
        self.context.student.replay(self.assignment.task(task))
        self._task = ""  # the task's budget begins anew
        reports: list[pytest.TestReport] = []
        try:
            for test, following in itertools.pairwise([*again, None]):
                assert test is not None
                reports += runtestprotocol(test, log=False, nextitem=following)
        finally:
            after = {check.name: check for check in self._checks.pop(task, ()) if check.outcome != "error"}
            self._checks[task] = [max(check, after.get(check.name, check), key=lambda c: c.score) for check in before]
            self._task = ""
        return self.outcome_of(task), reports

    def outcome_of(self, task: str) -> TaskOutcome:
        """What the tests of a task found so far."""
        entries = self._leaderboards.get(task, {})
        return TaskOutcome(tuple(self._checks.get(task, ())), tuple(entries.values()))

    def put_on_leaderboard(self, task: str, entry: LeaderboardEntry) -> None:
        """Keep a value for the leaderboard; a later one of the same name replaces it."""
        self._leaderboards.setdefault(task, {})[entry.name] = entry

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Hold every test to a known task and order them as the sheet does, a task's last ones at its end."""
        order = {task.id: number for number, task in enumerate(self.assignment.tasks)}
        for item in items:
            try:
                self.assignment.task(task_of(item))
            except AuthorError as error:
                raise pytest.UsageError(f"{item.nodeid}: {error}") from None
            if not inspect.getdoc(getattr(item, "obj", None)):
                raise pytest.UsageError(f"{item.nodeid} has no docstring; it is what the student reads")
        items.sort(key=lambda item: (order[task_of(item)], _runs_last(item)))

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Start the task's budget at its first test, and name the test, so that its random numbers are its own."""
        task = task_of(item)
        student = self.context.student
        if task != self._task:
            self._task = task
            student.begin(self.assignment.task(task))
        student.purpose(f"{task}/{item.name}")

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport(
        self, item: pytest.Item, call: pytest.CallInfo[None]
    ) -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Keep what the test found; on a student's machine, say it in the student's words."""
        report = yield
        if call.when != "call" and call.excinfo is None:
            return report
        check = _check(item, call)
        self._checks.setdefault(task_of(item), []).append(check)
        if self.context.student_side and check.outcome != "error":
            if _not_attempted(call):
                report.outcome = "skipped"
                report.longrepr = (str(item.path), item.reportinfo()[1] or 0, "not attempted")
            elif report.failed:
                report.longrepr = f"{check.description}\n→ {check.message}"
        return report

    def pytest_sessionfinish(self) -> None:
        """Stop the worker."""
        if self._context is not None:
            self._context.student.close()


def _not_attempted(call: pytest.CallInfo[None]) -> bool:
    error = call.excinfo.value if call.excinfo else None
    return isinstance(error, StudentFailure) and error.failure.kind == "not_attempted"


def _check(item: pytest.Item, call: pytest.CallInfo[None]) -> Check:
    """What the outcome of a test means for the student. An unforeseen exception is the grader's own fault."""
    mark = item.get_closest_marker("task")
    common: dict[str, Any] = {
        "name": item.name,
        "description": " ".join((inspect.getdoc(getattr(item, "obj", None)) or "").split("\n\n")[0].split()),
        "weight": float(mark.kwargs.get("weight", 1)) if mark else 1.0,
        "seconds": call.duration,
    }
    if call.excinfo is None:
        return Check(**common, score=1.0, outcome="passed")
    error = call.excinfo.value
    if isinstance(error, StudentFailure):
        failure = error.failure
        found = Discrepancy(problem=failure.kind, message=failure.message)
        return Check(**common, score=0.0, outcome="failed", discrepancies=(found,), detail=failure.detail)
    from autograder.checks.outcome import CheckFailed

    if isinstance(error, CheckFailed):
        return Check(
            **common,
            score=error.score,
            outcome="partial" if error.score > 0 else "failed",
            discrepancies=error.discrepancies,
            detail=error.detail,
        )
    detail = str(error) if isinstance(error, AutograderError) else str(item.repr_failure(call.excinfo))
    return Check(**common, score=0.0, outcome="error", detail=detail[-8000:])


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line(
        "markers", "task(id, weight=1, last=False): the assignment's task that a grading test belongs to"
    )


def _judge(request: pytest.FixtureRequest) -> JudgePlugin:
    judge = request.config.pluginmanager.get_plugin(JudgePlugin.NAME)
    if judge is None:
        raise pytest.UsageError("nothing to grade: run pytest in a released folder, or `autograder grade`")
    assert isinstance(judge, JudgePlugin)
    return judge


def _context(request: pytest.FixtureRequest) -> GradingContext:
    return _judge(request).context


@pytest.fixture(scope="session")
def student(request: pytest.FixtureRequest) -> StudentFunctions:
    """The submission: ``student.f(x)`` calls its function ``f``; see ``autograder.judge.student.StudentFunctions``."""
    return _context(request).student.functions


@pytest.fixture(scope="session")
def assignment(request: pytest.FixtureRequest) -> Assignment:
    """What ``assignment.toml`` says."""
    return _context(request).assignment


@pytest.fixture(scope="session")
def seeds(request: pytest.FixtureRequest) -> Seeds:
    """``seeds("clusters")`` is a number for inputs that several tests share, as unpredictable as those of ``rng``."""
    return _context(request).seeds


@pytest.fixture
def rng(request: pytest.FixtureRequest) -> np.random.Generator:
    """A generator of inputs, the same for the same submission and test, unpredictable to its author."""
    import numpy as np

    context = _context(request)
    return np.random.default_rng(context.seeds(f"inputs/{task_of(request.node)}/{request.node.name}"))


@pytest.fixture(scope="session")
def thresholds(request: pytest.FixtureRequest) -> Callable[[str], dict[str, Any]]:
    """``thresholds("task") -> {"pass": …, "full": …, "data": "real" | "stand-in"}``, for the data at hand."""
    context = _context(request)

    def look_up(id: str) -> dict[str, Any]:
        task: Task = context.assignment.task(id)
        kind = context.data(task.data)
        try:
            return {**context.assignment.thresholds[id][kind], "data": kind}
        except KeyError:
            raise AuthorError(f"assignment.toml has no [thresholds.{id}.{kind}]") from None

    return look_up


@pytest.fixture
def leaderboard(request: pytest.FixtureRequest) -> Callable[..., None]:
    """``leaderboard("accuracy", 0.83)`` puts a value on the leaderboard; ``order="asc"`` where less is better."""
    judge, task = _judge(request), task_of(request.node)

    def put(name: str, value: float, order: Literal["desc", "asc"] = "desc") -> None:
        judge.put_on_leaderboard(task, LeaderboardEntry(name, round(float(value), 6), order))

    return put
