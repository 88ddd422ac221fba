"""``autograder check``: is this what the sheet asks to hand in?"""

from __future__ import annotations

from pathlib import Path

import click

from autograder.course.assignment_file import load
from autograder.course.tree import find_root
from autograder.student_side.check_upload import check


def run(path: Path) -> int:
    """Print a line for each thing looked at; 1 when one of them is not as asked."""
    assignment = load(_toml_near(path))
    findings = check(path, assignment)
    for fine, message in findings:
        click.echo(click.style("ok  " if fine else "NO  ", fg="green" if fine else "red") + message)
    return int(not all(fine for fine, _ in findings))


def _toml_near(path: Path) -> Path:
    """The hand-out's toml: beside the file, above it, or in the working directory."""
    start = path if path.is_dir() else path.parent
    try:
        return find_root(start)
    except Exception:
        return find_root()
