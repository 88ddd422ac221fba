"""One submission to grade, and where its report goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from autograder.boundary.connection import WorkerConnection
from autograder.records import Report, Submission
from autograder.report import store


@dataclass(frozen=True)
class Job:
    """One submission to grade."""

    id: str
    upload: Path
    out: Path
    """The report is written to this file, as JSON."""
    key: str = ""
    """Changes when the submission, the tests or the environment change (``grading.cache_key``)."""
    tasks: frozenset[str] | None = None
    """Grade these tasks only; None for all."""
    secret: bytes | None = None
    """Takes the place of the course secret (``audit --repeat`` draws other inputs)."""
    suite: str = "hidden"
    """Which tests: ``hidden``, or ``public`` (``audit`` runs right answers through both)."""
    upload_name: str | None = ""
    """Name under which it was uploaded; "" for the name of ``upload``, None when the name is not known."""
    same_inputs: bool = False
    """Inputs depend on the secret alone, not on the submission (``audit --repeat``)."""
    wrap: Callable[[WorkerConnection, Submission], WorkerConnection] | None = None
    """Put around every connection to a worker (``audit --repeat`` remembers replies)."""
    on_report: Callable[[Report], None] | None = None
    """Also called with every report that is written (after each task), in the process that judges."""

    def write(self, report: Report) -> None:
        """Replace the report in ``out``."""
        store.write(report, self.out, self.key)
        if self.on_report is not None:
            self.on_report(report)
