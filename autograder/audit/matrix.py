"""The result of an audit: one row for each case, and whether the tests are sound."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.audit.cases import Case
from autograder.audit.equivalent_mutants import Equivalent
from autograder.records import Report

MUTANTS_CAUGHT = 0.95
"""Fraction of the mutants that the tests must catch; each of the others must be explained."""


@dataclass(frozen=True)
class Row:
    """One case and its reports, one for each repetition."""

    case: Case
    reports: tuple[Report, ...]
    faults: tuple[str, ...]
    """How the reports differ from what was expected, in words; empty when they do not."""

    @property
    def caught_by(self) -> tuple[str, ...]:
        """The tests that failed in the first repetition."""
        checks = [
            check
            for verdict in self.reports[0].verdicts
            for check in verdict.checks
            if check.outcome in ("failed", "partial")
        ]
        return tuple(check.name for check in checks)


@dataclass(frozen=True)
class Matrix:
    """All rows of an audit, and what they say together about the tests."""

    rows: tuple[Row, ...]
    idle: tuple[str, ...] = field(default=())
    """Tests that caught no chaff, as ``task: test``."""
    unstable: tuple[str, ...] = field(default=())
    """Cases whose points changed between repetitions, with the points."""
    equivalent: Equivalent = field(default_factory=Equivalent)
    """Which changes are no mistakes, as the author says (``tests/<slug>/equivalent.toml``)."""

    @property
    def mutants(self) -> tuple[int, int]:
        """How many mutants were caught, and how many there are."""
        mutants = [row for row in self.rows if row.case.kind == "mutant"]
        return sum(not row.faults for row in mutants), len(mutants)

    @property
    def unexplained(self) -> tuple[Row, ...]:
        """Surviving mutants for which ``equivalent.toml`` gives no reason."""
        survivors = (row for row in self.rows if row.case.kind == "mutant" and row.faults)
        return tuple(row for row in survivors if row.case.mutant not in self.equivalent.reasons)

    @property
    def sound(self) -> bool:
        """True if every case is as expected, enough mutants are caught, and every surviving one is explained."""
        caught, total = self.mutants
        enough = caught >= MUTANTS_CAUGHT * total and not self.unexplained
        faults = any(row.faults for row in self.rows if row.case.kind != "mutant")
        return enough and not self.idle and not self.unstable and not faults
