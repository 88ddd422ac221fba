"""Resource limits of a worker: memory, processor time, files and processes (setrlimit), and its share of the cores."""

from __future__ import annotations

import contextlib
import math
import os
import resource
import sys
from pathlib import Path

from autograder.sandbox import linux

FILE_BYTES = 256 * 2**20
OPEN_FILES = 256
PROCESSES = 256
"""Per user, threads included: enough for the thread pools of the frameworks, little for a fork bomb."""

NICENESS = 5
"""Keeps the judge and the server responsive when a submission fills the processor with processes. It is low enough that
a correct answer still gets its time on a machine that does other work."""
OOM_SCORE = 1000
"""oom_score_adj: if the container runs out of memory before the worker's limit, the kernel kills the worker first."""


def threads_per_worker(jobs: int) -> int:
    """Return each worker's share of the processor's cores when ``jobs`` submissions are graded at once."""
    return max(1, (os.cpu_count() or 1) // max(1, jobs))


def apply(memory_mb: int, cpu_seconds: float, own_user: bool) -> None:
    """Limit this process and every process that it starts.

    ``memory_mb`` is MiB of address space per process, beyond what this process has now (frameworks reserve gigabytes
    that they never touch). ``cpu_seconds`` is processor time per process: it gets SIGXCPU, and a second later SIGKILL.
    The number of processes is limited only when the worker has a user of its own (``own_user``), because the kernel
    counts per user. Limits are lowered, never raised.
    """
    os.nice(NICENESS)
    with contextlib.suppress(OSError):  # there is no /proc outside Linux
        Path("/proc/self/oom_score_adj").write_text(str(OOM_SCORE))
    seconds = max(1, math.ceil(cpu_seconds))
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)
    if own_user:
        _lower(resource.RLIMIT_NPROC, PROCESSES)
    if sys.platform == "linux":  # macOS accepts the call and ignores it
        _lower(resource.RLIMIT_AS, linux.memory_bytes()[0] + memory_mb * 2**20)


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    hard = soft if hard is None else hard
    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))
