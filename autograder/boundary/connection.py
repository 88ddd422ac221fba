"""How the judge reaches a worker: the protocol that every kind of worker follows, and the one over a socket."""

from __future__ import annotations

import socket
from collections.abc import Callable
from typing import Protocol

from autograder.boundary import wire
from autograder.boundary.messages import Reply, Request, pack_message, split_nonce, unpack_reply


class WorkerConnection(Protocol):
    """One worker."""

    def request(self, message: Request, deadline: float) -> Reply:
        """Send a request and wait for its reply until ``deadline``, a moment of ``time.monotonic``.

        Raises TimeoutError, ``wire.Closed``, ``wire.ProtocolError`` for anything that is not a reply, and
        ``wire.Unsendable`` for a request that cannot be sent.
        """
        ...

    def stop(self) -> str:
        """Kill the worker and everything it started; returns how it had ended when that is known."""
        ...

    def log(self) -> str:
        """What the student's code printed."""
        ...


class SocketConnection:
    """Requests over a socket. Each carries a nonce that its reply must repeat."""

    def __init__(self, connection: socket.socket, stop: Callable[[], str], log: Callable[[], str]) -> None:
        self._connection = connection
        self.stop = stop
        self.log = log
        self._nonce = 0

    def request(self, message: Request, deadline: float) -> Reply:
        """As ``WorkerConnection.request``."""
        self._nonce += 1
        wire.send(self._connection, pack_message(message, self._nonce), deadline)
        reply, nonce = split_nonce(wire.receive(self._connection, deadline))
        if nonce != self._nonce:
            raise wire.ProtocolError("a reply to another request")
        return unpack_reply(reply)
