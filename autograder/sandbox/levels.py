"""The levels of isolation, and the highest one that this machine allows. Each level includes the ones before it.

0  a process of its own: no boundary (not root, or not Linux)
1  a user of its own, no_new_privs, seccomp (root in an ordinary container)
2  Landlock (a kernel that has it)
3  namespaces: a root folder that holds only what is allowed, no network (root with CAP_SYS_ADMIN)
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import landlock, linux, user

HIGHEST = 3
_INSTALL = "install the extra: pip install 'deep-learning-autograder[sandbox]'"
_NEEDED = {"CAP_CHOWN": 0, "CAP_DAC_OVERRIDE": 1, "CAP_SETGID": 6, "CAP_SETUID": 7}


@dataclass(frozen=True)
class HighestLevel:
    """The highest level that should work here; ``why_not_higher`` is empty for the top level."""

    level: int
    why_not_higher: str = ""


def find_highest_level() -> HighestLevel:
    """Examine the machine without changing this process. Level 3 may still fail when a server enters it."""
    if reason := _why_not_level_1():
        return HighestLevel(0, reason)
    if reason := _why_not_level_3():
        if landlock.abi():
            return HighestLevel(2, reason)
        return HighestLevel(1, f"{reason}; the kernel has no Landlock, or landlockpy is not installed")
    return HighestLevel(HIGHEST)


def next_lower(level: int) -> int:
    """Return the next level to try when ``level`` failed."""
    return level - 1 if level != HIGHEST or landlock.abi() else 1


def _why_not_level_1() -> str:
    """Return why a worker cannot get a user of its own or a filter for system calls; "" if it can."""
    if sys.platform != "linux":
        return f"isolation needs Linux, this is {sys.platform}; grade in a Linux container"
    if os.geteuid() != 0:
        return f"isolation needs root, this is user {os.geteuid()}; run as root, or in a container"
    if not user.available_ids():
        return "this user namespace maps too few users to give each worker its own; map at least 2000"
    missing = [name for name, number in _NEEDED.items() if not linux.capabilities() >> number & 1]
    if missing:
        return f"root lacks {', '.join(missing)} here; give the container its default capabilities"
    try:
        import pyseccomp  # noqa: F401
    except ImportError:
        return f"pyseccomp is not installed; {_INSTALL}"
    except RuntimeError:
        return "libseccomp is not installed; install the system's package (libseccomp2 on Debian and Ubuntu)"
    return ""


def _why_not_level_3() -> str:
    """Return why a server cannot make namespaces; "" if it can."""
    if not linux.capabilities() >> linux.CAP_SYS_ADMIN & 1:
        return "namespaces need CAP_SYS_ADMIN, which this container does not have"
    missing = [name for name in ("mnt", "net", "ipc", "uts", "pid") if not Path("/proc/self/ns", name).exists()]
    return f"the kernel has no {', '.join(missing)} namespaces" if missing else ""
