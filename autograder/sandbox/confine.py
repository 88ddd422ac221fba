"""What a fresh worker does to itself before it runs code that nobody here trusts, in this order."""

from __future__ import annotations

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.sandbox import environment, landlock, limits, linux, namespaces, scratch
from autograder.sandbox import user as identity
from autograder.sandbox.visible_paths import CONFIGURATION, HARDWARE, Readable

if TYPE_CHECKING:
    import pyseccomp


@dataclass(frozen=True)
class ServerRules:
    """What holds for all workers of a server."""

    level: int
    readable: Readable
    filter: pyseccomp.SyscallFilter | None
    landlock: bool


@dataclass(frozen=True)
class WorkerLimits:
    """What holds for one worker."""

    memory_mb: int
    cpu_seconds: float
    scratch: Path
    uid: int | None
    """Its own user, from level 1 on."""


def confine(rules: ServerRules, order: WorkerLimits, source: int, output: int, server: int) -> None:
    """Take every step of the level; raises OSError when one fails, and then nothing of the submission may run.

    ``source`` is the open folder of the submission, ``output`` takes what is printed, ``server`` is the process
    that must be the parent still.
    """
    os.setsid()
    os.umask(0o077)
    if rules.level >= 3:
        assert order.uid is not None
        namespaces.private_mounts(order.uid, scratch.BYTES)
    else:
        order.scratch.mkdir(mode=0o700)
    scratch.fill(order.scratch, source, order.uid)
    rules_of_files = landlock.build(*_visible(rules, order)) if rules.landlock else None
    environment.redirect(output)
    limits.apply(order.memory_mb, order.cpu_seconds, own_user=order.uid is not None)
    if order.uid is not None:
        identity.become(order.uid)
        linux.prctl(linux.PR_SET_DUMPABLE, 0)
        linux.prctl(linux.PR_SET_NO_NEW_PRIVS, 1)
    die_with_parent(server, signal.SIGKILL)
    environment.set_home(order.scratch)
    if rules_of_files is not None:
        rules_of_files.restrict()
    if rules.filter is not None:
        rules.filter.load()


def die_with_parent(parent: int, with_signal: int) -> None:
    """Get ``with_signal`` when ``parent`` ends; leave at once if it has ended already. Linux only."""
    if sys.platform == "linux":
        linux.prctl(linux.PR_SET_PDEATHSIG, with_signal)
        if os.getppid() != parent:
            os._exit(1)


def _visible(rules: ServerRules, order: WorkerLimits) -> tuple[list[Path], list[Path]]:
    """(readable, writable) paths for Landlock. At level 3 the root itself is the allow-list."""
    if rules.level >= 3:
        return [Path("/")], [order.scratch, namespaces.SHARED_MEMORY]
    system = [p for p in (*CONFIGURATION, *HARDWARE, Path("/proc")) if p.exists()]
    shared_memory = [p for p in (namespaces.SHARED_MEMORY,) if p.is_dir()]  # multiprocessing keeps semaphores there
    return [*rules.readable.folders, *system], [order.scratch, *shared_memory]
