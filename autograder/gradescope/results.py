"""Turns a report into Gradescope's ``results.json``."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from autograder.records import Assignment, Report, Task, Verdict


def make_results(report: Report, assignment: Assignment) -> dict[str, Any]:
    """Return the fields that Gradescope documents, with the points of the tests alone.

    Points that are given by hand belong to questions of their own. A task that is ungraded or was not reached has no
    score; if no task at all was graded, the submission has no score either.
    """
    graded = any(verdict.status != "ungraded" for verdict in report.verdicts)
    reached = {verdict.task for verdict in report.verdicts}
    not_reached = [] if report.complete else [task for task in assignment.tested if task.id not in reached]
    return {
        **({"score": round(report.score, 2)} if graded else {}),
        "execution_time": max(0, round(report.seconds)),
        "output": _write_overview(report),
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [_list_test(verdict, assignment) for verdict in report.verdicts]
        + [_list_ungraded(task) for task in not_reached],
        "leaderboard": [asdict(entry) for entry in report.leaderboard],
        "extra_data": {
            "isolation": dict(report.isolation),
            "versions": dict(report.versions),
            "data": dict(report.data),
            "sha256": report.sha256,
            "memory_mb": report.memory_mb,
            "complete": report.complete,
        },
    }


def _list_test(verdict: Verdict, assignment: Assignment) -> dict[str, Any]:
    graded = {"score": round(verdict.score, 2), "status": "passed" if verdict.status == "passed" else "failed"}
    return {
        **_identify(assignment.task(verdict.task)),
        **(graded if verdict.status != "ungraded" else {}),
        "output": _describe_checks(verdict),
        "output_format": "text",
        "visibility": "visible",
        "tags": [verdict.status, *sorted({check.diagnosis for check in verdict.checks if check.diagnosis})],
    }


def _list_ungraded(task: Task) -> dict[str, Any]:
    return {
        **_identify(task),
        "output": "This task has not been graded yet.",
        "output_format": "text",
        "tags": ["ungraded"],
    }


def _identify(task: Task) -> dict[str, Any]:
    return {"number": task.number, "name": f"{task.title} ({task.id})", "max_score": task.points}


def _describe_checks(verdict: Verdict) -> str:
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


def _write_overview(report: Report) -> str:
    lines = [finding.message for finding in report.findings] + list(report.problems)
    if report.manual_points:
        lines.append(f"Up to {report.manual_points:g} more points are given by hand.")
    if any(verdict.status == "ungraded" for verdict in report.verdicts):
        lines.append(
            "Some tasks could not be graded because of an error in the grader. You have not lost any points. "
            "Please tell your instructor."
        )
    if not report.complete:
        lines.append("The grading ended early. You keep the points that you had until then.")
    used = ", ".join(f"{name} ({kind})" for name, kind in report.data.items())
    if used:
        lines.append(f"Data sets used for grading: {used}.")
    return "\n".join(lines)
