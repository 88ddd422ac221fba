"""``autograder new``: the shelves of an assignment, and what to do next."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.course.tree import find_root
from autograder.errors import AuthorError
from autograder.release.scaffold import create_assignment


def run(slug: str, *, title: str | None, root: Path | None) -> None:
    """Lay the shelves out in the course found from here, or make a course of the current directory."""
    try:
        root = root or find_root()
    except AuthorError:
        root = Path.cwd()
    for path in create_assignment(slug, title or slug.replace("_", " ").capitalize(), root):
        click.echo(f"wrote {path.relative_to(root)}")
    click.echo(
        f"\nIts task `softmax` works. Try it, then replace it by yours:\n"
        f"  autograder release {slug}      # the students' version, release/{slug}/\n"
        f"  autograder audit {slug}        # right answers pass, wrong ones are caught\n"
        f"  autograder gradescope {slug}   # dist/{slug}-gradescope.zip"
    )
