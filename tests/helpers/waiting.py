"""Waits for the tests of what crosses the boundary: until a moment, or for ever."""

from __future__ import annotations

import time


class Until:
    """A ``boundary.connection.Wait`` for so many seconds on the clock, which charges nothing."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds
        self.notices: list[bool] = []

    def seconds_to_next_look(self) -> float:
        return self._end - time.monotonic()

    def look(self) -> None:
        raise TimeoutError

    def importing(self, begins: bool) -> None:
        self.notices.append(begins)
