"""The commands and their options; the module of a verb is imported when the verb is called."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from autograder.errors import AutograderError
from autograder.grading.leave import UNGRADED, leave

root_option = click.option(
    "--root",
    type=click.Path(path_type=Path, file_okay=False, exists=True),
    help="Course root. [searched from here upwards]",
)


def clear_errors(command: Callable[..., Any]) -> Callable[..., Any]:
    """Turn our own errors, and a library of an extra that is not installed, into one message and exit code 2."""

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
@click.version_option(package_name="deep-learning-autograder")
def main() -> None:
    """Renders, checks, grades and reports deep-learning assignments."""


@main.command()
@click.argument("slug")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
@click.option("--out", type=click.Path(path_type=Path), help="Folder for the reports. [results/<slug>]")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Submissions graded at the same time. [number of cores]")
@click.option("--level", type=click.IntRange(0, 3), help="Highest isolation level to use. [the highest that works]")
@click.option(
    "--allow-weak-isolation", is_flag=True, help="Accept to run code without a sandbox. Only for code that you trust."
)
@click.option("--task", "tasks", multiple=True, help="Grade only this task. Can be given several times.")
@click.option("--fresh", is_flag=True, help="Also grade again what already has a report.")
@click.option(
    "--csv",
    "table",
    type=click.File("w", encoding="utf-8"),
    help="Also write the points: one row per submission, one column per task.",
)
@click.option("--details", is_flag=True, help="Show a table for each submission instead of one line.")
@root_option
@clear_errors
def grade(slug: str, paths: tuple[Path, ...], **options: Any) -> None:
    """Grade notebooks, zips, or folders of submissions (also exports of Moodle and Gradescope)."""
    from autograder.cli.grade import run

    leave(UNGRADED if run(slug, paths, **options) else 0)


@main.command()
@click.argument("slug")
@click.option("--title", help="Title of the assignment. [made from the slug]")
@root_option
@clear_errors
def new(slug: str, title: str | None, root: Path | None) -> None:
    """Write the files of a new assignment, with one task that already works."""
    from autograder.cli.new import run

    run(slug, title=title, root=root)


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--check", is_flag=True, help="Write nothing; fail when a release is out of date.")
@click.option("--zip", "as_zip", is_flag=True, help="Also write dist/<slug>-student.zip, with the package's wheel.")
@root_option
@clear_errors
def release(slugs: tuple[str, ...], check: bool, as_zip: bool, root: Path | None) -> None:
    """Render the students' version of assignments into release/ (of all, when none is named)."""
    from autograder.cli.release import run

    sys.exit(run(slugs, check=check, as_zip=as_zip, root=root))


@main.command()
@click.argument("path", type=click.Path(path_type=Path, exists=True), default=".")
@clear_errors
def check(path: Path) -> None:
    """Check before handing in: does a file or folder follow the rules of the sheet?"""
    from autograder.cli.check import run

    sys.exit(run(path))


@main.command()
@click.argument("slugs", nargs=-1)
@click.option(
    "--repeat",
    type=click.IntRange(1),
    default=1,
    help="Grade every answer N times, each time with different random inputs.",
)
@click.option("--mutants", is_flag=True, help="Also mutate the model answer and list the mutants that no test catches.")
@click.option("--task", "tasks", multiple=True, help="This task only; may be given several times.")
@click.option("--jobs", "-j", type=click.IntRange(1), help="Submissions graded at once. [number of cores]")
@click.option("--quick", is_flag=True, help="Only so many wrong answers that each test has one to catch.")
@click.option("--write", is_flag=True, help="Also write the matrix to docs/audit/<slug>.md.")
@root_option
@clear_errors
def audit(slugs: tuple[str, ...], **options: Any) -> None:
    """Test the tests: right answers (model answer, wheats) must pass, wrong ones (blank, chaffs) must be caught."""
    from autograder.cli.audit import run

    leave(run(slugs, **options))


@main.command()
@click.argument("slugs", nargs=-1)
@click.option("--real-data", is_flag=True, help="Let the image download the real data sets. [it makes stand-ins]")
@root_option
@clear_errors
def gradescope(slugs: tuple[str, ...], real_data: bool, root: Path | None) -> None:
    """Build dist/<slug>-gradescope.zip, the autograder to upload to Gradescope. It contains the hidden tests."""
    from autograder.cli.gradescope import run

    sys.exit(run(slugs, root=root, real_data=real_data))


@main.command()
@clear_errors
def doctor() -> None:
    """Say what this machine can do: frameworks, isolation level and why it is not higher, data sets."""
    from autograder.cli.doctor import run

    sys.exit(run())
