"""Grades the demo's classes, each in a fork of one process that has imported the frameworks: they are most of the time.

The demo runs this text with ``python -c``: the grader refuses to start where a module of ``tests/`` is loaded, and
this file is one. Arguments: the assignments. Standard input: {assignment: [task, …]} as JSON, once the classes of
uploads are there in ``build/<slug>/class``. Each class becomes a table as soon as it is graded.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from autograder.cli.grade import make_jobs
from autograder.course.assignment_file import load
from autograder.errors import AutograderError
from autograder.grading.class_run import grade_class
from autograder.grading.leave import UNGRADED, leave
from autograder.grading.options import Options
from autograder.grading.workers import import_frameworks
from autograder.intake import find_submissions
from autograder.records import Assignment
from autograder.report import terminal

ROOT = Path.cwd()
CORES = os.cpu_count() or 1
AT_ONCE = CORES + 1
"""So many classes are graded at once: an attack that only waits for its time to run out leaves a core free."""


def main(slugs: list[str]) -> int:
    """Import, wait for the classes, grade several at once; returns the worst exit code."""
    assignments = {slug: without_networks(load(slug, ROOT)) for slug in slugs}
    for assignment in assignments.values():
        import_frameworks(assignment)
    message = sys.stdin.read()
    if not message:  # the demo ended without classes, and has said why
        return 2
    tasks = json.loads(message)
    waiting = sorted(slugs, key=lambda slug: len(tasks[slug]))  # the largest is taken first
    running, worst = 0, 0
    while waiting or running:
        while waiting and running < AT_ONCE:
            slug = waiting.pop()
            if os.fork() == 0:
                leave(grade(assignments[slug], frozenset(tasks[slug]), max(1, CORES // len(slugs))))
            running += 1
        worst = max(worst, os.waitstatus_to_exitcode(os.wait()[1]))
        running -= 1
    return worst


def without_networks(assignment: Assignment) -> Assignment:
    """The assignment without what only its trained networks need: the workers' frameworks and the data sets."""
    return replace(assignment, preload_worker=(), data=())


def grade(assignment: Assignment, tasks: frozenset[str], jobs: int) -> int:
    """Grade the assignment's class, ``jobs`` submissions at once, and print its table. Runs in a process of its own."""
    options = Options(ROOT, jobs)
    uploads = find_submissions([ROOT / "build" / assignment.slug / "class"], assignment)
    out = ROOT / "results" / f"{assignment.slug}-demo"
    try:
        reports = grade_class(make_jobs(uploads, assignment, ROOT, out, tasks), assignment, options)
    except AutograderError as error:
        print(f"{assignment.slug}: {error}", file=sys.stderr)
        return 2
    console = terminal.make_console()
    with console.capture() as table:
        console.print(terminal.render_class(reports, assignment))
    print(f"\n{table.get()}", end="", flush=True)  # whole, whatever another class prints
    return UNGRADED if any(verdict.status == "ungraded" for report in reports for verdict in report.verdicts) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
