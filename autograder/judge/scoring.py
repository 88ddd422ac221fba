"""From the checks of a task to its verdict."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.records import Check, Status, Task, Verdict

_SIZE = re.compile(
    r"""(?<![\w.]) \d[\d.]*(?:e[+-]?\d+)?
        (?=\ %|\ (?:times|of|axis|axes|entries|epochs|images|iterations)\b|,\ which\ is\ wrong)
    | \([\d,\ ]*\)""",
    re.VERBOSE,
)
"""A number that says how much (3 of 7 entries, 40 % of) and a shape; others name a place (layer 2, line 5)."""


def judge_task(task: Task, checks: Sequence[Check]) -> Verdict:
    """The task's points times the mean of the checks' scores, weighted by their shares.

    A check that ended in an error of the test itself leaves the task ungraded: its points are open, not zero.
    """
    if not checks:
        return Verdict(task.id, "ungraded", 0.0, task.points, reason="no test ran for this task")
    errors = [check for check in checks if check.outcome == "error"]
    if errors:
        reason = "\n\n".join(f"{check.name}: {check.detail}" for check in errors)
        message = "This task could not be graded because of a fault in the grader; your instructor has been told."
        return Verdict(task.id, "ungraded", 0.0, task.points, message, tuple(checks), reason)
    weight = sum(check.weight for check in checks)
    part = sum(check.weight * check.score for check in checks) / weight if weight else 0.0
    score = round(task.points * part, 2)
    return Verdict(task.id, _status(score, task.points), score, task.points, _sentence(checks), tuple(checks))


def refused(task: Task, message: str) -> Verdict:
    """No points, for a reason that no test needs to look at (the cell was not run, nothing to grade)."""
    return Verdict(task.id, "failed", 0.0, task.points, message)


def _status(score: float, points: float) -> Status:
    if score >= points:
        return "passed"
    return "partial" if score > 0 else "failed"


def _sentence(checks: Sequence[Check]) -> str:
    """What went wrong, each thing once, the most telling first: a named mistake before a mere mismatch.

    Sentences that differ in sizes alone are one thing, met by tests with inputs of several sizes.
    """
    failed = sorted((c for c in checks if c.outcome != "passed"), key=lambda c: not c.diagnosis)
    told: dict[str, str] = {}
    for check in failed:
        if check.message:
            told.setdefault(_SIZE.sub("#", check.message), _ended(check.message))
    return " ".join(told.values())


def _ended(message: str) -> str:
    message = message.strip()
    return message if message.endswith((".", "!", "?", ")")) else message + "."
