"""How far down the ladder of isolation this machine lets us go.

0  a process of its own: no boundary (not root, or not Linux)
1  a user of its own, no_new_privs, seccomp (root in an ordinary container)
2  and Landlock (a kernel that has it)
3  and namespaces: a root that holds only what is allowed, no network (root with CAP_SYS_ADMIN)
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import landlock, linux
from autograder.sandbox import user as identity

HIGHEST = 3
_INSTALL = "install the extra: pip install 'deep-learning-autograder[sandbox]'"


@dataclass(frozen=True)
class Reach:
    """The highest level that should work here; ``why_not_higher`` is empty at the top."""

    level: int
    why_not_higher: str = ""


def reach() -> Reach:
    """Look, without trying anything that changes this process. Level 3 may still fail when it is entered."""
    if why := _no_user_change() or _no_filter():
        return Reach(0, why)
    if why := _no_namespaces():
        without = "" if landlock.abi() else "; the kernel has no Landlock, or landlockpy is not installed"
        return Reach(1 if without else 2, why + without)
    return Reach(HIGHEST)


def _no_user_change() -> str:
    if sys.platform != "linux":
        return f"isolation needs Linux, this is {sys.platform}; grade in a Linux container"
    if os.geteuid() != 0:
        return f"isolation needs root, this is user {os.geteuid()}; run as root, or in a container"
    if not identity.available():
        return "this user namespace maps too few users to give each worker one; map at least 2000"
    missing = [name for name, number in _NEEDED.items() if not linux.capabilities() >> number & 1]
    if missing:
        return f"root lacks {', '.join(missing)} here; give the container its default capabilities"
    return ""


def below(level: int) -> int:
    """The next level to try when ``level`` failed."""
    return level - 1 if level != HIGHEST or landlock.abi() else 1


_NEEDED = {"CAP_CHOWN": 0, "CAP_DAC_OVERRIDE": 1, "CAP_SETGID": 6, "CAP_SETUID": 7}


def _no_filter() -> str:
    try:
        import pyseccomp  # noqa: F401
    except ImportError:
        return f"pyseccomp is not installed; {_INSTALL}"
    except RuntimeError:
        return "libseccomp is not installed; install the system's package (libseccomp2 on Debian and Ubuntu)"
    return ""


def _no_namespaces() -> str:
    if not linux.capabilities() >> linux.CAP_SYS_ADMIN & 1:
        return "namespaces need CAP_SYS_ADMIN, which this container does not give"
    missing = [name for name in ("mnt", "net", "ipc", "uts", "pid") if not Path("/proc/self/ns", name).exists()]
    return f"the kernel has no {', '.join(missing)} namespaces" if missing else ""
