"""TODO: split off plugin.py."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment, Check, LeaderboardEntry

if TYPE_CHECKING:
    pass


@dataclass
class GradingContext:
    """What the running tests look at, and what came of them."""

    assignment: Assignment
    student: Student
    seeds: Seeds
    data: Callable[[str], str]
    """Data set → ``real`` or ``stand-in``."""
    student_side: bool = False
    """A student reads the terminal: no tracebacks, stubs are skipped."""
    checks: dict[str, list[Check]] = field(default_factory=dict)
    """Task id → its checks so far."""
    task: str = ""
    leaderboard: dict[str, LeaderboardEntry] = field(default_factory=dict)


CONTEXT = pytest.StashKey[GradingContext]()
