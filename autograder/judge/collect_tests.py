"""Lets pytest collect the grading tests once; which of them run, and when, is up to the caller."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from _pytest.config import _prepareconfig

from autograder.errors import AuthorError, AutograderError
from autograder.judge.budgets import TEST_SLACK_SECONDS
from autograder.judge.context import GradingContext
from autograder.judge.pytest_plugin import JudgePlugin, task_of
from autograder.judge.scoring import judge_task
from autograder.judge.time_limit import TimeLimitPlugin
from autograder.records import Verdict

_LEFT_OUT = ("terminal", "cacheprovider", "doctest", "faulthandler", "junitxml", "pastebin", "logging")
"""Plugins of pytest that print, write files or change handlers of the process; grading needs none of them."""


class CollectedTests:
    """The tests of an assignment in the order of its sheet."""

    def __init__(self, items: Sequence[pytest.Item]) -> None:
        self._items = tuple(items)

    def tests_of(self, task: str, suite: str = "") -> list[pytest.Item]:
        """The tests of one task; of one folder (``hidden``, ``public``) when it is named."""
        return [item for item in self._items if task_of(item) == task and suite in ("", item.path.parent.name)]


class _CollectErrors:
    """A pytest plugin that keeps what went wrong while test files were imported."""

    def __init__(self) -> None:
        self.messages: list[str] = []

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.messages.append(f"{report.nodeid}:\n{report.longreprtext}")


@contextmanager
def collected_tests(
    tests: Iterable[Path], root: Path, judge: JudgePlugin, slack_seconds: float = TEST_SLACK_SECONDS
) -> Iterator[CollectedTests]:
    """The tests in the files or folders ``tests``, imported once, to be run by ``judge.run_task``.

    A test that takes ``slack_seconds`` more than its task has is ended, which is a fault of the test. The steps are
    those of ``pytest.main``, without the one that runs all tests. Raises AuthorError when a test file cannot be
    imported, or a test has no task mark or no docstring.
    """
    errors = _CollectErrors()
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    with _faults_of_the_author():
        config = _prepareconfig(_options(root, tests), [errors, TimeLimitPlugin(judge.assignment, slack_seconds)])
    config.pluginmanager.register(judge, JudgePlugin.NAME)
    session = pytest.Session.from_config(config)
    session.exitstatus = pytest.ExitCode.OK
    try:
        config._do_configure()
        config.hook.pytest_sessionstart(session=session)
        try:
            _collect(session, errors)
            yield CollectedTests(session.items)
        finally:
            config.hook.pytest_sessionfinish(session=session, exitstatus=session.exitstatus)
    finally:
        os.chdir(session.startpath)  # a test may have gone elsewhere
        config._ensure_unconfigure()


def _options(root: Path, tests: Iterable[Path]) -> list[str]:
    plugins = ["autograder.judge.pytest_plugin", *(f"no:{name}" for name in _LEFT_OUT)]
    options = [word for name in plugins for word in ("-p", name)]
    options += ["--disable-plugin-autoload", "--import-mode=importlib", "-s", "-c", os.devnull, "--rootdir", str(root)]
    return [*options, *map(str, tests)]


def _collect(session: pytest.Session, errors: _CollectErrors) -> None:
    """Fill ``session.items``; every way in which that can fail is an AuthorError."""
    with _faults_of_the_author():
        try:
            session.config.hook.pytest_collection(session=session)
        finally:
            if errors.messages:
                raise AuthorError("the tests cannot be collected:\n" + "\n".join(errors.messages))
    if not session.items:
        raise AuthorError(f"no grading test was found in {', '.join(session.config.args)}")


@contextmanager
def _faults_of_the_author() -> Iterator[None]:
    """Whatever a test file or a ``conftest.py`` raises while it is imported becomes an AuthorError."""
    try:
        yield
    except AutograderError:
        raise
    except pytest.UsageError as error:
        raise AuthorError(f"the tests cannot be collected: {error}") from None
    except (Exception, SystemExit, pytest.fail.Exception, pytest.exit.Exception) as error:
        raise AuthorError(f"the tests cannot be collected:\n{traceback.format_exc()}") from error


def run_tests(tests: Sequence[Path], root: Path, context: GradingContext, task: str) -> Verdict:
    """Run one task's tests in this process."""
    judge = JudgePlugin(context.assignment)
    judge.begin(context)
    with collected_tests(tests, root, judge) as collected:
        outcome = judge.run_task(task, collected.tests_of(task))
    return judge_task(context.assignment.task(task), outcome.checks)
