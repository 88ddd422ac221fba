"""How much processor time a worker has used, and whether it is computing at this moment, as seen from outside."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple


class ProcessorUse(NamedTuple):
    """What some processes have used together so far."""

    seconds: float
    """Processor time, that of their ended children included."""
    running: bool | None
    """True if a thread of theirs computes, waits for a processor or for a disk; None where the system does not say."""


def of_tree(pid: int) -> ProcessorUse:
    """The use of a process and its descendants. (A process that has ended counts with its parent.)"""
    import psutil

    try:
        root = psutil.Process(pid)
        processes = [root, *root.children(recursive=True)]
    except psutil.Error:
        return ProcessorUse(0.0, False)
    if sys.platform == "linux":
        return of_processes(process.pid for process in processes)
    seconds = 0.0
    for process in processes:
        with contextlib.suppress(psutil.Error):
            seconds += sum(process.cpu_times()[:4])
    return ProcessorUse(seconds, None)


def of_processes(pids: Iterable[int]) -> ProcessorUse:
    """The use of these processes, without descendants that are still alive. Linux only."""
    ticks, running = 0, False
    for pid in pids:
        folder = Path("/proc", str(pid))
        with contextlib.suppress(OSError):  # it may end at any moment
            state = _fields(folder)
            ticks += sum(map(int, state[11:15]))  # in user and kernel mode, the same of its ended children
            running = running or _computes(state) or (int(state[17]) > 1 and _any_thread_computes(folder))
    return ProcessorUse(ticks / os.sysconf("SC_CLK_TCK"), running)


def _any_thread_computes(folder: Path) -> bool:
    return any(_thread_computes(thread) for thread in (folder / "task").iterdir())


def _thread_computes(thread: Path) -> bool:
    with contextlib.suppress(OSError):
        return _computes(_fields(thread))
    return False


def _fields(folder: Path) -> list[str]:
    """Fields of ``stat`` from the third one on; the second one, the name, may hold blanks and parentheses."""
    return (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()


def _computes(fields: list[str]) -> bool:
    return fields[0] in "RD"
