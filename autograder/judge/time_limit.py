"""Ends a grading test that does not end by itself."""

from __future__ import annotations

import signal
import threading
from collections.abc import Generator, Iterator
from contextlib import contextmanager

import pytest

from autograder.judge.budgets import wall_limit_of_test
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
        """Give the test the slack for its own sums, and a limit on the clock for what only waits."""
        task = self._assignment.task(task_of(item))
        with fail_after(self._slack_seconds, wall_limit_of_test(task.seconds)):
            return (yield)


@contextmanager
def fail_after(processor_seconds: float, wall_seconds: float) -> Iterator[None]:
    """Fail what runs inside when it takes longer, in processor time of this process or on the clock.

    Only the main thread of a Unix process can be ended like this; elsewhere nothing happens. (pytest-timeout needs
    pytest's terminal, which grading does without.)
    """
    if not hasattr(signal, "SIGALRM") or threading.current_thread() is not threading.main_thread():
        yield
        return
    with (
        _fail_at(signal.ITIMER_PROF, signal.SIGPROF, processor_seconds, "s of processor time"),
        _fail_at(signal.ITIMER_REAL, signal.SIGALRM, wall_seconds, "s on the clock"),
    ):
        yield


@contextmanager
def _fail_at(timer: int, number: int, seconds: float, unit: str) -> Iterator[None]:
    def fail(*_: object) -> None:
        pytest.fail(f"the test had not ended after {seconds:g} {unit}")

    handler_before = signal.signal(number, fail)
    signal.setitimer(timer, seconds)
    try:
        yield
    finally:
        signal.setitimer(timer, 0)
        signal.signal(number, handler_before)
