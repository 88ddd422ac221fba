"""How the judge reaches a worker: the protocol that every kind of worker follows, and the one over a socket."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from autograder.boundary import wire
from autograder.boundary.messages import (
    ImportNotice,
    Reply,
    Request,
    pack_message,
    split_nonce,
    unpack_reply_or_notice,
)

_FROM_OUTSIDE = frozenset(
    number
    for name in ("SIGHUP", "SIGINT", "SIGKILL", "SIGTERM")
    if (number := getattr(signal, name, None)) is not None  # Windows has two of them
)


class Use(NamedTuple):
    """What a worker and everything that it started have used so far, as seen from outside."""

    seconds: float
    """Processor time."""
    running: bool | None
    """True if it computes, or would if it got a processor; None where the system does not say."""


@dataclass(frozen=True)
class WorkerEnd:
    """How a worker had ended when it was stopped; all fields are empty for one that was still there."""

    exit_status: int | None = None
    signal: int | None = None
    out_of_memory: bool = False

    @property
    def is_from_outside(self) -> bool:
        """True for a signal that faults of code do not raise: another process sent it, or the code on purpose."""
        return self.signal in _FROM_OUTSIDE

    @property
    def used_up_processor_time(self) -> bool:
        return self.signal is not None and self.signal == getattr(signal, "SIGXCPU", None)

    def __str__(self) -> str:
        """An addition to a sentence; "" for a worker that ended in good order."""
        if self.out_of_memory:
            return " (out of memory)"
        if self.signal:
            return f" (signal {self.signal})"
        return "" if self.exit_status in (None, 0) else f" (exit status {self.exit_status})"


class Wait(wire.Patience, Protocol):
    """How long the judge waits for a reply, and what it charges that to."""

    def importing(self, begins: bool) -> None:
        """The worker says that an import begins or ends; it may lie."""
        ...


class WorkerConnection(Protocol):
    """One worker."""

    def request(self, message: Request, wait: Wait) -> Reply:
        """Send a request and wait for its reply, as long as ``wait`` allows.

        Raises what ``wait`` raises, ``wire.Closed``, ``wire.ProtocolError`` for anything that is not a reply, and
        ``wire.Unsendable`` for a request that cannot be sent.
        """
        ...

    def use(self) -> Use | None:
        """What the worker has used; None where it cannot be told from what else runs in its process."""
        ...

    def stop(self) -> WorkerEnd:
        """Kill the worker and everything it started; returns how it had ended when that is known."""
        ...

    def log(self) -> str:
        """What the student's code printed."""
        ...


class SocketConnection:
    """Requests over a socket. Each carries a nonce that its reply, and every notice before it, must repeat."""

    def __init__(
        self,
        connection: socket.socket,
        stop: Callable[[], WorkerEnd],
        log: Callable[[], str],
        use: Callable[[], Use | None] = lambda: None,
    ) -> None:
        self._connection = connection
        self.stop = stop
        self.log = log
        self.use = use
        self._nonce = 0

    def request(self, message: Request, wait: Wait) -> Reply:
        """As ``WorkerConnection.request``."""
        self._nonce += 1
        wire.send(self._connection, pack_message(message, self._nonce), wait)
        while True:
            plain, nonce = split_nonce(wire.receive(self._connection, wait))
            if nonce != self._nonce:
                raise wire.ProtocolError("a reply to another request")
            reply = unpack_reply_or_notice(plain)
            if not isinstance(reply, ImportNotice):
                return reply
            wait.importing(reply.begins)
