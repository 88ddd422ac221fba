"""``autograder release``: render the students' version, or say where it is stale."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from autograder.course.tree import find_root, slugs_of
from autograder.release import package
from autograder.release import render as release


def run(slugs: Iterable[str], *, check: bool, as_zip: bool, root: Path | None) -> int:
    """Write (or check) release/<slug>/; 1 when a release is stale."""
    root = find_root(root)
    stale = False
    for slug in slugs_of(slugs, root):
        if check:
            differences = release.find_stale_files(slug, root)
            stale = stale or bool(differences)
            for difference in differences:
                click.secho(f"stale: {difference}", fg="red")
            if not differences:
                click.echo(f"release/{slug} is what `autograder release {slug}` writes")
        else:
            click.echo(f"wrote {release.write_release(slug, root).relative_to(root)}")
        if as_zip:
            click.echo(f"wrote {package.make_zip(slug, root).relative_to(root)}")
    if stale:
        click.echo("run `autograder release` and commit what it writes")
    return int(stale)
