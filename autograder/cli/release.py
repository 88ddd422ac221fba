"""``autograder release``: renders the students' version, or says where the rendered one is out of date."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from autograder.course.tree import find_root, slugs_of
from autograder.release import package, render


def run(slugs: Iterable[str], *, check: bool, as_zip: bool, root: Path | None) -> int:
    """Write (or check) release/<slug>/; 1 when a release is out of date."""
    root = find_root(root)
    is_stale = False
    for slug in slugs_of(slugs, root):
        if check:
            differences = render.find_stale_files(slug, root)
            is_stale = is_stale or bool(differences)
            for difference in differences:
                click.secho(f"stale: {difference}", fg="red")
            if not differences:
                click.echo(f"release/{slug} is up to date")
        else:
            click.echo(f"wrote {render.write_release(slug, root).relative_to(root)}")
        if as_zip:
            click.echo(f"wrote {package.make_zip(slug, root).relative_to(root)}")
    if is_stale:
        click.echo("Run `autograder release` and commit what it writes.")
    return int(is_stale)
