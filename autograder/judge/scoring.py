"""From the checks of a task to its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from autograder.records import Check, Discrepancy, FailureKind, Status, Task, Verdict

UNGRADED = (
    "This task could not be graded because of an error in the grader. You have not lost any points. "
    "Please tell your instructor."
)


def judge_task(task: Task, checks: Sequence[Check]) -> Verdict:
    """The task's points times the mean of the checks' scores, weighted by their weights.

    A check that ended in an error of the test itself leaves the task ungraded: its points are open, not zero.
    """
    if not checks:
        return Verdict(task.id, "ungraded", 0.0, task.points, reason="no test ran for this task")
    errors = [check for check in checks if check.outcome == "error"]
    if errors:
        reason = "\n\n".join(f"{check.name}: {check.detail}" for check in errors)
        return Verdict(task.id, "ungraded", 0.0, task.points, UNGRADED, tuple(checks), reason)
    weight = sum(check.weight for check in checks)
    part = sum(check.weight * check.score for check in checks) / weight if weight else 0.0
    score = round(task.points * part, 2)
    return Verdict(task.id, _status(score, task.points), score, task.points, _message(checks), tuple(checks))


def refused(task: Task, message: str) -> Verdict:
    """No points, for a reason that no test needs to look at (the cell was not run, nothing to grade)."""
    return Verdict(task.id, "failed", 0.0, task.points, message)


def _status(score: float, points: float) -> Status:
    if score >= points:
        return "passed"
    return "partial" if score > 0 else "failed"


def _message(checks: Sequence[Check]) -> str:
    """What went wrong, each thing once, confirmed mistakes first.

    Discrepancies that differ in numbers alone (inputs of 7 and of 32 samples meet the same mistake) are one thing.
    """
    found = [discrepancy for check in checks if check.outcome != "passed" for discrepancy in check.discrepancies]
    messages: dict[tuple[object, ...], str] = {}
    for discrepancy in sorted(found, key=lambda discrepancy: not discrepancy.diagnosis):
        messages.setdefault(_identity(discrepancy), discrepancy.message)
    return " ".join(dict.fromkeys(messages.values()))


def _identity(discrepancy: Discrepancy) -> tuple[object, ...]:
    """What makes two discrepancies the same for a reader: everything but how much."""
    where = tuple(sorted((name, value) for name, value in discrepancy.values.items() if isinstance(value, str)))
    text = discrepancy.message if discrepancy.problem in _IN_WORDS else ""
    return discrepancy.quantity, discrepancy.code, where, text


_IN_WORDS = frozenset({"stated", *get_args(FailureKind)})
"""Problems that no catalogue has: their sentence is all there is."""
