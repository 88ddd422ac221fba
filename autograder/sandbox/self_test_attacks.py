"""TODO: split off selftest.py."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    pass


_DAEMON = b"daemon\n"
_PTRACE_SEIZE = 0x4206


def attack(connection: socket.socket, order: dict[str, Any]) -> None:
    """Runs in the worker: {attack: what it reached}, one JSON object, then a daemon says hello and stays."""
    judge = order["judge"] if order["judge"] != os.getpid() else 0  # in a pid namespace the number may be our own
    report = {
        "read_hidden_file": [path for path in order["files"] if _can_read(path)],
        "write_results_file": [path for path in [*order["files"], *order["folders"]] if _can_write(path)],
        "open_socket": _reached(_connect, "TCP"),
        "signal_judge": _reached(lambda: os.kill(judge, 0), f"process {judge}") if judge else [],
        "ptrace_judge": _reached(lambda: _seize(judge), f"process {judge}") if judge else [],
        "read_judge_environ": _reached(lambda: _environ(judge), f"process {judge}") if judge else [],
    }
    connection.sendall(json.dumps(report).encode())
    for _ in range(2):
        if os.fork():
            return
        os.setsid()
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    connection.sendall(_DAEMON)
    while True:
        signal.pause()


def _reached(action: Callable[[], object], what: str) -> list[str]:
    try:
        action()
    except OSError:
        return []
    return [what]


def _can_read(path: str) -> bool:
    return bool(_reached(lambda: Path(path).read_bytes(), path))


def _can_write(path: str) -> bool:
    """Without changing anything: open a file for writing, or make a file in a folder and take it away again."""
    if not os.path.isdir(path):
        return bool(_reached(lambda: os.close(os.open(path, os.O_WRONLY)), path))
    new = Path(path, f".selftest-{os.getpid()}")
    if not _reached(lambda: new.touch(exist_ok=False), path):
        return False
    new.unlink()
    return True


def _connect() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        probe.setblocking(False)
        with contextlib.suppress(ConnectionRefusedError, BlockingIOError):  # both mean that packets travel
            probe.connect(("127.0.0.1", 9))


def _seize(pid: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.ptrace(_PTRACE_SEIZE, pid, None, None) == -1:
        raise OSError(ctypes.get_errno(), "ptrace")


def _environ(pid: int) -> None:
    Path(f"/proc/{pid}/environ").read_bytes()
