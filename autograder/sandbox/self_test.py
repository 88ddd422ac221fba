"""The judge's side of the self-test: attacks the sandbox from inside before the judge trusts it.

The attacks run in a real worker while the judge imports what it needs. ``SelfTest.finish`` collects which of them were
refused; the report names the others, with advice.
"""

from __future__ import annotations

import itertools
import json
import os
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from autograder.errors import GraderError
from autograder.sandbox.self_test_attacks import DAEMON_GREETING
from autograder.sandbox.time_limits import SELF_TEST_CPU_SECONDS, SELF_TEST_SECONDS
from autograder.sandbox.visible_paths import VisiblePaths
from autograder.sandbox.worker_handle import Worker

MEMORY_MB = 256
_FILES_PER_PATH = 20
"""Files attacked of each hidden folder."""
_TARGETS = 100
"""Files, and folders, attacked in all."""

_ADVICE = {
    "read_hidden_file": "student code could read {target}: remove the rights of other users (chmod -R o-rwx on the "
    "hidden folders), or grade at isolation level 3",
    "write_results_file": "student code could write to {target}: remove the rights of other users (chmod o-w), or "
    "grade at isolation level 3",
    "open_socket": "student code could open a network socket ({target}): cut the container's network",
    "signal_judge": "student code could signal the judge ({target}): do not grade others' code here",
    "ptrace_judge": "student code could attach to the judge ({target}): do not grade others' code here",
    "read_judge_environ": "student code could read the judge's environment ({target}): keep secrets out of it",
    "survive_as_daemon": "{target} outlived its worker: do not grade others' code here",
}
"""Attack → what to do if it succeeds."""
ATTACKS = tuple(_ADVICE)


class SelfTest:
    """One run of the self-test, which starts at once.

    ``spawn(folder, memory_mb, cpu_seconds, targets)`` returns a worker that runs ``attack_from_inside`` on the targets.
    """

    def __init__(self, spawn: Callable[[Path, int, float, dict[str, Any]], Worker], visible: VisiblePaths) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="autograder-selftest-", ignore_cleanup_errors=True)
        canary = Path(self._folder.name, "canary")
        canary.write_text("not for students")
        canary.chmod(0o600)
        empty = Path(self._folder.name, "empty")
        empty.mkdir()
        folders = [path for path in (Path(self._folder.name), *visible.hidden) if path.is_dir()]
        files = [canary, *(file for path in visible.hidden for file in _sample_files(path, visible))]
        targets = {
            "judge": os.getpid(),
            "folders": [str(path) for path in folders[:_TARGETS]],
            "files": [str(path) for path in files[:_TARGETS]],
        }
        try:
            self._worker = spawn(empty, MEMORY_MB, SELF_TEST_CPU_SECONDS, targets)
        except BaseException:
            self._folder.cleanup()
            raise

    def finish(self) -> tuple[dict[str, str], list[str]]:
        """Return {attack: "refused" | "succeeded"}, and advice on those that succeeded.

        Raises GraderError when the worker gives no result.
        """
        connection = self._worker.connection.dup()
        try:
            self._worker.wait_until_ready()
            reached = _read_report(connection)
            self._worker.stop()
            reached["survive_as_daemon"] = ["a process"] if _is_held(connection) else []
        finally:
            connection.close()
            self.abandon()
        outcome = {attack: "succeeded" if reached[attack] else "refused" for attack in ATTACKS}
        return outcome, [_advise(attack, reached[attack]) for attack in ATTACKS if reached[attack]]

    def abandon(self) -> None:
        """End the run; allowed after ``finish`` too."""
        try:
            self._worker.stop()
        finally:
            self._folder.cleanup()


def _sample_files(path: Path, visible: VisiblePaths) -> Iterator[Path]:
    """Yield a few files of a hidden path, but none of a folder inside it that workers may read."""

    def walk() -> Iterator[Path]:
        for folder, subfolders, files in os.walk(path):
            subfolders[:] = [name for name in subfolders if visible.hides(Path(folder, name))]
            yield from (Path(folder, name) for name in files)

    return itertools.islice(walk(), _FILES_PER_PATH) if path.is_dir() else iter([path] if path.exists() else [])


def _read_report(connection: socket.socket) -> dict[str, list[str]]:
    """Read {attack: targets reached}, which ends with the greeting of the daemon."""
    connection.settimeout(SELF_TEST_SECONDS)
    data = b""
    try:
        while not data.endswith(DAEMON_GREETING):
            if not (chunk := connection.recv(65536)):
                break
            data += chunk
        report: dict[str, list[str]] = json.loads(data.removesuffix(DAEMON_GREETING))
    except (TimeoutError, ValueError) as error:
        raise GraderError(
            f"the sandbox's self-test gave no result ({type(error).__name__}: {error}); "
            "run `autograder doctor` for details"
        ) from error
    return report


def _is_held(connection: socket.socket) -> bool:
    """Return True if some process still has the worker's end of ``connection`` open."""
    connection.settimeout(1.0)
    try:
        return connection.recv(1) != b""
    except TimeoutError:
        return True
    except ConnectionResetError:
        return False


def _advise(attack: str, targets: list[str]) -> str:
    more = f" and {len(targets) - 1} more" if len(targets) > 1 else ""
    return _ADVICE[attack].format(target=targets[0] + more)
