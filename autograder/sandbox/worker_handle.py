"""A worker as the judge sees it: its connection, its log, and how it ended."""

from __future__ import annotations

import contextlib
import socket
from dataclasses import dataclass
from typing import Any

from autograder.errors import GraderError
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.processor_use import ProcessorUse
from autograder.sandbox.time_limits import SERVER_ANSWER_SECONDS


@dataclass(frozen=True)
class Ending:
    """How a worker ended.

    The submission may have caused every field, except ``signal`` of a worker that the judge stopped (SIGKILL).
    """

    exit_code: int | None
    signal: int | None
    peak_rss_mb: float
    """Peak resident memory in MiB, the pages shared with the fork server included."""
    cpu_seconds: float
    out_of_memory: bool


class Worker:
    """One sandboxed process and the processes that it started."""

    def __init__(self, connection: socket.socket, control: socket.socket) -> None:
        self.connection = connection
        """The judge's end; it reads end of file once no process of the worker holds the other end."""
        self._channel = ControlChannel(control, SERVER_ANSWER_SECONDS)
        self._ending: Ending | None = None
        self._log = ""
        self._broken = ""
        """Why nothing can be asked any more."""

    def wait_until_ready(self) -> None:
        """Wait until the worker is isolated. Raises GraderError when a step of the isolation failed."""
        self._receive("ready")

    def log(self) -> str:
        """Return what the worker has printed so far: the first and the last 32 KiB."""
        if self._ending is None:
            self._log = self._ask("log")["text"]
        return self._log

    def processor_use(self) -> ProcessorUse:
        """Return what the worker and everything that it started have used so far."""
        if self._ending is not None:
            return ProcessorUse(self._ending.cpu_seconds, running=False)
        return ProcessorUse(*self._ask("use")["use"])

    def stop(self) -> Ending:
        """Kill everything the worker started, wait until nothing is left and remove its files. May be repeated."""
        if self._ending is None:
            message = self._ask("stop")
            self._log = message["text"]
            self._ending = Ending(**{name: message[name] for name in Ending.__dataclass_fields__})
            self._channel.close()
            self.connection.close()
        return self._ending

    def _ask(self, op: str) -> dict[str, Any]:
        if self._broken:
            raise GraderError(self._broken)
        with contextlib.suppress(BrokenPipeError):  # a server that is gone shows when we read the answer
            self._channel.send(op=op)
        return self._receive(op)

    def _receive(self, op: str) -> dict[str, Any]:
        """Return the next message of type ``op``. Raises GraderError when there cannot be one."""
        while (message := self._channel.receive()) is not None:
            if message["op"] == op:
                return message
            if message["op"] == "failed":
                reason = f"the sandbox could not be closed: {message['error']}; run `autograder doctor` for details"
                raise self._give_up(reason)
            if message["op"] == "ended" and op == "ready":
                raise self._give_up("a worker died before it was ready; look at the system's log (out of memory?)")
        raise self._give_up(
            "the fork server is gone: it was closed or killed, or the process that started it has ended"
        )

    def _give_up(self, reason: str) -> GraderError:
        """Close both sockets: the server, or the worker, is not there any more."""
        self._broken = reason
        self._channel.close()
        self.connection.close()
        return GraderError(reason)
