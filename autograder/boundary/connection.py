"""TODO: split off student.py."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from autograder.boundary import wire


class WorkerConnection(Protocol):
    """One worker. ``request`` raises TimeoutError, wire.Closed or wire.ProtocolError."""

    def request(self, message: dict, deadline: float) -> dict: ...
    def stop(self) -> str:
        """Kill the worker and everything it started; returns how it had ended when that is known."""
        ...

    def log(self) -> str: ...


class SocketConnection:
    """Requests over a socket; each carries a nonce that the answer must repeat."""

    def __init__(self, connection: Any, stop: Callable[[], str], log: Callable[[], str]) -> None:
        self._connection = connection
        self.stop = stop
        self.log = log
        self._nonce = 0

    def request(self, message: dict, deadline: float) -> dict:
        self._nonce += 1
        wire.send(self._connection, message | {"nonce": self._nonce}, deadline)
        reply = wire.receive(self._connection, deadline)
        if not isinstance(reply, dict) or reply.get("nonce") != self._nonce:
            raise wire.ProtocolError("an answer to no question")
        return reply
