"""The program that ``run_autograder`` starts: grades /autograder/submission, writes /autograder/results/results.json.

The file exists from the first second and is replaced as a whole after every task. Gradescope gives no points at all to
a submission that reaches its time limit, so the grading ends a little earlier and keeps the points until then.
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
        places.restrict_access()
        places.set_data_folders()
        return _graded(slug, places, ends)
    except BaseException:  # also SystemExit: a test's module can raise anything
        write(places.results, bare(FAULT))
        print(traceback.format_exc())
        return None


def _graded(slug: str, places: Container, ends: float) -> Report:
    from autograder.course.assignment_file import load
    from autograder.gradescope.metadata import find_missing_partner
    from autograder.gradescope.results import make_results
    from autograder.grading.class_run import grade_class
    from autograder.grading.options import Options
    from autograder.judge.job import Job

    assignment = load(slug, places.source)
    convert = partial(make_results, assignment=assignment)
    note = find_missing_partner(places.metadata, places.submission, assignment.rules)
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
    results = convert(report)
    write(folder, {**results, "output": "\n".join(filter(None, [results["output"], note]))})


def bare(output: str) -> dict[str, Any]:
    """Make a results.json that contains only a message, and no score, so that nobody gets a zero."""
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
    from autograder.gradescope.notes import write_notes
    from autograder.grading.leave import leave

    report = grade(slug, Container(autograder_root), minutes)
    if report is not None:
        print(write_notes(report))
    leave(0)


if __name__ == "__main__":
    main()
