"""Runs one forked judge a submission, a few at a time."""

from __future__ import annotations

import ctypes
import os
import selectors
import signal
import time
import traceback
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from autograder.report import store

if TYPE_CHECKING:
    from autograder.grading.options import Progress
    from autograder.judge.job import Job
    from autograder.records import Report

_PDEATHSIG = 1


def run(
    jobs: Sequence[Job],
    judge: Callable[[Job], None],
    fallback_report: Callable[[Job, str], Report],
    at_once: int,
    progress: Progress,
    seconds: float,
) -> None:
    """Call ``judge(job)`` for every job, each in a fork of this process; ``fallen`` reports for one that died.

    A judge that lives longer than ``seconds`` is killed; the budgets of the tasks should end before.

    The processes are waited for by descriptor, so a child that is not ours to reap (the fork server) stays alone.
    """
    waiting = list(reversed(jobs))
    running: dict[int, tuple[Job, int, float]] = {}
    with selectors.DefaultSelector() as selector:
        while waiting or running:
            while waiting and len(running) < at_once:
                job = waiting.pop()
                pid = _fork(judge, job)
                descriptor = os.pidfd_open(pid)
                selector.register(descriptor, selectors.EVENT_READ)
                running[descriptor] = (job, pid, time.monotonic() + seconds)
            ended = [key.fd for key, _ in selector.select(timeout=1.0)]
            for _, pid, deadline in running.values():
                if time.monotonic() > deadline:
                    os.kill(pid, signal.SIGKILL)
            for descriptor in ended:
                job, pid, deadline = running.pop(descriptor)
                selector.unregister(descriptor)
                os.close(descriptor)
                late = f"it was not finished after {seconds:.0f} s" if time.monotonic() > deadline else ""
                progress(job, _outcome(job, os.waitpid(pid, 0)[1], fallback_report, late))


def _outcome(job: Job, status: int, fallback_report: Callable[[Job, str], Report], late: str) -> Report:
    found = store.read(job.out)
    if found is not None and found[1] == job.key and found[0].complete:
        return found[0]
    trace = job.out.with_suffix(".fault")
    reason = trace.read_text() if trace.exists() else late or f"the judge's process ended with {_ending(status)}"
    trace.unlink(missing_ok=True)
    return fallback_report(job, reason)


def _ending(status: int) -> str:
    code = os.waitstatus_to_exitcode(status)
    return f"signal {signal.Signals(-code).name}" if code < 0 else f"exit status {code}"


def _fork(judge: Callable[[Job], None], job: Job) -> int:
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    try:
        ctypes.CDLL(None).prctl(_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:
            os._exit(1)
        null = os.open(os.devnull, os.O_RDWR)
        for descriptor in (0, 1, 2):
            os.dup2(null, descriptor)
        judge(job)
        os._exit(0)
    except BaseException:
        job.out.with_suffix(".fault").write_text(traceback.format_exc())
    os._exit(1)
