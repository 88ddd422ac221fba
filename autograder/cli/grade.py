"""``autograder grade``: collect uploads, grade what is not in the journal, show and export the reports."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

from autograder.cli.progress import bar
from autograder.course.assignment_file import load
from autograder.course.tree import find_root
from autograder.errors import AuthorError
from autograder.grading import cache_key as journal
from autograder.grading.class_run import grade_class
from autograder.grading.options import Options
from autograder.intake import find_submissions
from autograder.judge.job import Job
from autograder.records import Assignment, Report
from autograder.report import store


def run(
    slug: str,
    paths: Iterable[Path],
    *,
    out: Path | None,
    jobs: int | None,
    level: int | None,
    allow_weak_isolation: bool,
    tasks: tuple[str, ...],
    fresh: bool,
    table: TextIO | None,
    details: bool,
    root: Path | None,
) -> bool:
    """Grade and show; returns whether a task of any submission is ungraded."""
    root = find_root(root)
    assignment = load(slug, root)
    only = frozenset(assignment.task(task).id for task in tasks) or None
    options = Options(root, jobs or os.cpu_count() or 1, level, allow_weak_isolation)
    every = make_jobs(find_submissions(paths, assignment), assignment, options, out or root / "results" / slug, only)
    pending = [job for job in every if fresh or not _done(job)]
    if pending:
        with bar("grading", len(every), len(every) - len(pending)) as advance:
            grade_class(pending, assignment, options, lambda job, report: advance(job.id))
    reports = [found[0] for job in every if (found := store.read(job.out))]
    _show(reports, assignment, details or len(reports) == 1)
    if table is not None:
        from autograder.report.csv_table import write

        write(reports, assignment, table)
        table.flush()
    return any(verdict.status == "ungraded" for report in reports for verdict in report.verdicts)


def make_jobs(
    uploads: Iterable[tuple[str, Path]],
    assignment: Assignment,
    options: Options,
    out: Path,
    only: frozenset[str] | None = None,
) -> list[Job]:
    """One job an upload, with its report's place and its key in the journal."""
    out.mkdir(parents=True, exist_ok=True)
    out.chmod(0o700)  # reports are not for the students' code to read
    environment = journal.environment_key(assignment, options.root)
    if only:
        environment += ",".join(sorted(only))
    jobs: list[Job] = []
    for name, path in uploads:
        place = out / f"{name}.json"
        if any(job.out == place for job in jobs):
            raise AuthorError(f"two uploads are called {name}; grade them separately with different --out folders")
        jobs.append(Job(name, path, place, journal.key(path, environment), only))
    return jobs


def _done(job: Job) -> bool:
    found = store.read(job.out)
    if found is None:
        return False
    report, key = found
    return key == job.key and report.complete and all(v.status != "ungraded" for v in report.verdicts)


def _show(reports: list[Report], assignment: Assignment, details: bool) -> None:
    from autograder.report import terminal

    console = terminal.console()
    if details:
        for report in reports:
            console.print(terminal.one(report, assignment))
    if len(reports) > 1:
        console.print(terminal.many(reports, assignment))
