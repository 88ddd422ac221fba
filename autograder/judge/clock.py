"""What the student's code costs: processor time and sleep, but not the time in which a busy machine lets it starve.

While the judge waits for a reply, it looks at the worker from outside every ``LOOK_SECONDS``. An interval in which the
worker was about to compute costs the processor time that it got, and never more than passed: two threads cost no more
than one. An interval at whose end it slept, or waited for input, costs all of its time. Such looks are samples, so
what an answer that does both has to pay is right on the average. Calls that are shorter than a look are charged
together, by the processor time alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from autograder.boundary.connection import Use
from autograder.errors import GraderError
from autograder.judge.budgets import LOOK_SECONDS, wall_limit

_IDLE_PART = 0.05
"""Where the system does not say whether a worker sleeps: it does if it used less than this part of an interval."""
_MOST_NOTICES = 200
"""Of imports, for one request; a worker that sends more pays from its task."""


@dataclass
class Budget:
    """How much some calls may cost, in seconds of the reference machine."""

    seconds: float
    spent: float = 0.0
    asleep: float = 0.0
    """The part of ``spent`` in which nothing was computed."""
    wall: float = 0.0
    """Time that passed on the clock, here."""
    limit: str = "that this task allows"
    """What the seconds are, for sentences."""
    last: str = ""
    """What was charged last: a function's name, for sentences."""

    @property
    def is_used_up(self) -> bool:
        return self.spent >= self.seconds

    @property
    def mostly_asleep(self) -> bool:
        return self.asleep > self.spent / 2

    @property
    def is_overdue(self) -> bool:
        return self.wall > wall_limit(self.seconds)

    def refuse_overdue(self) -> None:
        """Raise GraderError if so much time has passed that it makes no sense to wait on."""
        if self.is_overdue:
            raise GraderError(
                f"after {self.wall:.0f} s on the clock, {self.last} had used {self.spent:.1f} s of its "
                f"{self.seconds:g} s: the machine is too busy, or the code hides what it uses. Grade this submission "
                "again when the machine has less to do"
            )


class UsedUp(TimeoutError):
    """The calls cost more than their budget."""


class Clock:
    """Charges what one worker uses to budgets, to one at a time. It is the ``Wait`` of the worker's connection.

    ``slowness`` is by how much this machine is slower than the reference; ``imports`` pays for imports while it lasts.
    """

    def __init__(
        self,
        use: Callable[[], Use | None],
        imports: Budget,
        slowness: float = 1.0,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        self._use = use
        self._imports = imports
        self._slowness = slowness
        self._now = now
        self._budget = self._paying = Budget(0.0)
        self._used = 0.0
        """Processor time of the worker at the last look."""
        self._open = 0.0
        """Duration of requests that have ended and are not charged yet."""
        self._since: float | None = None
        """Since when a request runs that is not charged yet; None between requests."""
        self._notices = 0

    @contextmanager
    def charge(self, budget: Budget, subject: str) -> Iterator[None]:
        """Charge the requests made inside to ``budget``."""
        if budget is not self._budget:
            self._settle()
        budget.last = subject
        self._budget = self._paying = budget
        self._notices = 0
        self._since = self._now()
        try:
            yield
        except BaseException:  # a worker that may be gone is not looked at
            self._settle(look=False)
            self._since = None
            raise
        self._open += self._now() - self._since
        self._since = None
        if self._open >= LOOK_SECONDS:
            self._settle()

    def seconds_to_next_look(self) -> float:
        """As ``Wait``."""
        return LOOK_SECONDS if self._since is None else LOOK_SECONDS - (self._now() - self._since)

    def look(self) -> None:
        """As ``Wait``. Raises UsedUp, and GraderError when the backstop is reached."""
        self._settle(waits=True)
        if not self._can_pay(self._paying):
            self._paying = self._budget  # imports have used up theirs
        if self._budget.is_used_up:
            raise UsedUp
        self._budget.refuse_overdue()

    def importing(self, begins: bool) -> None:
        """As ``Wait``."""
        self._notices += 1
        may_use_imports = begins and self._notices <= _MOST_NOTICES and self._can_pay(self._imports)
        paying = self._imports if may_use_imports else self._budget
        if paying is not self._paying:
            self._settle()
            self._paying = paying

    @staticmethod
    def _can_pay(budget: Budget) -> bool:
        return not budget.is_used_up and not budget.is_overdue

    def _settle(self, *, waits: bool = False, look: bool = True) -> None:
        """Charge the time that is not charged yet; ``waits`` where the worker should compute at this moment."""
        now = self._now()
        wall = self._open if self._since is None else self._open + now - self._since
        self._open = 0.0
        if self._since is not None:
            self._since = now
        if wall <= 0:
            return
        use = self._use() if look else None
        computed = wall if use is None else min(wall, max(0.0, use.seconds - self._used))
        is_asleep = use is not None and waits and not _is_running(use, computed, wall)
        if use is not None:
            self._used = use.seconds
        self._paying.wall += wall
        self._paying.spent += (wall if is_asleep else computed) / self._slowness
        self._paying.asleep += (wall - computed) / self._slowness if is_asleep else 0.0


def _is_running(use: Use, computed: float, wall: float) -> bool:
    return computed >= _IDLE_PART * wall if use.running is None else use.running
