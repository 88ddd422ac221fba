"""Reports as JSON files: written whole or not at all, read back as the same Report."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from autograder.records import Check, Discrepancy, Finding, LeaderboardEntry, Report, Verdict
from autograder.report.replace_file import replace_file


def write(report: Report, path: Path, key: str) -> None:
    """Replace ``path`` in one step, so that a reader (or a kill) never sees half a report."""
    data = {"key": key, "score": report.score, "max_score": report.max_score, **asdict(report)}
    replace_file(path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


def read(path: Path) -> tuple[Report, str] | None:
    """The report and the key it was written under; None when there is none or it is not readable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        return from_mapping(data), str(data["key"])
    except (FileNotFoundError, ValueError, KeyError, TypeError, AttributeError):
        return None


def from_mapping(data: Mapping[str, Any]) -> Report:
    """Inverse of ``dataclasses.asdict``; the derived totals in ``data`` are ignored."""
    fields = {name: value for name, value in data.items() if name not in ("key", "score", "max_score")}
    verdicts = tuple(
        Verdict(**verdict | {"checks": tuple(_check(check) for check in verdict["checks"])})
        for verdict in fields.pop("verdicts")
    )
    findings = tuple(Finding(**finding) for finding in fields.pop("findings"))
    problems = tuple(fields.pop("problems"))
    leaderboard = tuple(LeaderboardEntry(**standing) for standing in fields.pop("leaderboard", ()))
    return Report(**fields, verdicts=verdicts, findings=findings, problems=problems, leaderboard=leaderboard)


def _check(data: Mapping[str, Any]) -> Check:
    discrepancies = (one | {"quantity": tuple(one["quantity"])} for one in data["discrepancies"])
    return Check(**{**data, "discrepancies": tuple(Discrepancy(**one) for one in discrepancies)})
