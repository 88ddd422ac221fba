"""How a class is graded."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from autograder.judge.job import Job
from autograder.records import Report


@dataclass(frozen=True)
class Options:
    """How to grade."""

    root: Path
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    """Submissions that are graded at the same time."""
    level: int | None = None
    """Isolation level; None for the highest that works."""
    allow_weak_isolation: bool = False
    seconds: float | None = None
    """Time on the clock for one submission; what it has earned by then stays, the rest is ungraded. None for
    ``budgets.wall_limit_of_judge``."""


Progress = Callable[[Job, Report], None]
"""Called in the grading process with every submission that is finished."""
