"""Ends a grading test that does not end by itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

from autograder.judge.pytest_plugin import task_of
from autograder.records import Assignment


class TimeLimitPlugin:
    """A pytest plugin: a test that never ends costs its own task alone.

    The student's code ends earlier, by the budget of its task; this is for faults of the test itself.
    """

    def __init__(self, assignment: Assignment, slack_seconds: float) -> None:
        self._assignment = assignment
        self._slack_seconds = slack_seconds

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """Give the test its task's seconds and the slack."""
        with fail_after(self._assignment.task(task_of(item)).seconds + self._slack_seconds):
            return (yield)


@contextmanager
def fail_after(seconds: float) -> Iterator[None]:
    """Fail what runs inside when it takes longer. Only the main thread of a Unix process can be ended like this;
    elsewhere nothing happens. (pytest-timeout needs pytest's terminal, which grading does without.)"""

    def fail(*_: object) -> None:
        pytest.fail(f"the test had not ended after {seconds:g} s")

    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    handler_before = signal.signal(signal.SIGALRM, fail)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler_before)
