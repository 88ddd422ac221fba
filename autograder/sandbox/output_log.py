"""What a worker prints: read all the time, so that it never waits, and kept only in part."""

from __future__ import annotations

import os

LIMIT = 64 * 1024
_HALF = LIMIT // 2
_CHUNK = 64 * 1024


class Log:
    """The first and the last 32 KiB of what comes out of a pipe."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self.descriptor = descriptor
        self._first = b""
        self._last = b""
        self._total = 0

    def fileno(self) -> int:
        return self.descriptor

    def read(self) -> bool:
        """Take at most one chunk; False at the end of the pipe, or when there is nothing at the moment."""
        try:
            data = os.read(self.descriptor, _CHUNK)
        except BlockingIOError:
            return False
        self._total += len(data)
        room = _HALF - len(self._first)
        self._first += data[:room]
        self._last = (self._last + data[room:])[-_HALF:]
        return bool(data)

    def text(self) -> str:
        """What was kept, with a line about what was left out. Not more than LIMIT characters beside that line."""
        left_out = self._total - len(self._first) - len(self._last)
        gap = f"\n… {left_out} bytes left out …\n".encode() if left_out else b""
        return (self._first + gap + self._last).decode(errors="replace")

    def close(self) -> None:
        os.close(self.descriptor)
