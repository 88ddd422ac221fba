"""The steps by which a freshly forked worker isolates itself before it runs untrusted code, in their order."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.sandbox import environment, landlock, limits, linux, namespaces, scratch, user
from autograder.sandbox.visible_paths import CONFIGURATION, HARDWARE, VisiblePaths

if TYPE_CHECKING:
    import pyseccomp


@dataclass(frozen=True)
class ServerRules:
    """What is the same for all workers of a server."""

    level: int
    visible: VisiblePaths
    syscall_filter: pyseccomp.SyscallFilter | None
    landlock: bool


@dataclass(frozen=True)
class WorkerLimits:
    """What is set for one worker."""

    memory_mb: int
    cpu_seconds: float
    scratch: Path
    uid: int | None
    """The worker's own user; None at level 0."""


def confine(rules: ServerRules, worker: WorkerLimits, submission: int, output: int, server_pid: int) -> None:
    """Take every step of the level in this process.

    ``submission`` is the descriptor of the submission's folder, ``output`` that of the pipe for what the worker
    prints, ``server_pid`` the process that must still be the parent. Raises OSError when a step fails; the caller
    must then run nothing of the submission.
    """
    os.setsid()
    os.umask(0o077)
    if rules.level >= 3:
        assert worker.uid is not None
        namespaces.mount_private_folders(worker.uid, scratch.BYTES)
    else:
        worker.scratch.mkdir(mode=0o700)
    scratch.fill(worker.scratch, submission, worker.uid)
    ruleset = landlock.build(*_paths_for_landlock(rules, worker)) if rules.landlock else None
    environment.redirect_streams(output)
    limits.apply(worker.memory_mb, worker.cpu_seconds, own_user=worker.uid is not None)
    if worker.uid is not None:
        user.become(worker.uid)
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    die_with_parent(server_pid, signal.SIGKILL)
    environment.set_home(worker.scratch)
    if ruleset is not None:
        ruleset.restrict()
    if rules.syscall_filter is not None:
        rules.syscall_filter.load()


def die_with_parent(parent: int, with_signal: int) -> None:
    """Ask the kernel to send ``with_signal`` when ``parent`` ends; exit if it has ended already. Linux only."""
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_PDEATHSIG, with_signal)
        if os.getppid() != parent:
            os._exit(1)


def _paths_for_landlock(rules: ServerRules, worker: WorkerLimits) -> tuple[list[Path], list[Path]]:
    """Return (readable, writable) paths. At level 3 the root folder itself holds only what is allowed."""
    if rules.level >= 3:
        return [Path("/")], [worker.scratch, namespaces.SHARED_MEMORY]
    system = [path for path in (*CONFIGURATION, *HARDWARE, Path("/proc")) if path.exists()]
    shared_memory = [namespaces.SHARED_MEMORY] if namespaces.SHARED_MEMORY.is_dir() else []  # for semaphores
    return [*rules.visible.folders, *system], [worker.scratch, *shared_memory]
