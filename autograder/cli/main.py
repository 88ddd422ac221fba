"""The commands. Each verb reads its options, calls one function and renders what it returns."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from autograder import __version__
from autograder.errors import AutograderError
from autograder.grading.leave import UNGRADED, leave

root_option = click.option(
    "--root", type=click.Path(path_type=Path, file_okay=False, exists=True), help="Course root; found from here else."
)


def clear_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Foreseen errors, and libraries of an extra that is not installed, become one message and exit code 2."""

    @functools.wraps(command)
    def wrapped(*args: Any, **kwargs: Any) -> Any:
        try:
            return command(*args, **kwargs)
        except AutograderError as error:
            kind = type(error).__name__.removesuffix("Error").lower()
            click.secho(f"{kind} error: {error}", fg="red", err=True)
            sys.exit(2)
        except ModuleNotFoundError as error:
            if (error.name or "tests").split(".")[0] in ("autograder", "solutions", "tests"):
                raise
            what = f"this command needs {error.name}, which is not installed"
            click.secho(f"{what}: pip install 'deep-learning-autograder[instructor]'", fg="red", err=True)
            sys.exit(2)

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__)
def main() -> None:
    """Renders, checks, grades and reports deep-learning assignments."""


@main.command()
@click.argument("slug")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), help="Folder of the reports. [results/<slug>]")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Submissions graded at once. [number of cores]")
@click.option("--level", type=click.IntRange(0, 3), help="Isolation level at most. [the highest that works]")
@click.option("--allow-weak-isolation", is_flag=True, help="Run code without a boundary; only for code you trust.")
@click.option("--task", "tasks", multiple=True, help="Grade this task only; may be given several times.")
@click.option("--fresh", is_flag=True, help="Grade again what has a report already.")
@click.option("--csv", "table", type=click.File("w", encoding="utf-8"), help="Also write points per task.")
@click.option("--details", is_flag=True, help="A table for every submission, not one line.")
@root_option
@clear_errors
def grade(slug: str, paths: tuple[Path, ...], **options: Any) -> None:
    """Grade notebooks, zips, or folders of submissions (also Moodle and Gradescope exports)."""
    from autograder.cli.grade import run

    leave(UNGRADED if run(slug, paths, **options) else 0)


@main.command()
@click.argument("slug")
@click.option("--title", help="Title of the assignment. [made of the slug]")
@root_option
@clear_errors
def new(slug: str, title: str | None, root: Path | None) -> None:
    """Lay out the shelves of a new assignment, with a task that already works."""
    from autograder.cli.new import run

    run(slug, title=title, root=root)


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; fail when the release is stale.")
@click.option("--zip", "as_zip", is_flag=True, help="Also make dist/<slug>-student.zip, with the package's wheel.")
@root_option
@clear_errors
def release(slugs: tuple[str, ...], check: bool, as_zip: bool, root: Path | None) -> None:
    """Render the students' version of assignments into release/ (all when none is named)."""
    from autograder.cli.release import run

    sys.exit(run(slugs, check=check, as_zip=as_zip, root=root))


@main.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), default=".")
@clear_errors
def check(path: Path) -> None:
    """Tell whether a folder or a file is in the form that the sheet asks to hand in."""
    from autograder.cli.check import run

    sys.exit(run(path))


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--repeat", type=click.IntRange(1), default=1, help="Grade everything N times with other inputs.")
@click.option("--mutants", is_flag=True, help="Also make mutations of the model answer and list the survivors.")
@click.option("--task", "tasks", multiple=True, help="This task only; may be given several times.")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Submissions graded at once. [number of cores]")
@click.option(
    "--quick",
    is_flag=True,
    help="Train nothing: leave out tasks that read trained files, and take one wrong answer for each test.",
)
@click.option("--write", is_flag=True, help="Also write the matrix to docs/audit-<slug>.md.")
@root_option
@clear_errors
def audit(slugs: tuple[str, ...], **options: Any) -> None:
    """Test the tests: model answer and wheats must pass, blank and chaffs must be caught."""
    from autograder.cli.audit import run

    leave(run(slugs, **options))


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--real-data", is_flag=True, help="The image downloads the real data sets. [stand-ins are made]")
@root_option
@clear_errors
def gradescope(slugs: tuple[str, ...], real_data: bool, root: Path | None) -> None:
    """Build dist/<slug>-gradescope.zip: setup.sh, run_autograder, wheel, hidden tests, data step."""
    from autograder.cli.gradescope import run

    sys.exit(run(slugs, root=root, real_data=real_data))


@main.command()
@clear_errors
def doctor() -> None:
    """Say what this machine can do: frameworks, isolation level and why not higher, data."""
    from autograder.cli.doctor import run

    sys.exit(run())
