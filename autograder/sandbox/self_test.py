"""Attacks the sandbox from inside, before it is trusted: each attack is refused, or the report says that it was not.

The attacks run in a real worker while the judge imports what it needs; ``SelfTest.finish`` collects the outcome.
"""

from __future__ import annotations

import itertools
import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError

if TYPE_CHECKING:
    from autograder.sandbox.visible_paths import Readable
    from autograder.sandbox.worker_handle import Worker
from autograder.sandbox.self_test_attacks import _DAEMON
from autograder.sandbox.time_limits import SELF_TEST_CPU_SECONDS, SELF_TEST_SECONDS

ATTACKS = (
    "read_hidden_file",
    "write_results_file",
    "open_socket",
    "signal_judge",
    "ptrace_judge",
    "read_judge_environ",
    "survive_as_daemon",
)
MEMORY_MB = 256
_SAMPLE = 20
"""Files tried of each hidden folder."""
_MOST = 100


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
            self._worker = spawn(empty, MEMORY_MB, SELF_TEST_CPU_SECONDS, attack)
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
    connection.settimeout(SELF_TEST_SECONDS)
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
