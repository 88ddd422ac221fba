"""Attacks the sandbox from inside, before it is trusted: each attack is refused, or the report says that it was not.

The attacks run in a real worker while the judge imports what it needs; ``SelfTest.finish`` collects the outcome.
"""

from __future__ import annotations

import contextlib
import ctypes
import itertools
import json
import os
import signal
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.model import GraderError

if TYPE_CHECKING:
    from autograder.forkserver import Worker
    from autograder.isolation.paths import Readable

ATTACKS = (
    "read_hidden_file",
    "write_results_file",
    "open_socket",
    "signal_judge",
    "ptrace_judge",
    "read_judge_environ",
    "survive_as_daemon",
)
MEMORY_MB, CPU_SECONDS = 256, 20
_DAEMON = b"daemon\n"
_SECONDS = 20.0
_SAMPLE = 20
"""Files tried of each hidden folder."""
_MOST = 100
_PTRACE_SEIZE = 0x4206


class SelfTest:
    """One run. ``spawn(folder, memory_mb, cpu_seconds, attack)`` gives a worker that runs ``attack`` below."""

    def __init__(self, spawn: Callable[[Path, int, float, dict[str, Any]], Worker], readable: Readable) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="autograder-selftest-", ignore_cleanup_errors=True)
        canary = Path(self._folder.name, "canary")
        canary.write_text("not for students")
        canary.chmod(0o600)
        empty = Path(self._folder.name, "empty")
        empty.mkdir()
        targets = [Path(self._folder.name), *readable.hidden]
        files = [canary, *(file for path in readable.hidden for file in _sample(path, readable))]
        attack = {
            "judge": os.getpid(),
            "folders": [str(p) for p in targets if p.is_dir()][:_MOST],
            "files": [str(p) for p in files][:_MOST],
        }
        try:
            self._worker = spawn(empty, MEMORY_MB, CPU_SECONDS, attack)
        except BaseException:
            self._folder.cleanup()
            raise

    def finish(self) -> tuple[dict[str, str], list[str]]:
        """({attack: "refused" | "succeeded"}, advice on those that succeeded). Raises GraderError if it cannot tell."""
        connection = self._worker.connection.dup()
        try:
            self._worker.wait_until_ready()
            successes = _read(connection)
            self._worker.stop()
            successes["survive_as_daemon"] = ["a process"] if _is_held(connection) else []
        finally:
            connection.close()
            self.abandon()
        return {name: "succeeded" if successes[name] else "refused" for name in ATTACKS}, list(_advice(successes))

    def abandon(self) -> None:
        """End it; also after ``finish``."""
        try:
            self._worker.stop()
        finally:
            self._folder.cleanup()


def _read(connection: socket.socket) -> dict[str, list[str]]:
    """What the worker reports; it ends with the hello of the daemon."""
    connection.settimeout(_SECONDS)
    data = b""
    try:
        while not data.endswith(_DAEMON):
            if not (chunk := connection.recv(65536)):
                break
            data += chunk
        return json.loads(data.removesuffix(_DAEMON))
    except (TimeoutError, ValueError) as error:
        raise GraderError(
            f"the sandbox's self-test gave no result ({type(error).__name__}: {error}); `autograder doctor` says more"
        ) from error


def _is_held(connection: socket.socket) -> bool:
    """Whether a process still has the worker's end of ``connection``."""
    connection.settimeout(1.0)
    try:
        return connection.recv(1) != b""
    except TimeoutError:
        return True
    except ConnectionResetError:
        return False


def _sample(path: Path, readable: Readable) -> Iterator[Path]:
    """A few files of a hidden path, without those in a folder that lies inside it and is meant to be read."""

    def walk() -> Iterator[Path]:
        for folder, folders, files in os.walk(path):
            folders[:] = [name for name in folders if readable.hides(Path(folder, name))]
            yield from (Path(folder, name) for name in files)

    return itertools.islice(walk(), _SAMPLE) if path.is_dir() else iter([path] if path.exists() else [])


_ADVICE = {
    "read_hidden_file": "student code could read {what}: take the rights of others away (chmod -R o-rwx on the hidden "
    "folders), or grade at isolation level 3",
    "write_results_file": "student code could write to {what}: take the rights of others away (chmod o-w), or grade at "
    "isolation level 3",
    "open_socket": "student code could open a network socket ({what}): cut the container's network",
    "signal_judge": "student code could signal the judge ({what}): do not grade others' code here",
    "ptrace_judge": "student code could attach to the judge ({what}): do not grade others' code here",
    "read_judge_environ": "student code could read the judge's environment ({what}): keep secrets out of it",
    "survive_as_daemon": "{what} outlived its worker: do not grade others' code here",
}


def _advice(successes: dict[str, list[str]]) -> Iterator[str]:
    for name in ATTACKS:
        if found := successes[name]:
            more = f" and {len(found) - 1} more" if len(found) > 1 else ""
            yield _ADVICE[name].format(what=found[0] + more)


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
