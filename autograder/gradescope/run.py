"""What ``run_autograder`` starts: grades /autograder/submission and leaves /autograder/results/results.json.

The file is there from the first second and is replaced whole after every task. Gradescope gives no points at all to a
submission that runs into its time limit, so the grading ends itself a little earlier and keeps what was earned.
"""

from __future__ import annotations

import json
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import click

from autograder.gradescope.container import Container
from autograder.judge.budgets import seconds_within
from autograder.records import Report
from autograder.report.replace_file import replace_file

STARTED = (
    "The grading has started. If this is all that is here, it was stopped from outside (time or memory); your "
    "instructor can run it again."
)
FAULT = (
    "This submission could not be graded because of an error in the grader. You have not lost any points. "
    "Please tell your instructor."
)


def grade(slug: str, places: Container, minutes: float) -> Report | None:
    """Grade the submission within ``minutes``; None after a fault of the grader, which standard output tells.

    Never raises: every ending leaves a valid results.json.
    """
    ends = time.monotonic() + seconds_within(minutes)
    places.results.mkdir(exist_ok=True)
    write(places.results, bare(STARTED))
    try:
        places.close()
        places.find_data()
        return _graded(slug, places, ends)
    except BaseException:  # also SystemExit: a test's module can raise anything
        write(places.results, bare(FAULT))
        print(traceback.format_exc())
        return None


def _graded(slug: str, places: Container, ends: float) -> Report:
    from autograder.course.assignment_file import load
    from autograder.gradescope.metadata import group_note
    from autograder.gradescope.results import results
    from autograder.grading.class_run import grade_class
    from autograder.grading.options import Options
    from autograder.judge.job import Job

    assignment = load(slug, places.source)
    convert = partial(results, assignment=assignment)
    note = group_note(places.metadata, places.submission, assignment.rules)
    report = places.results / "report.json"
    report.unlink(missing_ok=True)
    job = Job(
        "submission",
        places.submission,
        report,
        upload_name=None,
        on_report=partial(_keep, places.results, convert, note),
    )
    options = Options(places.source, 1, seconds=ends - time.monotonic())
    return grade_class([job], assignment, options)[0]


def _keep(folder: Path, convert: Callable[[Report], dict[str, Any]], note: str, report: Report) -> None:
    found = convert(report)
    write(folder, {**found, "output": "\n".join(filter(None, [found["output"], note]))})


def bare(output: str) -> dict[str, Any]:
    """A results.json that only says something; without a score, so that nobody gets a zero."""
    return {
        "output": output,
        "output_format": "text",
        "visibility": "visible",
        "stdout_visibility": "hidden",
        "tests": [],
    }


def write(folder: Path, results: dict[str, Any]) -> None:
    """Replace ``results.json`` in one step."""
    content = json.dumps(results, indent=1, ensure_ascii=False) + "\n"
    replace_file(folder / "results.json", content.encode())


@click.command()
@click.argument("slug")
@click.option("--minutes", type=click.FloatRange(2), default=10.0, help="Gradescope's time limit.")
@click.option("--autograder-root", type=click.Path(path_type=Path), default=Container.root, help="For tests.")
def main(slug: str, minutes: float, autograder_root: Path) -> None:
    """Grade the one submission of this container."""
    from autograder.gradescope.notes import for_instructor
    from autograder.grading.leave import leave

    report = grade(slug, Container(autograder_root), minutes)
    if report is not None:
        print(for_instructor(report))
    leave(0)


if __name__ == "__main__":
    main()
