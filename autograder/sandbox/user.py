"""Gives each worker a user of its own without capabilities, and ends all processes of that user."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

from autograder.sandbox import linux

FIRST, LAST = 200_000, 2**31 - 2
"""User ids above those that systems give to people, to services and to the first ranges of containers."""
_MINIMUM = 1000
_random = random.SystemRandom()


def available_ids() -> range:
    """Return the user ids that this process may assign: FIRST…LAST, or the upper half of what a user namespace maps."""
    try:
        mapped = [tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    except OSError:
        return range(0)
    inside = max((range(first, first + count) for first, _, count in mapped), key=len, default=range(0))
    if inside.stop > FIRST + _MINIMUM:
        return range(max(FIRST, inside.start), min(LAST, inside.stop - 1))
    upper = inside[len(inside) // 2 :]
    return upper if len(upper) >= _MINIMUM else range(0)


def choose_id(taken: set[int]) -> int:
    """Return a user id that is not in ``taken``, the ids of the running workers.

    The choice is random, so that workers of other servers on this machine hardly ever share a process limit with it.
    """
    candidates = available_ids()
    while True:
        uid = _random.choice(candidates)
        if uid not in taken:
            return uid


def become(uid: int) -> None:
    """Change this process to user and group ``uid`` for good, without supplementary groups or capabilities."""
    if linux.capabilities() >> linux.CAP_SETPCAP & 1:
        for capability in range(linux.last_capability() + 1):
            linux.prctl(linux.PR_CAPBSET_DROP, capability)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)  # leaving 0 for good empties the capability sets


def kill_all(uid: int) -> None:
    """Send SIGKILL to every process of user ``uid`` that is visible from here, in one step that no fork can outrun.

    ``kill(-1)`` signals, under one lock, all processes that the sender may signal. The sender's effective user becomes
    ``uid``; its real user becomes another unused one, so that no other process is hit; its saved user stays 0, so that
    it can change back and ``uid`` cannot kill it first. The kernel clears the parent-death signal at the change of
    user: the caller must set it again.
    """
    bystander = choose_id({uid})
    os.setresuid(bystander, uid, 0)
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        os.setresuid(0, 0, 0)


def has_processes(uid: int) -> bool:
    """Return True if any process of user ``uid`` is left, zombies included."""
    return next(find_processes(uid), None) is not None


def find_processes(uid: int) -> Iterator[int]:
    """Yield the processes of user ``uid`` that are visible from here, zombies included."""
    with os.scandir("/proc") as entries:
        for entry in entries:
            if entry.name.isdigit():
                try:
                    if entry.stat().st_uid == uid:
                        yield int(entry.name)
                except FileNotFoundError:
                    continue
