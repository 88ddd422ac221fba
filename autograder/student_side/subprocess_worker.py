"""A worker in a subprocess, on any system: what ``pytest`` on a student's machine uses.

It is no boundary (isolation level 0): it only keeps an endless loop or a ``quit()`` from ending the tests.
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

from autograder.boundary.connection import SocketConnection, Use, WorkerEnd
from autograder.records import Assignment
from autograder.sandbox import processor_use
from autograder.sandbox.framework_variables import QUIET, keep_triton_out

_LOG_BYTES = 64 * 1024
_EXIT_SECONDS = 5.0


class SubprocessWorker(SocketConnection):
    """Starts this module as a program, with one end of a pair of sockets, in a folder of its own.

    It holds copies of ``files``, which are paths relative to ``folder``.
    """

    def __init__(self, assignment: Assignment, probes: Path, folder: Path, files: Sequence[str]) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="autograder-"))
        for file in files:
            (self._folder / file).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(folder / file, self._folder / file)
        self._printed = ""
        self._log = tempfile.TemporaryFile()  # noqa: SIM115  (lives as long as the worker)
        ours, theirs = socket.socketpair()
        command = [
            sys.executable,
            "-m",
            __spec__.name,
            _handle_of(theirs),
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
            env=os.environ | QUIET | {"PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)},
            pass_fds=() if sys.platform == "win32" else (theirs.fileno(),),
        )
        if sys.platform == "win32":  # a socket is handed to one process by name, on its standard input
            assert self._process.stdin is not None
            self._process.stdin.write(theirs.share(self._process.pid))
            self._process.stdin.close()
        theirs.close()
        super().__init__(ours, self._stop_process, self._read_log, self._read_use)

    def _read_use(self) -> Use:
        return Use(*processor_use.of_tree(self._process.pid))

    def _read_log(self) -> str:
        if not self._log.closed:
            self._log.seek(0)
            self._printed = self._log.read(_LOG_BYTES).decode(errors="replace")
        return self._printed

    def _exit_status(self) -> int | None:
        """None for a process that is still running. One that has closed its socket is about to exit: wait for it."""
        self._connection.setblocking(False)
        try:
            has_closed = not self._connection.recv(1, socket.MSG_PEEK)
        except BlockingIOError:
            has_closed = False
        except OSError:
            has_closed = True
        if has_closed:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(timeout=_EXIT_SECONDS)
        return self._process.poll()

    def _stop_process(self) -> WorkerEnd:
        """End the process and what it started; returns how it had ended."""
        descendants = []
        if psutil.pid_exists(self._process.pid):
            descendants = psutil.Process(self._process.pid).children(recursive=True)
        exit_status = self._exit_status()
        self._process.kill()
        self._process.wait()
        for process in descendants:
            if process.is_running():
                process.kill()
        self._read_log()  # the caller may ask for it later
        self._log.close()
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._connection.close()
        shutil.rmtree(self._folder, ignore_errors=True)
        if exit_status is None or exit_status >= 0:
            return WorkerEnd(exit_status)
        return WorkerEnd(signal=-exit_status)


def _handle_of(connection: socket.socket) -> str:
    return "stdin" if sys.platform == "win32" else str(connection.fileno())


def main() -> None:
    """Serve as a worker. Arguments: the socket's descriptor, the folder with the probes, modules to import."""
    from autograder.worker import probes
    from autograder.worker.serve import serve

    handle, folder, *preload = sys.argv[1:]
    if sys.platform == "win32":
        connection = socket.fromshare(sys.stdin.buffer.read())
    else:
        connection = socket.socket(fileno=int(handle))
    if {"tensorflow", "keras"} & {module.partition(".")[0] for module in preload}:
        keep_triton_out()
    for module in preload:
        with contextlib.suppress(ImportError):  # the student's own import will say so, where it matters
            importlib.import_module(module)
    serve(connection, probes.load(Path(folder)))
    os._exit(0)  # a process that has loaded torch needs half a second to clean up


if __name__ == "__main__":
    main()
