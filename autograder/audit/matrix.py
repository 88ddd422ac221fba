"""TODO: split off audit.py."""

from __future__ import annotations

from dataclasses import dataclass, field

from autograder.audit.cases import Case
from autograder.audit.equivalent_mutants import Equivalent
from autograder.records import Report

MUTANTS_CAUGHT = 0.95
"""Share of the mutants that the tests must catch; the others must be explained."""


@dataclass(frozen=True)
class Row:
    """What became of one case in all repetitions."""

    case: Case
    reports: tuple[Report, ...]
    faults: tuple[str, ...]
    """In words; empty when everything is as it must be."""

    @property
    def caught_by(self) -> tuple[str, ...]:
        checks = [c for v in self.reports[0].verdicts for c in v.checks if c.outcome in ("failed", "partial")]
        return tuple(check.name for check in checks)


@dataclass(frozen=True)
class Matrix:
    """All rows, and the tests that caught nothing."""

    rows: tuple[Row, ...]
    idle: tuple[str, ...] = field(default=())
    unstable: tuple[str, ...] = field(default=())
    """Cases whose verdict changed between repetitions, and from what to what."""
    equivalent: Equivalent = field(default_factory=Equivalent)
    """Which changes are no mistakes, as the author says (``tests/<slug>/equivalent.toml``)."""

    @property
    def mutants(self) -> tuple[int, int]:
        """How many mutants were caught, and how many there are."""
        kinds = [row for row in self.rows if row.case.kind == "mutant"]
        return sum(not row.faults for row in kinds), len(kinds)

    @property
    def unexplained(self) -> tuple[Row, ...]:
        """Surviving mutants that nobody has said of why they are no mistake."""
        survivors = (row for row in self.rows if row.case.kind == "mutant" and row.faults)
        return tuple(row for row in survivors if row.case.mutant not in self.equivalent.reasons)

    @property
    def sound(self) -> bool:
        """Everything is as it must be, and of the mutants enough are caught and the others explained."""
        caught, all_mutants = self.mutants
        enough = caught >= MUTANTS_CAUGHT * all_mutants and not self.unexplained
        faults = any(row.faults for row in self.rows if row.case.kind != "mutant")
        return enough and not self.idle and not self.unstable and not faults
