"""A worker in a process of its own, on any system: what ``pytest`` on a student's machine uses.

No boundary at all (isolation level 0): it only keeps an endless loop or a ``quit()`` from ending the tests.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import psutil

from autograder.boundary.connection import SocketLink
from autograder.records import Assignment

_LOG_BYTES = 64 * 1024


class ProcessLink(SocketLink):
    """Starts ``python -m autograder.process_link`` with one end of a socket pair."""

    def __init__(self, assignment: Assignment, probes: Path, files: Sequence[Path]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-"))
        for file in files:
            shutil.copy2(file, self._folder / file.name)
        self._printed = ""
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the link)
        ours, theirs = socket.socketpair()
        command = [
            sys.executable,
            "-m",
            __spec__.name,
            _share(theirs),
            str(probes),
            *assignment.preload,
            *assignment.preload_worker,
        ]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=self._log,
            stderr=subprocess.STDOUT,
            cwd=self._folder,
            env=os.environ
            | {
                "MPLBACKEND": "Agg",
                "TF_CPP_MIN_LOG_LEVEL": "3",
                "PYTHONPATH": os.pathsep.join(p for p in sys.path if p),
            },
            pass_fds=() if sys.platform == "win32" else (theirs.fileno(),),
        )
        if sys.platform == "win32":  # a socket is handed to one process by name, on its standard input
            assert self._process.stdin is not None
            self._process.stdin.write(theirs.share(self._process.pid))
            self._process.stdin.close()
        theirs.close()
        super().__init__(ours, self._end, self._text)

    def _text(self) -> str:
        if not self._log.closed:
            self._log.seek(0)
            self._printed = self._log.read(_LOG_BYTES).decode(errors="replace")
        return self._printed

    def _exit_status(self) -> int | None:
        """None for a process that is still running; one that closed its socket is waited for, it is on its way out."""
        self._connection.setblocking(False)
        try:
            left = not self._connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            left = False
        except OSError:
            left = True
        if left:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=5)
        return self._process.poll()

    def _end(self) -> str:
        family = []
        if psutil.pid_exists(self._process.pid):
            family = psutil.Process(self._process.pid).children(recursive=True)
        ending = self._exit_status()
        self._process.kill()
        self._process.wait()
        for process in family:
            if process.is_running():
                process.kill()
        self._text()  # the caller may ask for it later
        self._log.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        return "" if ending is None else f" (exit status {ending})"


def _share(connection: socket.socket) -> str:
    return "stdin" if sys.platform == "win32" else str(connection.fileno())


def main() -> None:
    """Entry of the worker process: ``<descriptor> <folder of the probes> <module to import>…``."""
    from autograder.worker import probes
    from autograder.worker import serve as worker

    handle, folder, *preload = sys.argv[1:]
    if sys.platform == "win32":
        connection = socket.fromshare(sys.stdin.buffer.read())
    else:
        connection = socket.socket(fileno=int(handle))
    for module in preload:
        with contextlib.suppress(ImportError):  # the student's own import will say so, where it matters
            importlib.import_module(module)
    worker.serve(connection, probes.load(Path(folder)))
    os._exit(0)  # a process with torch loaded takes half a second to exit in the ordinary way


if __name__ == "__main__":
    main()
