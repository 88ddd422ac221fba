"""What a grading test knows of the submission: the type of the fixture ``student``, and the error of its calls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from autograder.records import Failure


class StudentFailure(Exception):
    """The submission gave no value; ``failure`` says why. A test that does not catch it fails with that message."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class Student(Protocol):
    """``student.f(x)`` calls the student's function ``f`` in a worker and returns plain data."""

    def __getattr__(self, name: str) -> Callable[..., Any]: ...

    def probe(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """Run a function of ``tests/<slug>/probes`` beside the student's code."""
        ...

    def file(self, name: str, /) -> bool:
        """True if a file of this name was handed in."""
        ...
