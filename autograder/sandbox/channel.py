"""Messages between the judge and the fork server: one JSON object a line on a stream socket. Both ends are ours."""

from __future__ import annotations

import json
import socket
from typing import Any


class ControlChannel:
    """One end. Raises TimeoutError when the other end is silent for ``seconds``."""

    def __init__(self, end: socket.socket, seconds: float) -> None:
        self.socket = end
        self._rest = b""
        end.settimeout(seconds)

    def fileno(self) -> int:
        return self.socket.fileno()

    def send(self, **message: Any) -> None:
        self.socket.sendall(json.dumps(message).encode() + b"\n")

    def receive(self) -> dict[str, Any] | None:
        """The next message, or None when the other end is closed."""
        while b"\n" not in self._rest:
            try:
                data = self.socket.recv(65536)
            except ConnectionResetError:
                data = b""
            if not data:
                return None
            self._rest += data
        line, self._rest = self._rest.split(b"\n", 1)
        return json.loads(line)

    def close(self) -> None:
        self.socket.close()
