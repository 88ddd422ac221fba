"""``autograder new``: writes the files of a new assignment and says what to do next."""

from __future__ import annotations

from pathlib import Path

import click

from autograder.course.tree import find_root
from autograder.errors import AuthorError
from autograder.release.scaffold import create_assignment


def run(slug: str, *, title: str | None, root: Path | None) -> None:
    """Write the files into the course around the working directory; without one, that directory becomes a course."""
    try:
        root = root or find_root()
    except AuthorError:
        root = Path.cwd()
    for path in create_assignment(slug, title or slug.replace("_", " ").capitalize(), root):
        click.echo(f"wrote {path.relative_to(root)}")
    click.echo(
        f"\nIts task `softmax` works. Try it, then replace it by your own:\n"
        f"  autograder release {slug}      # write the students' version to release/{slug}/\n"
        f"  autograder audit {slug}        # check that right answers pass and wrong ones are caught\n"
        f"  autograder gradescope {slug}   # write dist/{slug}-gradescope.zip"
    )
