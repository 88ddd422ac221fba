"""Messages between the judge and the fork server: one JSON object per line on a stream socket.

Both ends are trusted: no worker holds one while it runs student code.
"""

from __future__ import annotations

import json
import socket
from typing import Any


class ControlChannel:
    """One end of the channel. Reading and writing raise TimeoutError after ``seconds`` without progress."""

    def __init__(self, end: socket.socket, seconds: float) -> None:
        self.socket = end
        self._rest = b""
        end.settimeout(seconds)

    def fileno(self) -> int:
        return self.socket.fileno()

    def send(self, **message: Any) -> None:
        self.socket.sendall(json.dumps(message).encode() + b"\n")

    def receive(self) -> dict[str, Any] | None:
        """Return the next message, or None when the other end is closed."""
        while b"\n" not in self._rest:
            try:
                data = self.socket.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                return None
            self._rest += data
        line, self._rest = self._rest.split(b"\n", 1)
        message: dict[str, Any] = json.loads(line)
        return message

    def close(self) -> None:
        self.socket.close()
