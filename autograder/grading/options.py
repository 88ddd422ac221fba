"""TODO: split off grading.py."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.records import Report

if TYPE_CHECKING:
    pass
from autograder.judge.job import Job


@dataclass(frozen=True)
class Options:
    """How to grade."""

    root: Path
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    level: int | None = None
    """Isolation level; None for the highest that works."""
    allow_weak_isolation: bool = False
    seconds: float = 1800.0
    """Wall time of one submission; what it has earned by then stays, the rest is ungraded."""


Progress = Callable[[Job, Report], None]
