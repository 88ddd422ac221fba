"""``autograder release``: render the students' version, or say where it is stale."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from autograder import release
from autograder.assignment import find_root
from autograder.model import AuthorError


def slugs_of(slugs: Iterable[str], root: Path) -> list[str]:
    """The named assignments, or all of the course."""
    known = sorted(path.parent.name for path in root.glob("assignments/*/assignment.toml"))
    chosen = list(slugs) or known
    unknown = [slug for slug in chosen if slug not in known]
    if unknown or not chosen:
        raise AuthorError(
            f"no assignment {', '.join(unknown) or 'at all'} in {root}/assignments; there is {', '.join(known)}"
        )
    return chosen


def run(slugs: Iterable[str], *, check: bool, as_zip: bool, root: Path | None) -> int:
    """Write (or check) release/<slug>/; 1 when a release is stale."""
    root = find_root(root)
    stale = False
    for slug in slugs_of(slugs, root):
        if check:
            differences = release.stale(slug, root)
            stale = stale or bool(differences)
            for difference in differences:
                click.secho(f"stale: {difference}", fg="red")
            if not differences:
                click.echo(f"release/{slug} is what `autograder release {slug}` writes")
        else:
            click.echo(f"wrote {release.write(slug, root).relative_to(root)}")
        if as_zip:
            click.echo(f"wrote {release.make_zip(slug, root).relative_to(root)}")
    if stale:
        click.echo("run `autograder release` and commit what it writes")
    return int(stale)
