"""Collects an assignment's grading tests once and hands the session to a function, instead of running it once."""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from autograder.errors import AuthorError
from autograder.judge.context import CONTEXT, GradingContext
from autograder.judge.pytest_plugin import task_of
from autograder.judge.scoring import judge_task

SLACK_SECONDS = 120.0
"""What a grading test may take besides its task's seconds: its own sums, and workers that are brought up anew."""


class _CollectedSession:
    """The pytest plugin that takes over after the collection."""

    def __init__(self, context: GradingContext, body: Callable[[pytest.Session], None], slack: float) -> None:
        self.context = context
        self.body = body
        self.slack = slack
        self.errors: list[str] = []
        self.raised: BaseException | None = None

    def pytest_configure(self, config: pytest.Config) -> None:
        config.stash[CONTEXT] = self.context

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """A test that never ends costs its own task alone (the student's code has an earlier end of its own)."""
        with _at_most(self.context.assignment.task(task_of(item)).seconds + self.slack):
            return (yield)

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            self.errors.append(f"{report.nodeid}:\n{report.longreprtext}")

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        if self.errors:
            self.raised = AuthorError("the tests cannot be collect_and_run:\n" + "\n".join(self.errors))
            return True
        try:
            self.body(session)
        except BaseException as error:  # pytest would swallow it into an exit code
            self.raised = error
        return True


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Fail what runs inside, in the main thread, when it takes longer. (pytest-timeout wants pytest's terminal.)"""

    def end(*_: object) -> None:
        pytest.fail(f"the test had not ended after {seconds:g} s")

    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def collect_and_run(
    tests: Iterable[Path],
    root: Path,
    context: GradingContext,
    body: Callable[[pytest.Session], None],
    slack: float = SLACK_SECONDS,
) -> None:
    """Collect ``tests`` and call ``body(session)`` with what was found; ``run`` then runs items of it.

    A test that takes ``slack`` seconds more than its task has is ended, which is a fault of the test. Raises
    AuthorError when a test file cannot be imported, has no task mark or no docstring.
    """
    plugin = _CollectedSession(context, body, slack)
    options = [
        "-p",
        "autograder.judge.pytest_plugin",
        "-p",
        "no:terminal",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:doctest",
    ]
    options += ["-p", "no:faulthandler", "-p", "no:junitxml", "-p", "no:pastebin", "-p", "no:logging"]
    options += ["--disable-plugin-autoload", "--import-mode=importlib", "-s", "-c", os.devnull, "--rootdir", str(root)]
    if str(root) not in sys.path:
        sys.path.insert(0, str(root))
    code = pytest.main([*options, *map(str, tests)], plugins=[plugin])
    if plugin.raised is not None:
        raise plugin.raised
    if plugin.errors:
        raise AuthorError("the tests cannot be collect_and_run:\n" + "\n".join(plugin.errors))
    if code not in (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED):
        raise AuthorError(
            f"no grading test was found in {', '.join(map(str, tests)) or 'no file'} (pytest says {code!r})"
        )


def run(items: Sequence[pytest.Item], after: pytest.Item | None = None) -> None:
    """Run ``items`` in order; their outcomes are in the stand's ``checks``.

    ``after`` is what will run next: pytest keeps the fixtures that it shares (what was evaluated for one task serves
    another).
    """
    for item, following in zip(items, [*items[1:], after], strict=True):
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def items_of(session: pytest.Session, task: str, suite: str = "") -> list[pytest.Item]:
    """The tests of one task; of one folder (``hidden``, ``public``) when it is named."""
    return [item for item in session.items if task_of(item) == task and suite in ("", item.path.parent.name)]


def run_tests(tests: Iterable[Path], root: Path, context: GradingContext, task: str) -> tuple:
    """Run one task's tests in this process. Returns its verdict and its checks."""

    def body(session: pytest.Session) -> None:
        run(items_of(session, task))

    collect_and_run(tests, root, context, body)
    checks = tuple(context.checks.get(task, ()))
    return judge_task(context.assignment.task(task), checks), checks
