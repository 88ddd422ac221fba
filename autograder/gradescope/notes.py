"""Writes what the instructor reads on Gradescope: the standard output of a grading, which students never see."""

from __future__ import annotations

from collections.abc import Iterator

from autograder.records import Report, Verdict


def write_notes(report: Report) -> str:
    """Describe how a report was made: isolation, versions, errors of the grader, details of lost points, the log."""
    isolation = report.isolation
    attacks = ", ".join(f"{name} {outcome}" for name, outcome in isolation.get("selftest", {}).items())
    lines = [
        f"{report.score:g} of {report.max_score:g} points in {report.seconds:.1f} s; {report.memory_mb:.0f} MB at most",
        f"sha256 {report.sha256}",
        f"isolation level {isolation.get('level')}; why not higher: {isolation.get('why_not_higher') or '-'}",
        f"self-test: {attacks or 'none'}",
        *isolation.get("warnings", ()),
        "; ".join(f"{name} {version}" for name, version in report.versions.items()),
        "; ".join(f"{name}: {kind}" for name, kind in report.data.items()),
    ]
    for verdict in report.verdicts:
        lines += _describe_losses(verdict)
    if report.log:
        lines += ["", "What the student's code printed:", report.log]
    return "\n".join(lines)


def _describe_losses(verdict: Verdict) -> Iterator[str]:
    if verdict.reason:
        yield f"\n{verdict.task} could NOT BE GRADED:\n{verdict.reason}"
    for check in verdict.checks:
        if check.outcome in ("failed", "partial"):
            yield f"\n{verdict.task}, {check.name}: {check.message}"
            if check.detail:
                yield check.detail
