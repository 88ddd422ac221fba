"""``autograder check``: tells a student whether an upload follows the rules of the sheet."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.course.assignment_file import load
from autograder.course.tree import find_root_near
from autograder.student_side.check_upload import check


def run(path: Path) -> int:
    """Print one line for each thing that was checked; 1 when one of them has to be fixed.

    The hand-out's ``assignment.toml`` is beside the file, above it, or in the working directory.
    """
    lines = check(path, load(find_root_near(path)))
    for is_right, message in lines:
        click.echo(click.style("ok  " if is_right else "NO  ", fg="green" if is_right else "red") + message)
    return int(not all(is_right for is_right, _ in lines))
