"""A report as Gradescope's ``results.json``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from autograder.records import Assignment, Report, Task, Verdict


def results(report: Report, assignment: Assignment) -> dict[str, Any]:
    """The documented fields; only points that tests decide, those by hand belong to questions of their own.

    A task that is ungraded or was not reached has no score, and without any graded task the submission has none.
    """
    graded = any(verdict.status != "ungraded" for verdict in report.verdicts)
    reached = {verdict.task for verdict in report.verdicts}
    left = [] if report.complete else [task for task in assignment.tested if task.id not in reached]
    return {
        **({"score": round(report.score, 2)} if graded else {}),
        "execution_time": max(0, round(report.seconds)),
        "output": _overview(report),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_test(verdict, assignment) for verdict in report.verdicts] + [_not_reached(task) for task in left],
        "leaderboard": [asdict(standing) for standing in report.leaderboard],
        "extra_data": {
            "isolation": dict(report.isolation),
            "versions": dict(report.versions),
            "data": dict(report.data),
            "sha256": report.sha256,
            "memory_mb": report.memory_mb,
            "complete": report.complete,
        },
    }


def _test(verdict: Verdict, assignment: Assignment) -> dict[str, Any]:
    graded = {"score": round(verdict.score, 2), "status": "passed" if verdict.status == "passed" else "failed"}
    return {
        **_named(assignment.task(verdict.task)),
        **(graded if verdict.status != "ungraded" else {}),
        "output": _output(verdict),
        "output_format": "text",
        "visibility": "visible",
        "tags": [verdict.status, *sorted({check.diagnosis for check in verdict.checks if check.diagnosis})],
    }


def _not_reached(task: Task) -> dict[str, Any]:
    return {**_named(task), "output": "Not graded yet.", "output_format": "text", "tags": ["ungraded"]}


def _named(task: Task) -> dict[str, Any]:
    return {"number": task.number, "name": f"{task.title} ({task.id})", "max_score": task.points}


def _output(verdict: Verdict) -> str:
    if not verdict.checks:
        return verdict.message
    lines = [verdict.message, ""] if verdict.status == "ungraded" else []
    for check in verdict.checks:
        if check.outcome != "error":
            mark = {"passed": "✓", "partial": "~"}.get(check.outcome, "✗")
            lines.append(f"{mark} {check.description}")
            if check.message:
                lines.append(f"   → {check.message}")
    return "\n".join(lines)


def _overview(report: Report) -> str:
    lines = [finding.message for finding in report.findings] + list(report.problems)
    if report.manual_points:
        lines.append(f"{report.manual_points:g} more points are given by hand.")
    if any(verdict.status == "ungraded" for verdict in report.verdicts):
        lines.append("Some tasks could not be graded because of a fault in the grader; this is not your mistake.")
    if not report.complete:
        lines.append("The grading ended early; what was earned until then is kept.")
    used = ", ".join(f"{name} ({kind})" for name, kind in report.data.items())
    if used:
        lines.append(f"Data used: {used}.")
    return "\n".join(lines)
