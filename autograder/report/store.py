"""Reports as JSON files: a file is written whole or not at all, and reads back as the same Report."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import msgspec

from autograder.records import Report
from autograder.report.replace_file import replace_file


def write(report: Report, path: Path, key: str) -> None:
    """Replace ``path`` in one step, so that nobody ever reads half a report, even if this process is killed."""
    data = {"key": key, "score": report.score, "max_score": report.max_score, **asdict(report)}
    replace_file(path, (json.dumps(data, indent=1, ensure_ascii=False) + "\n").encode())


def read(path: Path) -> tuple[Report, str] | None:
    """The report and the key it was written under; None when there is none or it is not readable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))  # the judge's own writing; it may hold a NaN
        return msgspec.convert(data, Report), msgspec.convert(data, _Stored).key
    except (FileNotFoundError, ValueError):  # msgspec's errors and those of decoding are ValueErrors
        return None


class _Stored(msgspec.Struct):
    """What the file holds besides the fields of a Report. (Its totals are for people; they follow from the report.)"""

    key: str
