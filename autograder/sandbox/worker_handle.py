"""TODO: split off forkserver.py."""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from autograder.errors import GraderError
from autograder.sandbox.channel import ControlChannel

if TYPE_CHECKING:
    pass


@dataclass(frozen=True)
class Ending:
    """How a worker ended. Everything but ``signal`` of a stopped worker (SIGKILL) may be the submission's doing."""

    exit_code: int | None
    signal: int | None
    peak_rss_mb: float
    """MiB of resident memory at most, the pages shared with the fork server included."""
    cpu_seconds: float
    out_of_memory: bool


class Worker:
    """One sandboxed process and what it started, seen from the judge."""

    def __init__(self, connection: socket.socket, channel: ControlChannel) -> None:
        self.connection = connection
        """The judge's end; at its end of file no process of the worker holds the other one."""
        self._channel = channel
        self._ending: Ending | None = None
        self._log = ""

    def wait_until_ready(self) -> None:
        """Raises GraderError when a step of the isolation failed."""
        self._answer("ready")

    def log(self) -> str:
        """What it printed until now: the first and the last 32 KiB."""
        if self._ending is None:
            self._log = self._ask("log")["text"]
        return self._log

    def stop(self) -> Ending:
        """Kill everything it started and wait until nothing is left; removes its files. May be called again."""
        if self._ending is None:
            message = self._ask("stop")
            self._log = message["text"]
            self._ending = Ending(**{name: message[name] for name in Ending.__dataclass_fields__})
            self._channel.close()
            self.connection.close()
        return self._ending

    def _ask(self, op: str) -> dict[str, Any]:
        with contextlib.suppress(BrokenPipeError):  # a server that is gone shows in the answer
            self._channel.send(op=op)
        return self._answer(op)

    def _answer(self, op: str) -> dict[str, Any]:
        while (message := self._channel.receive()) is not None:
            if message["op"] == op:
                return message
            if message["op"] == "failed":
                raise GraderError(f"the sandbox could not be closed: {message['error']}; `autograder doctor` says more")
            if message["op"] == "ended" and op == "ready":
                raise GraderError("a worker died before it was ready; see the system's log (out of memory?)")
        raise GraderError("the fork server is gone; it was closed, killed, or started in a process that has ended")
