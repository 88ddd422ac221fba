"""Linux system calls for which Python 3.11 has no function, made through ctypes; each checks errno."""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_CAPBSET_DROP = 24
PR_SET_CHILD_SUBREAPER = 36
PR_SET_NO_NEW_PRIVS = 38

CLONE_NEWNS = 0x00020000
CLONE_NEWCGROUP = 0x02000000
CLONE_NEWUTS = 0x04000000
CLONE_NEWIPC = 0x08000000
CLONE_NEWUSER = 0x10000000
CLONE_NEWPID = 0x20000000
CLONE_NEWNET = 0x40000000

MS_RDONLY = 0x0001
MS_NOSUID = 0x0002
MS_NODEV = 0x0004
MS_NOEXEC = 0x0008
MS_REMOUNT = 0x0020
MS_BIND = 0x1000
MS_MOVE = 0x2000
MS_REC = 0x4000
MS_PRIVATE = 0x40000
MNT_DETACH = 2

M_ARENA_MAX = -8

CAP_SETPCAP = 8
CAP_SYS_ADMIN = 21

_libc = ctypes.CDLL(None, use_errno=True)


def _check(result: int, call: str) -> None:
    if result == -1:
        number = ctypes.get_errno()
        raise OSError(number, f"{call}: {os.strerror(number)}")


def prctl(option: int, value: int = 0) -> None:
    """Call ``prctl(option, value, 0, 0, 0)``; most options require that the unused arguments are zero."""
    arguments = [ctypes.c_ulong(v) for v in (value, 0, 0, 0)]
    _check(_libc.prctl(option, *arguments), f"prctl({option}, {value})")


def unshare(flags: int) -> None:
    _check(_libc.unshare(flags), f"unshare({flags:#x})")


def mount(source: str | None, target: str, fstype: str | None = None, flags: int = 0, options: str = "") -> None:
    encoded = [None if text is None else os.fsencode(text) for text in (source, target, fstype)]
    data = options.encode() if options else None
    _check(_libc.mount(*encoded, ctypes.c_ulong(flags), data), f"mount {source or fstype or 'flags'} on {target}")


def unmount(target: str, flags: int = MNT_DETACH) -> None:
    _check(_libc.umount2(os.fsencode(target), flags), f"unmount {target}")


def pivot_root(new: str, old: str) -> None:
    _check(_libc.pivot_root(os.fsencode(new), os.fsencode(old)), f"pivot_root {new}")


def set_hostname(name: str) -> None:
    _check(_libc.sethostname(name.encode(), len(name)), "sethostname")


def limit_malloc_arenas(count: int) -> None:
    """Keep glibc from reserving 64 MiB of address space per thread, which RLIMIT_AS would count.

    Does nothing with another C library.
    """
    if hasattr(_libc, "mallopt"):
        _libc.mallopt(M_ARENA_MAX, count)


def capabilities() -> int:
    """Return the bit mask of this process's effective capabilities; 0 if /proc does not tell."""
    return int(_read_status_field("CapEff") or "0", 16)


def last_capability() -> int:
    """Return the number of the newest capability that the running kernel knows."""
    try:
        return int(Path("/proc/sys/kernel/cap_last_cap").read_text())
    except OSError:
        return 40


def memory_bytes() -> tuple[int, int]:
    """Return (address space, resident memory) of this process in bytes."""
    size, resident, *_ = Path("/proc/self/statm").read_text().split()
    page = os.sysconf("SC_PAGESIZE")
    return int(size) * page, int(resident) * page


def _read_status_field(name: str) -> str:
    try:
        lines = Path("/proc/self/status").read_text().splitlines()
    except OSError:
        return ""
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith(name + ":")), "")
