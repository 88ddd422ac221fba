"""``autograder grade``: grades the uploads that have no valid report yet, then shows and exports all reports."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from autograder.cli.progress import show_progress
from autograder.course.assignment_file import load
from autograder.course.tree import find_root
from autograder.errors import AuthorError
from autograder.grading.cache_key import hash_environment, hash_upload
from autograder.intake import FoundClass, find_class
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
    chosen_tasks = frozenset(assignment.task(task).id for task in tasks) or None
    found = find_class(paths, assignment)
    all_jobs = make_jobs(found.uploads, assignment, root, out or root / "results" / slug, chosen_tasks)
    reports = {} if fresh else {job.id: report for job in all_jobs if (report := read_finished(job))}
    if pending := [job for job in all_jobs if job.id not in reports]:
        from autograder.grading.class_run import grade_class
        from autograder.grading.options import Options

        options = Options(root, jobs or os.cpu_count() or 1, level, allow_weak_isolation)
        with show_progress("grading", len(all_jobs), completed=len(reports)) as advance:
            graded = grade_class(pending, assignment, options, lambda job, report: advance(job.id))
        reports |= {job.id: report for job, report in zip(pending, graded, strict=True)}
    in_order = [reports[job.id] for job in all_jobs]
    _show(in_order, assignment, found, details or len(in_order) == 1)
    if table is not None:
        from autograder.report.csv_table import write_csv

        write_csv(in_order, assignment, table, found.people)
        table.flush()
    return any(verdict.status == "ungraded" for report in in_order for verdict in report.verdicts)


def make_jobs(
    uploads: Iterable[tuple[str, Path]],
    assignment: Assignment,
    root: Path,
    out: Path,
    tasks: frozenset[str] | None = None,
) -> list[Job]:
    """One job for each upload, with the file for its report in ``out`` and the key of that report.

    Raises AuthorError when two uploads have the same name.
    """
    out.mkdir(parents=True, exist_ok=True)
    out.chmod(0o700)  # reports are not for the students' code to read
    environment = hash_environment(assignment, root)
    if tasks:
        environment += ",".join(sorted(tasks))
    jobs: list[Job] = []
    for name, path in uploads:
        if any(job.id == name for job in jobs):
            raise AuthorError(f"two uploads are called {name}; grade them separately with different --out folders")
        jobs.append(Job(name, path, out / f"{name}.json", hash_upload(path, environment), tasks))
    return jobs


def read_finished(job: Job) -> Report | None:
    """The stored report of a job, if it is still valid, complete, and no task in it is ungraded."""
    stored = store.read(job.out)
    if stored is None:
        return None
    report, key = stored
    is_graded = report.complete and all(verdict.status != "ungraded" for verdict in report.verdicts)
    return report if key == job.key and is_graded else None


def _show(reports: Sequence[Report], assignment: Assignment, found: FoundClass, details: bool) -> None:
    from autograder.report import terminal

    console = terminal.make_console()
    if details:
        for report in reports:
            console.print(terminal.render_submission(report, assignment))
    if len(reports) > 1:
        console.print(terminal.render_class(reports, assignment, found.people))
    if found.notes:
        console.print(terminal.render_notes(found.notes))
