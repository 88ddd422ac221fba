"""Drives a fork server in tests: named functions run in a worker, their plain results come back as JSON."""

from __future__ import annotations

import json
import os
import select
import socket
from collections.abc import Callable
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from autograder.sandbox import levels
from autograder.sandbox.fork_server import ForkServer
from autograder.sandbox.worker_handle import Worker

Deed = Callable[..., Any]

MEMORY_MB = 400


def needs_level(level: int) -> None:
    """Skip the test where this machine cannot isolate that far."""
    highest = levels.find_highest_level()
    if highest.level < level:
        pytest.skip(f"isolation level {level} is not possible here: {highest.why_not_higher}")


def serve(deeds: dict[str, Deed]) -> Callable[[socket.socket], None]:
    """Answers lines ``[name, arguments]`` with ``["value", result]`` or ``["refused", name of the OSError]``."""

    def answer(connection: socket.socket) -> None:
        with connection.makefile("rw") as stream:
            for line in stream:
                name, arguments = json.loads(line)
                try:
                    reply = ["value", deeds[name](*arguments)]
                except (OSError, MemoryError) as error:
                    reply = ["refused", type(error).__name__]
                stream.write(json.dumps(reply) + "\n")
                stream.flush()

    return answer


def ask(worker: Worker, deed: Deed, *arguments: Any) -> Any:
    """Result of ``deed(*arguments)`` in the worker, or the text ``refused: <error>``; None when the worker died."""
    worker.connection.settimeout(60)
    worker.connection.sendall(json.dumps([deed.__name__, arguments]).encode() + b"\n")
    data = b""
    while not data.endswith(b"\n"):
        try:
            chunk = worker.connection.recv(65536)
        except ConnectionResetError:
            return None
        if not chunk:
            return None
        data += chunk
    kind, value = json.loads(data)
    return value if kind == "value" else f"refused: {value}"


@contextmanager
def working(server: ForkServer, folder: Path, cpu_seconds: float = 20, memory_mb: int = MEMORY_MB):
    """A worker that is stopped in the end."""
    worker = server.spawn(folder, memory_mb=memory_mb, cpu_seconds=cpu_seconds)
    try:
        yield worker
    finally:
        worker.stop()


def processes_of(uid: int) -> list[int]:
    """Process ids of a user."""
    found = []
    for entry in os.scandir("/proc"):
        try:
            if entry.name.isdigit() and entry.stat().st_uid == uid:
                found.append(int(entry.name))
        except FileNotFoundError:
            continue
    return found


class Watch:
    """Waits for processes to end by descriptor, so without polling."""

    def __init__(self, pids: list[int]) -> None:
        self.descriptors = [os.pidfd_open(pid) for pid in pids]

    def all_end(self, seconds: float = 30.0) -> bool:
        ended = [bool(select.select([descriptor], [], [], seconds)[0]) for descriptor in self.descriptors]
        for descriptor in self.descriptors:
            os.close(descriptor)
        return all(ended)
