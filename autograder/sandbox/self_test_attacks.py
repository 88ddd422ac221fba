"""The worker's side of the self-test: attacks that run inside the sandbox and report what they reached."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

DAEMON_GREETING = b"daemon\n"
"""What the daemon of the last attack sends: the end of the report."""
_PTRACE_SEIZE = 0x4206


def attack_from_inside(connection: socket.socket, targets: dict[str, Any]) -> None:
    """Attack the targets and send one JSON object, {attack: [targets reached]}; then leave a daemon behind.

    ``targets`` holds the judge's process id (``judge``) and the hidden ``files`` and ``folders``. The daemon sends
    ``DAEMON_GREETING`` and keeps the connection open as long as it lives.
    """
    judge = targets["judge"] if targets["judge"] != os.getpid() else 0  # in a pid namespace the number may be our own
    report = {
        "read_hidden_file": [path for path in targets["files"] if _can_read(path)],
        "write_results_file": [path for path in [*targets["files"], *targets["folders"]] if _can_write(path)],
        "open_socket": ["TCP"] if _succeeds(_connect) else [],
        "signal_judge": _attack_process(lambda pid: os.kill(pid, 0), judge),
        "ptrace_judge": _attack_process(_attach, judge),
        "read_judge_environ": _attack_process(_read_environ, judge),
    }
    connection.sendall(json.dumps(report).encode())
    _leave_daemon(connection)


def _leave_daemon(connection: socket.socket) -> None:
    """Return in this process; a grandchild in a session of its own stays."""
    for _ in range(2):
        if os.fork():
            return
        os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.sendall(DAEMON_GREETING)
    while True:
        signal.pause()


def _attack_process(action: Callable[[int], object], pid: int) -> list[str]:
    """Return the process if the action succeeds on it; 0 stands for a judge that has no number here."""
    return [f"process {pid}"] if pid and _succeeds(lambda: action(pid)) else []


def _succeeds(action: Callable[[], object]) -> bool:
    try:
        action()
    except OSError:
        return False
    return True


def _can_read(path: str) -> bool:
    return _succeeds(lambda: Path(path).read_bytes())


def _can_write(path: str) -> bool:
    """Try without changing anything: open a file for writing, or make a file in a folder and remove it."""
    if not os.path.isdir(path):
        return _succeeds(lambda: os.close(os.open(path, os.O_WRONLY)))
    new = Path(path, f".selftest-{os.getpid()}")
    if not _succeeds(lambda: new.touch(exist_ok=False)):
        return False
    new.unlink()
    return True


def _connect() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        with contextlib.suppress(ConnectionRefusedError, BlockingIOError):  # both mean that packets travel
            probe.connect(("127.0.0.1", 9))


def _attach(pid: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(_PTRACE_SEIZE, pid, None, None) == -1:
        raise OSError(ctypes.get_errno(), "ptrace")


def _read_environ(pid: int) -> None:
    Path(f"/proc/{pid}/environ").read_bytes()
