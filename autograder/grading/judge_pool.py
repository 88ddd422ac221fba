"""Forks one judge for each submission, a few at a time, and returns what each of them wrote."""

from __future__ import annotations

import os
import selectors
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.judge.job import Job
from autograder.records import Report
from autograder.report import store
from autograder.sandbox.confine import die_with_parent


@dataclass(frozen=True)
class Judged:
    """What a judge left when its process had ended."""

    job: Job
    report: Report | None
    """The last report that it wrote; None when it wrote none."""
    fault: str = ""
    """Why the report is not complete; "" when it is. May be a traceback of hidden code: not for students."""


@dataclass(frozen=True)
class _Running:
    job: Job
    pid: int
    deadline: float

    @property
    def is_late(self) -> bool:
        return time.monotonic() > self.deadline


def run_judges(jobs: Sequence[Job], judge: Callable[[Job], None], *, at_once: int, seconds: float) -> Iterator[Judged]:
    """Call ``judge(job)`` for every job, each in a fork of this process; yields them as they end.

    A judge that lives longer than ``seconds`` is killed; the budgets of the tasks should end before.
    """
    waiting = list(reversed(jobs))
    running: dict[int, _Running] = {}  # by descriptor of the process: no other child of this process is waited for
    with selectors.DefaultSelector() as selector:
        while waiting or running:
            while waiting and len(running) < at_once:
                job = waiting.pop()
                pid = _fork(judge, job)
                descriptor = os.pidfd_open(pid)
                selector.register(descriptor, selectors.EVENT_READ)
                running[descriptor] = _Running(job, pid, time.monotonic() + seconds)
            ended = [key.fd for key, _ in selector.select(timeout=1.0)]
            for process in running.values():
                if process.is_late:
                    os.kill(process.pid, signal.SIGKILL)
            for descriptor in ended:
                process = running.pop(descriptor)
                selector.unregister(descriptor)
                os.close(descriptor)
                status = os.waitpid(process.pid, 0)[1]
                ending = f"it was not finished after {seconds:.0f} s" if process.is_late else _describe(status)
                yield _read_what_was_written(process.job, ending)


def _fork(judge: Callable[[Job], None], job: Job) -> int:
    """The process that judges; in it, this function does not return."""
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        die_with_parent(parent, signal.SIGKILL)
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        judge(job)
        os._exit(0)
    except BaseException:
        _fault_file(job).write_text(traceback.format_exc(), encoding="utf-8")
    os._exit(1)


def _read_what_was_written(job: Job, ending: str) -> Judged:
    stored = store.read(job.out)
    report = stored[0] if stored is not None and stored[1] == job.key else None
    if report is not None and report.complete:
        return Judged(job, report)
    fault_file = _fault_file(job)
    fault = fault_file.read_text(encoding="utf-8") if fault_file.exists() else f"the judge's process: {ending}"
    fault_file.unlink(missing_ok=True)
    return Judged(job, report, fault)


def _fault_file(job: Job) -> Path:
    return job.out.with_suffix(".fault")


def _describe(status: int) -> str:
    """How a process ended, by its wait status."""
    code = os.waitstatus_to_exitcode(status)
    return f"it ended with signal {signal.Signals(-code).name}" if code < 0 else f"it ended with exit status {code}"
