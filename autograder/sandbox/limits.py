"""Resource limits of a worker (setrlimit)."""

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
"""Of one user, threads included: enough for the thread pools of the frameworks, little for a fork bomb."""

NICENESS = 5
"""Keeps the judge and the server quick on a processor that a submission fills with processes, without starving a
right answer on a machine that does other work."""
FIRST_TO_GO = 1000
"""oom_score_adj: where the container's memory ends before the budget, the kernel ends the worker, not the judge."""


def apply(memory_mb: int, cpu_seconds: float, own_user: bool) -> None:
    """Limit this process and all that it starts.

    ``memory_mb`` is MiB of address space beyond what the process has now (frameworks reserve gigabytes that they
    never touch); it holds for each process. ``cpu_seconds`` is processor time of each process: SIGXCPU, a second
    later SIGKILL. The number of processes is limited only for a user of the worker's own (``own_user``), because
    the kernel counts by user. Limits are lowered, never raised.
    """
    os.nice(NICENESS)
    with contextlib.suppress(OSError):  # no /proc: not Linux
        Path("/proc/self/oom_score_adj").write_text(str(FIRST_TO_GO))
    seconds = max(1, math.ceil(cpu_seconds))
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, FILE_BYTES)
    _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
    _lower(resource.RLIMIT_CPU, seconds, seconds + 1)
    if own_user:
        _lower(resource.RLIMIT_NPROC, PROCESSES)
    if sys.platform == "linux":  # macOS takes the call and ignores it
        _lower(resource.RLIMIT_AS, linux.memory_bytes()[0] + memory_mb * 2**20)


def _lower(which: int, soft: int, hard: int | None = None) -> None:
    hard = soft if hard is None else hard
    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    resource.setrlimit(which, (soft, hard))
