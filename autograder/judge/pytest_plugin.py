"""The judge's pytest plugin: the fixtures of a grading test, its mark, and what its outcome means.

It is given a ``GradingContext`` and knows no folder; in a student's folder, ``student_side.pytest_plugin`` makes one.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any, Literal

import pytest

from autograder.errors import AuthorError, AutograderError
from autograder.judge.student import Student, StudentFailure
from autograder.records import Assignment, Check, Discrepancy, LeaderboardEntry, Task

if TYPE_CHECKING:
    import numpy as np
from autograder.judge.context import CONTEXT, GradingContext


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "task(id, weight=1): the assignment's task that a grading test belongs to")


def pytest_sessionfinish(session: pytest.Session) -> None:
    if CONTEXT in session.config.stash:
        session.config.stash[CONTEXT].student.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Hold every test to a known task and order them as the sheet does, a module's tests together."""
    context = config.stash.get(CONTEXT, None)
    if context is None:
        return
    order = {task.id: number for number, task in enumerate(context.assignment.tasks)}
    for item in items:
        try:
            context.assignment.task(task_of(item))
        except AuthorError as error:
            raise pytest.UsageError(f"{item.nodeid}: {error}") from None
        if not inspect.getdoc(getattr(item, "obj", None)):
            raise pytest.UsageError(f"{item.nodeid} has no docstring; it is what the student reads")
    items.sort(key=lambda item: order[task_of(item)])


def task_of(item: pytest.Item) -> str:
    """The task id in the test's mark."""
    mark = item.get_closest_marker("task")
    if mark is None or len(mark.args) != 1:
        raise pytest.UsageError(f"{item.nodeid} needs a mark: pytest.mark.task('<task id>')")
    return str(mark.args[0])


def pytest_runtest_setup(item: pytest.Item) -> None:
    context = item.config.stash.get(CONTEXT, None)
    if context is None:
        return
    task = task_of(item)
    if task != context.task:
        context.task = task
        context.student.begin(context.assignment.task(task))
    context.student.purpose(f"{task}/{item.name}")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    context = item.config.stash.get(CONTEXT, None)
    if context is None or (call.when != "call" and call.excinfo is None):
        return report
    check = _check(item, call)
    context.checks.setdefault(task_of(item), []).append(check)
    if context.student_side and check.outcome != "error":
        if _not_attempted(call):
            report.outcome = "skipped"
            report.longrepr = (str(item.path), item.reportinfo()[1] or 0, "not attempted")
        elif report.failed:
            report.longrepr = f"{check.description}\n→ {check.message}"
    return report


def _not_attempted(call: pytest.CallInfo) -> bool:
    error = call.excinfo.value if call.excinfo else None
    return isinstance(error, StudentFailure) and error.failure.kind == "not_attempted"


def _check(item: pytest.Item, call: pytest.CallInfo) -> Check:
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


def _context(request: pytest.FixtureRequest) -> GradingContext:
    context = request.config.stash.get(CONTEXT, None)
    if context is None:
        raise pytest.UsageError("nothing to grade: run pytest in a released folder, or `autograder grade`")
    return context


@pytest.fixture(scope="session")
def student(request: pytest.FixtureRequest) -> Student:
    """The submission: ``student.f(x)`` calls its function ``f``; see ``autograder.judge.student.Student``."""
    return _context(request).student


@pytest.fixture(scope="session")
def assignment(request: pytest.FixtureRequest) -> Assignment:
    """What ``assignment.toml`` says."""
    return _context(request).assignment


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
    entries = _context(request).leaderboard

    def put(name: str, value: float, order: Literal["desc", "asc"] = "desc") -> None:
        entries[name] = LeaderboardEntry(name, round(float(value), 6), order)

    return put
