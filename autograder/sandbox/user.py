"""The user that a worker runs as: one of its own, with no capability; and how all of that user's processes end."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

from autograder.sandbox import linux

FIRST, LAST = 200_000, 2**31 - 2
"""Above what systems give to people, services and the sub-users of containers' first ranges."""
_MINIMUM = 1000
_random = random.SystemRandom()


def available() -> range:
    """User ids that this process may give away: all of FIRST…LAST, or the upper half of what a user namespace maps."""
    try:
        mapped = [tuple(map(int, line.split())) for line in Path("/proc/self/uid_map").read_text().splitlines()]
    except OSError:
        return range(0)
    inside = max((range(first, first + count) for first, _, count in mapped), key=len, default=range(0))
    if inside.stop > FIRST + _MINIMUM:
        return range(max(FIRST, inside.start), min(LAST, inside.stop - 1))
    upper = inside[len(inside) // 2 :]
    return upper if len(upper) >= _MINIMUM else range(0)


def fresh(taken: set[int]) -> int:
    """A user id that no living worker has.

    Drawn at random, so that the workers of other servers on this machine do not share its process limit either.
    """
    choice = available()
    while True:
        uid = _random.choice(choice)
        if uid not in taken:
            return uid


def become(uid: int) -> None:
    """Turn this process into user and group ``uid``, for good, without supplementary groups or capabilities."""
    if linux.capabilities() >> linux.CAP_SETPCAP & 1:
        for capability in range(linux.last_capability() + 1):
            linux.prctl(linux.PR_CAPBSET_DROP, capability)
    os.setgroups([])
    os.setresgid(uid, uid, uid)
    os.setresuid(uid, uid, uid)  # leaving 0 for good empties the capability sets


def kill_all(uid: int) -> None:
    """Send SIGKILL to every process of user ``uid`` that is visible from here, in one step that no fork outruns.

    ``kill(-1)`` reaches all processes that the sender may signal, under one lock. The sender's effective user is
    ``uid``; its real user is another unused one, so that nobody else is reached, and its saved user stays 0, so
    that it comes back and ``uid`` cannot strike first. The change clears PDEATHSIG: the caller sets it again.
    """
    bystander = fresh({uid})
    os.setresuid(bystander, uid, 0)
    try:
        os.kill(-1, signal.SIGKILL)
    except ProcessLookupError:
        pass
    finally:
        os.setresuid(0, 0, 0)


def is_alive(uid: int) -> bool:
    """Whether any process of user ``uid`` is left, zombies included."""
    with os.scandir("/proc") as entries:
        for entry in entries:
            if entry.name.isdigit():
                try:
                    if entry.stat().st_uid == uid:
                        return True
                except FileNotFoundError:
                    continue
    return False
