"""Workers for code that nobody trusts: forked in milliseconds from a process that has imported the frameworks.

    server = ForkServer.start(serve, hidden=[tests, solutions])   # after import torch, before any hidden test
    worker = server.spawn(folder, memory_mb=2048, cpu_seconds=60)
    worker.connection.sendall(b"…")                               # serve(connection) answers inside the sandbox
    ending = worker.stop()                                        # nothing that it started is left

The caller may fork after ``start``: every child may use the same server at the same time. What the caller imports or
reads after ``start`` is unknown to the server and to its workers; what it holds before is shared with them, so secrets
and hidden files come later.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.sandbox.channel import ControlChannel

if TYPE_CHECKING:
    from autograder.sandbox.self_test import SelfTest
    from autograder.sandbox.visible_paths import Readable
from autograder.sandbox.time_limits import SERVER_ANSWER_SECONDS, SERVER_END_SECONDS
from autograder.sandbox.worker_handle import Worker

Serve = Callable[[socket.socket], None]


def threads_of_a_worker(jobs: int) -> int:
    """Its part of the cores when ``jobs`` submissions are graded at once."""
    return max(1, (os.cpu_count() or 1) // max(1, jobs))


class ForkServer:
    """Handle of the server; copies of it in forked children work too."""

    def __init__(self, control: socket.socket, pid: int, facts: dict[str, Any]) -> None:
        self._control = control
        self._pid = pid
        self._owner = os.getpid()
        self._facts = facts
        self._selftest: SelfTest | None = None
        self._isolation: Mapping[str, Any] | None = None

    @classmethod
    def start(
        cls,
        serve: Serve,
        *,
        level: int | None = None,
        readable: Sequence[Path] = (),
        hidden: Sequence[Path] = (),
        jobs: int = 1,
        shared_modules: Sequence[str] = ("probes",),
        warm: Callable[[], None] = lambda: None,
    ) -> ForkServer:
        """Fork the server now, from this process, after the frameworks were imported (imported, not used).

        ``level``: see ``isolation.levels``; None is the highest that works here. ``readable``: further folders that
        workers may read (data sets). ``hidden``: what they must not read (tests, solutions, submissions, results);
        the self-test attacks these. ``jobs`` workers share the processor's cores. ``shared_modules`` come from hidden
        folders and are meant to be in the workers' memory. ``warm`` runs in the server before it forks its first
        worker (imports, nothing else: a framework that has computed hangs the workers). Raises GraderError when the
        level cannot be had, another hidden module is loaded already, or a readable folder holds a hidden one.
        """
        from autograder.sandbox import landlock, launch, levels, self_test_attacks, server
        from autograder.sandbox import self_test as selftest
        from autograder.sandbox import visible_paths as paths

        reach = levels.reach()
        if level is not None and level > reach.level:
            raise GraderError(f"isolation level {level} is not possible here: {reach.why_not_higher}")
        allowed = paths.readable(readable, hidden)
        wanted, why = (reach.level, reach.why_not_higher) if level is None else (level, "")
        if wanted >= 1:
            _refuse_loaded(allowed, shared_modules)
        threads = threads_of_a_worker(jobs)

        def plan(level: int, rules: bool) -> server.Plan:
            return server.Plan(serve, self_test_attacks.attack, warm, level, allowed, rules, threads)

        while True:
            abi = landlock.abi() if wanted >= 2 else 0
            try:
                control, pid = launch.launch(plan(wanted, abi > 0))
                break
            except launch.LaunchError as error:
                if level is not None or wanted == 0:
                    raise GraderError(f"no fork server at isolation level {wanted}: {error}") from error
                wanted, why = levels.below(wanted), f"level {wanted} failed: {error}"
        forked = cls(control, pid, _facts(wanted, why, abi, allowed))
        if wanted >= 1:
            forked._selftest = selftest.SelfTest(forked._spawn, allowed)
        return forked

    def spawn(self, folder: Path, *, memory_mb: int, cpu_seconds: float) -> Worker:
        """A worker whose current folder holds copies of the files of ``folder``.

        ``memory_mb`` is MiB of address space, ``cpu_seconds`` processor time, both for each of its processes.
        """
        return self._spawn(folder, memory_mb, cpu_seconds, None)

    @property
    def isolation(self) -> Mapping[str, Any]:
        """What keeps the student code in, with the outcome of the self-test; waits for it when asked first.

        Ask in the process that called ``start``, before it forks.
        """
        if self._isolation is None:
            if os.getpid() != self._owner:
                raise GraderError("ask for ForkServer.isolation in the process that started it, before it forks judges")
            outcome, advice = self._selftest.finish() if self._selftest else ({}, [])
            self._isolation = {
                **self._facts,
                "selftest": outcome,
                "warnings": [*self._facts["warnings"], *advice],
            }
        return self._isolation

    def close(self) -> None:
        """End the server and all its workers. In a forked child of the caller it does nothing."""
        if os.getpid() != self._owner or self._control.fileno() == -1:
            return
        if self._isolation is None and self._selftest is not None:
            with contextlib.suppress(GraderError):
                self._selftest.abandon()
        with contextlib.suppress(OSError):
            self._control.send(json.dumps({"op": "close"}).encode())
        self._control.close()
        _await_end(self._pid)

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _spawn(self, folder: Path, memory_mb: int, cpu_seconds: float, attack: dict[str, Any] | None) -> Worker:
        connection, theirs = socket.socketpair()
        ours, channel = socket.socketpair()
        source = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # the server itself may see no path of it
        request = {"op": "spawn", "memory_mb": memory_mb, "cpu_seconds": cpu_seconds, "attack": attack}
        try:
            handed = [theirs.fileno(), channel.fileno(), source]
            socket.send_fds(self._control, [json.dumps(request).encode()], handed)
        except OSError as error:
            connection.close()
            ours.close()
            raise GraderError(
                f"the fork server takes no requests: {error}; it was closed or has been killed"
            ) from error
        finally:
            theirs.close()
            channel.close()
            os.close(source)
        worker = Worker(connection, ControlChannel(ours, SERVER_ANSWER_SECONDS))
        if attack is None:
            worker.wait_until_ready()
        return worker


def _facts(level: int, why: str, abi: int, readable: Readable) -> dict[str, Any]:
    """``ForkServer.isolation`` but for the self-test."""
    from autograder.sandbox import namespaces
    from autograder.sandbox import visible_paths as paths

    warnings = []
    if level == 0:
        warnings.append(
            "no boundary (level 0): student code can read, write and signal whatever the user who grades can"
        )
    elif level < 3:
        warnings += [
            f"workers run as another user, who cannot enter {folder}: student code can import nothing from there that "
            "was not imported before. Use a Python that all users can read, chmod o+rx that folder, or grade at level 3"
            for folder in paths.unreachable_python()
        ]
        warnings += [f"only its file modes hide {path}, which lies in a readable folder" for path in readable.exposed]
    return {
        "level": level,
        "why_not_higher": why,
        "uid": level >= 1,
        "no_new_privs": level >= 1,
        "seccomp": level >= 1,
        "landlock_abi": abi,
        "namespaces": list(namespaces.NAMES) if level >= 3 else [],
        "warnings": warnings,
    }


def _refuse_loaded(readable: Readable, shared: Sequence[str]) -> None:
    """Raises GraderError when a module of a hidden folder is in the memory that workers inherit."""
    starts = tuple(f"{path}{os.sep}" for path in readable.hidden)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__dict__", {}).get("__file__")
        if not isinstance(file, str) or not file.startswith(starts) or name.split(".")[0] in shared:
            continue
        if readable.hides(Path(file)):
            raise GraderError(
                f"the module {name} of a hidden folder is loaded already, and student code could read it in its own "
                "memory; start the fork server before importing it"
            )


def _await_end(pid: int) -> None:
    """Reap the server; kill it when it takes too long."""
    deadline = time.monotonic() + SERVER_END_SECONDS
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(pid, os.WNOHANG)[0] == 0:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return
            time.sleep(0.002)
