"""What the hidden tests of one submission look at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment


@dataclass(frozen=True)
class GradingContext:
    """The submission under test and what its tests may ask for. Made once for each submission, never changed."""

    assignment: Assignment
    student: Student
    seeds: Seeds
    data: Callable[[str], str]
    """Data set → ``real`` or ``stand-in``."""
    student_side: bool = False
    """A student reads the terminal: no tracebacks, stubs are skipped."""
