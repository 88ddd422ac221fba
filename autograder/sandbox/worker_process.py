"""A worker as its server sees it: running, ended, killed with everything that it started, gone."""

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

from autograder.sandbox import linux, processor_use, scratch, user
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.output_log import OutputLog
from autograder.sandbox.processor_use import ProcessorUse

OUT_OF_MEMORY = 77
"""Exit status of a worker that did not catch a MemoryError. The submission could fake it, so it only informs."""
_EXITING = 0x4
"""PF_EXITING among the flags of /proc/<pid>/stat."""
_MIB = 2**20
_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Unit of ru_maxrss in bytes."""


@dataclass
class WorkerProcess:
    """A worker's process. ``kill`` may be called at any time and more than once; ``finish`` once ``is_gone()``."""

    pid: int
    uid: int | None
    scratch: Path | None
    """None at level 3, where the kernel removes it."""
    channel: ControlChannel
    log: OutputLog
    memory_mb: int
    restore_parent_death_signal: Callable[[], None]
    """Sets the server's parent-death signal again; the kernel clears it whenever the process changes its user."""
    all_workers: Mapping[int, WorkerProcess]
    """All workers of the server by pid, including this one."""
    judge_waits: bool = False
    """True while the judge waits for the ending."""
    killed: bool = False
    status: int | None = None
    _killed_while_running: bool = False
    _usage: resource.struct_rusage | None = None
    _resident_at_start: int = field(default_factory=lambda: linux.memory_bytes()[1] if sys.platform == "linux" else 0)

    def tell_judge(self, **message: Any) -> None:
        """Send a message to the judge, who may be gone."""
        with contextlib.suppress(OSError):
            self.channel.send(**message)

    def record_exit(self, status: int, usage: resource.struct_rusage) -> None:
        """Note that the main process was reaped; processes that it started may still run."""
        self.status, self._usage = status, usage
        self.tell_judge(op="ended")

    def measure_use(self) -> ProcessorUse:
        """What the worker and everything it started have used."""
        ended = 0.0 if self._usage is None else self._usage.ru_utime + self._usage.ru_stime
        if self.uid is not None:
            use = processor_use.of_processes(user.find_processes(self.uid))
        elif self.status is None:
            use = processor_use.of_tree(self.pid)
        else:  # its number may be another process's by now
            use = ProcessorUse(0.0, running=False)
        return use._replace(seconds=use.seconds + ended)

    def kill(self) -> None:
        """Send SIGKILL to everything the worker started, whatever it did to hide."""
        if not self.killed:
            self._killed_while_running = self.status is None and not _is_exiting(self.pid)
        self.killed = True
        if self.uid is None:
            self._kill_descendants()
            return
        if self.status is None:  # it may not have changed its user yet
            os.kill(self.pid, signal.SIGKILL)
        user.kill_all(self.uid)
        self.restore_parent_death_signal()

    def is_gone(self) -> bool:
        """Return True if no process is left. If False, call again after the next child of the server has ended."""
        if self.status is None:
            return False
        if self.uid is not None:
            return not user.has_processes(self.uid)
        return not self._kill_descendants()

    def _kill_descendants(self) -> bool:
        """At level 0, kill the process group, all descendants, and orphans, which the server adopts.

        Returns True if there were any.
        """
        import psutil

        if self.status is None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.pid, signal.SIGKILL)
        processes = psutil.Process(self.pid).children(recursive=True) if psutil.pid_exists(self.pid) else []
        processes += [child for child in psutil.Process().children() if child.pid not in self.all_workers]
        for process in processes:
            with contextlib.suppress(psutil.Error):
                process.kill()
        return bool(processes)

    def finish(self) -> None:
        """Remove the scratch folder, report the ending to a judge that waits for it, close everything."""
        while self.log.read():
            pass
        if self.scratch is not None:
            scratch.remove(self.scratch)
            if self.uid is not None:
                scratch.remove_leftovers(self.uid)
        if self.judge_waits:
            self.tell_judge(op="stop", text=self.log.text(), **self._describe_ending())
        self.log.close()
        self.channel.close()

    def _describe_ending(self) -> dict[str, Any]:
        """Return the fields of ``worker_handle.Ending``."""
        assert self.status is not None
        assert self._usage is not None
        code = os.waitstatus_to_exitcode(self.status)
        signal_number = -code if code < 0 else None
        peak = self._usage.ru_maxrss * _RSS_UNIT
        starved = self._ran_out_of_memory(signal_number, peak - self._resident_at_start)
        return {
            "exit_code": code if code >= 0 else None,
            "signal": signal_number,
            "peak_rss_mb": round(peak / _MIB, 1),
            "cpu_seconds": round(self._usage.ru_utime + self._usage.ru_stime, 3),
            "out_of_memory": code == OUT_OF_MEMORY or starved,
        }

    def _ran_out_of_memory(self, signal_number: int | None, grown: int) -> bool:
        """Return True if the signal that ended the worker means memory: from the kernel's killer or from C++.

        ``grown`` is by how many bytes its resident memory grew.
        """
        if signal_number == signal.SIGKILL:
            return not self._killed_while_running and grown > self.memory_mb * _MIB // 4
        return signal_number == signal.SIGABRT and "bad_alloc" in self.log.text()


def _is_exiting(pid: int) -> bool:
    """Return True if a process is exiting already, so that a kill now is not what ends it."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return False
    return bool(int(fields[6]) & _EXITING)
