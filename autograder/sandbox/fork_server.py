"""Workers for untrusted code: forked in milliseconds from a process that has imported the frameworks.

    server = ForkServer.start(serve, hidden=[tests, solutions])   # after import torch, before any hidden test
    worker = server.spawn(folder, memory_mb=2048, cpu_seconds=60)
    worker.connection.sendall(b"…")                               # serve(connection) answers inside the sandbox
    ending = worker.stop()                                        # kills everything that the worker started

The caller may fork after ``start``: all children may use the same server at the same time. The server and its workers
share what the caller holds in memory before ``start``, and know nothing of what it imports or reads later. So read
secrets and hidden files after ``start``.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.errors import GraderError
from autograder.sandbox import landlock, launch, levels, server, visible_paths
from autograder.sandbox.hidden_modules import refuse_hidden_modules
from autograder.sandbox.isolation_report import describe_isolation
from autograder.sandbox.limits import threads_per_worker
from autograder.sandbox.self_test import SelfTest
from autograder.sandbox.self_test_attacks import attack_from_inside
from autograder.sandbox.time_limits import SERVER_END_SECONDS
from autograder.sandbox.worker_handle import Worker

Serve = Callable[[socket.socket], None]


class ForkServer:
    """Handle of a running server; copies of it in forked children work too."""

    def __init__(self, control: socket.socket, pid: int, facts: dict[str, Any]) -> None:
        self._control = control
        self._pid = pid
        self._owner = os.getpid()
        self._facts = facts
        self._self_test: SelfTest | None = None
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
        """Fork the server from this process, which has imported the frameworks but not used them.

        ``level`` is one of ``autograder.sandbox.levels``; None means the highest that works here. Workers may read the
        folders ``readable`` (data sets) and must not read ``hidden`` (tests, solutions, submissions, results), which
        the self-test attacks. ``jobs`` workers share the processor's cores. ``shared_modules`` come from hidden
        folders, but workers may have them in memory. ``warm`` runs in the server before the first worker; it may only
        import, because a framework that has computed something makes forked workers hang.

        Raises GraderError when this machine does not allow the level, when another module of a hidden folder is loaded
        already, or when a readable folder contains a hidden one.
        """
        highest = levels.find_highest_level()
        if level is not None and level > highest.level:
            raise GraderError(f"isolation level {level} is not possible here: {highest.why_not_higher}")
        visible = visible_paths.choose_visible_paths(readable, hidden)
        first_level, why_not_higher = (highest.level, highest.why_not_higher) if level is None else (level, "")
        if first_level >= 1:
            refuse_hidden_modules(visible, shared_modules)
        plan = server.Plan(
            serve, attack_from_inside, warm, first_level, visible, landlock=False, threads=threads_per_worker(jobs)
        )
        launched = _launch(plan, why_not_higher, may_fall_back=level is None)
        handle = cls(launched.control, launched.pid, launched.facts)
        if launched.level >= 1:
            handle._self_test = SelfTest(handle._spawn, visible)
        return handle

    def spawn(self, folder: Path, *, memory_mb: int, cpu_seconds: float) -> Worker:
        """Start a worker; its current folder holds copies of the files of ``folder``.

        ``memory_mb`` is MiB of address space, ``cpu_seconds`` processor time; both hold for each of its processes.
        """
        return self._spawn(folder, memory_mb, cpu_seconds, None)

    @property
    def isolation(self) -> Mapping[str, Any]:
        """What keeps the student code in, with the outcome of the self-test; the first access waits for it.

        Raises GraderError in any process but the one that called ``start``, which asks before it forks.
        """
        if self._isolation is None:
            if os.getpid() != self._owner:
                raise GraderError("ask for ForkServer.isolation in the process that started it, before it forks judges")
            outcome, advice = self._self_test.finish() if self._self_test else ({}, [])
            self._isolation = {
                **self._facts,
                "selftest": outcome,
                "warnings": [*self._facts["warnings"], *advice],
            }
        return self._isolation

    def close(self) -> None:
        """End the server and all its workers. Does nothing in a forked child of the caller."""
        if os.getpid() != self._owner or self._control.fileno() == -1:
            return
        if self._isolation is None and self._self_test is not None:
            with contextlib.suppress(GraderError):
                self._self_test.abandon()
        with contextlib.suppress(OSError):
            self._control.send(json.dumps({"op": "close"}).encode())
        self._control.close()
        _wait_for_exit(self._pid)

    def __enter__(self) -> ForkServer:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _spawn(self, folder: Path, memory_mb: int, cpu_seconds: float, attack: dict[str, Any] | None) -> Worker:
        """Send the server the worker's ends of two sockets and the open folder; ``attack`` is for the self-test."""
        connection, worker_connection = socket.socketpair()
        control, server_control = socket.socketpair()
        source = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)  # the server itself may not see this path
        request = {"op": "spawn", "memory_mb": memory_mb, "cpu_seconds": cpu_seconds, "attack": attack}
        try:
            descriptors = [worker_connection.fileno(), server_control.fileno(), source]
            socket.send_fds(self._control, [json.dumps(request).encode()], descriptors)
        except OSError as error:
            connection.close()
            control.close()
            raise GraderError(
                f"the fork server takes no requests: {error}; it was closed or has been killed"
            ) from error
        finally:
            worker_connection.close()
            server_control.close()
            os.close(source)
        worker = Worker(connection, control)
        if attack is None:
            worker.wait_until_ready()
        return worker


@dataclasses.dataclass(frozen=True)
class _Launched:
    """A server that is ready: the socket for requests, its process, its level and the facts about its isolation."""

    control: socket.socket
    pid: int
    level: int
    facts: dict[str, Any]


def _launch(plan: server.Plan, why_not_higher: str, *, may_fall_back: bool) -> _Launched:
    """Launch the server at the level of the plan or, if that fails and it may, at the highest level that works."""
    while True:
        abi = landlock.abi() if plan.level >= 2 else 0
        plan = dataclasses.replace(plan, landlock=abi > 0)
        try:
            control, pid = launch.launch(plan)
        except launch.LaunchError as error:
            if not may_fall_back or plan.level == 0:
                raise GraderError(f"no fork server at isolation level {plan.level}: {error}") from error
            why_not_higher = f"level {plan.level} failed: {error}"
            plan = dataclasses.replace(plan, level=levels.next_lower(plan.level))
        else:
            facts = describe_isolation(plan.level, why_not_higher, abi, plan.visible)
            return _Launched(control, pid, plan.level, facts)


def _wait_for_exit(pid: int) -> None:
    """Reap the server; kill it if it does not end in time."""
    deadline = time.monotonic() + SERVER_END_SECONDS
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(pid, os.WNOHANG)[0] == 0:
            if time.monotonic() > deadline:
                os.kill(pid, signal.SIGKILL)
                os.waitpid(pid, 0)
                return
            time.sleep(0.002)
