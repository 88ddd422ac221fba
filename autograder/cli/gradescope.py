"""``autograder gradescope``: builds the zip and says what to do with it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from autograder.course.assignment_file import load
from autograder.course.tree import find_root, slugs_of
from autograder.gradescope import build
from autograder.judge.budgets import gradescope_minutes

ADVICE = """\
  On Gradescope:
  - Create a programming assignment worth {points:g} points{manual}.
  - Upload the zip as its autograder, on Ubuntu 22.04 or newer, and wait until the image is built (some minutes).
  - In the settings choose at least {memory} and a timeout of {minutes} minutes. The grading
    stops shortly before, because a submission that runs into Gradescope's timeout gets no points.
  - Test the autograder with an answer whose points you know.
  The zip contains the hidden tests and the course secret. Do not share it."""
CONTAINER = "2 CPUs with 3 GB of memory"


def run(slugs: Iterable[str], *, root: Path | None, real_data: bool = False) -> int:
    """Build dist/<slug>-gradescope.zip for the assignments."""
    root = find_root(root)
    for slug in slugs_of(slugs, root):
        assignment = load(slug, root)
        path = build.make_zip(slug, root, real_data=real_data)
        click.echo(f"wrote {path.relative_to(root)} ({path.stat().st_size / 2**10:.0f} KiB)")
        by_hand = sum(task.manual_points for task in assignment.tasks if not task.bonus)
        bonus = sum(task.points + task.manual_points for task in assignment.tasks if task.bonus)
        manual = f", with manual grading ({by_hand:g} of them are given by hand)" if by_hand else ""
        manual += f"; {bonus:g} bonus points come on top" if bonus else ""
        if assignment.data:
            kind = "downloads the real" if real_data else "makes the stand-ins for the"
            click.echo(f"  Building the image {kind} data sets {', '.join(assignment.data)}.")
        minutes = gradescope_minutes(assignment)
        click.echo(ADVICE.format(points=assignment.points, manual=manual, memory=CONTAINER, minutes=minutes))
    return 0
