"""A worker as its server sees it: alive, ended, killed with everything it started, gone."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.sandbox import linux, scratch
from autograder.sandbox import user as identity
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.output_log import Log

OUT_OF_MEMORY = 77
"""Exit status of a worker that let a MemoryError through; information for the report, not evidence."""
_EXITING = 0x4
"""PF_EXITING among the flags of /proc/<pid>/stat."""
_MIB = 2**20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Unit of ru_maxrss in bytes."""


@dataclass
class WorkerProcess:
    """``kill`` may be called at any time and more than once; ``finish`` when ``is_gone()`` says so."""

    pid: int
    uid: int | None
    scratch: Path | None
    """None where it vanishes by itself (level 3)."""
    link: ControlChannel
    log: Log
    memory_mb: int
    retie: Callable[[], None]
    """Ties the server to its parent anew, which a change of user undoes."""
    siblings: Mapping[int, WorkerProcess]
    """All workers of the server by pid, this one too."""
    asked: bool = False
    """Whether the judge waits for the ending."""
    killed: bool = False
    status: int | None = None
    _killed_alive: bool = False
    _usage: resource.struct_rusage | None = None
    _resident_at_start: int = field(default_factory=lambda: linux.memory_bytes()[1] if sys.platform == "linux" else 0)

    def tell(self, **message: Any) -> None:
        """Send to the judge, who may be gone."""
        with contextlib.suppress(OSError):
            self.link.send(**message)

    def ended(self, status: int, usage: resource.struct_rusage) -> None:
        """The main process was reaped; what it started may live on."""
        self.status, self._usage = status, usage
        self.tell(op="ended")

    def kill(self) -> None:
        """SIGKILL to everything the worker started, whatever it did to hide."""
        if not self.killed:
            self._killed_alive = self.status is None and not _is_exiting(self.pid)
        self.killed = True
        if self.uid is None:
            self._kill_family()
            return
        if self.status is None:  # it may not have changed its user yet
            os.kill(self.pid, signal.SIGKILL)
        identity.kill_all(self.uid)
        self.retie()

    def is_gone(self) -> bool:
        """Whether no process is left. Call again after the next child of the server has ended."""
        if self.status is None:
            return False
        if self.uid is not None:
            return not identity.is_alive(self.uid)
        return not self._kill_family()

    def _kill_family(self) -> bool:
        """At level 0: the process group, all descendants, and orphans, which the server adopts. Returns if any."""
        import psutil

        if self.status is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        found = psutil.Process(self.pid).children(recursive=True) if psutil.pid_exists(self.pid) else []
        found += [process for process in psutil.Process().children() if process.pid not in self.siblings]
        for process in found:
            with contextlib.suppress(psutil.Error):
                process.kill()
        return bool(found)

    def finish(self) -> None:
        """Remove the scratch folder, report the ending to a judge that asked, close everything."""
        while self.log.read():
            pass
        if self.scratch is not None:
            scratch.remove(self.scratch)
            if self.uid is not None:
                scratch.remove_leftovers(self.uid)
        if self.asked:
            self.tell(op="stop", text=self.log.text(), **self._ending())
        self.log.close()
        self.link.close()

    def _ending(self) -> dict[str, Any]:
        """The fields of ``forkserver.Ending``."""
        assert self.status is not None
        assert self._usage is not None
        code = os.waitstatus_to_exitcode(self.status)
        number = -code if code < 0 else None
        grown = self._usage.ru_maxrss * _RSS_UNIT - self._resident_at_start
        return {
            "exit_code": code if code >= 0 else None,
            "signal": number,
            "peak_rss_mb": round(self._usage.ru_maxrss * _RSS_UNIT / _MIB, 1),
            "cpu_seconds": round(self._usage.ru_utime + self._usage.ru_stime, 3),
            "out_of_memory": code == OUT_OF_MEMORY or self._starved(number, grown),
        }

    def _starved(self, number: int | None, grown: int) -> bool:
        """Whether the signal that ended the worker means memory: the kernel's killer, or C++ giving up."""
        if number == signal.SIGKILL:
            return not self._killed_alive and grown > self.memory_mb * _MIB // 4
        return number == signal.SIGABRT and "bad_alloc" in self.log.text()


def _is_exiting(pid: int) -> bool:
    """Whether a process is on its way out, so that a kill now is not what ends it."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return bool(int(fields[6]) & _EXITING)
