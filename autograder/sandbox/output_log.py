"""Reads what a worker prints, without pause so that the worker never waits, and keeps only a part of it."""

from __future__ import annotations

import os

LIMIT = 64 * 1024
"""Bytes that a log keeps at most."""
_HALF = LIMIT // 2
_CHUNK = 64 * 1024


class OutputLog:
    """Keeps the first and the last 32 KiB of what comes out of a pipe."""

    def __init__(self, descriptor: int) -> None:
        os.set_blocking(descriptor, False)
        self.descriptor = descriptor
        self._first = b""
        self._last = b""
        self._total = 0

    def fileno(self) -> int:
        return self.descriptor

    def read(self) -> bool:
        """Read at most one chunk. Returns False at the end of the pipe, or when it is empty at the moment."""
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
        """Return what was kept, at most LIMIT characters, with a line that says how many bytes are missing."""
        missing = self._total - len(self._first) - len(self._last)
        gap = f"\n… {missing} bytes left out …\n".encode() if missing else b""
        return (self._first + gap + self._last).decode(errors="replace")

    def close(self) -> None:
        os.close(self.descriptor)
