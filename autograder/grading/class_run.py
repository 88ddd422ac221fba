"""Grades a class: one collection of the tests, then a fork of that state for each submission.

    import frameworks → fork the server of workers → collect hidden tests → for each upload: fork a judge

The judge takes the upload in, asks a worker for values, runs the tests and writes its report after every task.
"""

from __future__ import annotations

import gc
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from autograder.course.secret import course_secret
from autograder.errors import AuthorError, GraderError
from autograder.records import Assignment, Finding, Report, Verdict
from autograder.report import store
from autograder.worker import serve as worker

if TYPE_CHECKING:
    import pytest

    from autograder.judge.context import GradingContext
    from autograder.sandbox.fork_server import ForkServer
from autograder.grading.options import Options, Progress
from autograder.grading.workers import worker_server
from autograder.judge.job import Job


def grade_class(
    jobs: Sequence[Job], assignment: Assignment, options: Options, progress: Progress = lambda job, report: None
) -> list[Report]:
    """Grade all jobs, ``options.jobs`` at a time; returns their reports in the given order.

    Raises AuthorError (the tests are wrong) or GraderError (isolation too weak). A fault while one submission is
    graded is in that submission's report, as ungraded tasks.
    """
    from autograder.grading import judge_pool as pool
    from autograder.judge.collect_tests import collect_and_run

    root = options.root
    tests = [root / "tests" / assignment.slug / suite for suite in sorted({job.suite for job in jobs})]
    for folder in tests:
        if not folder.is_dir():
            raise AuthorError(f"no tests at {folder}; grading needs the instructor's tree, not a released folder")
    hidden = [root / "tests", root / "solutions", *{job.out.parent for job in jobs}]
    with worker_server(assignment, options, hidden) as server:

        def body(session: pytest.Session) -> None:
            isolation = dict(server.isolation)
            refuse_weak(isolation, options)
            secret = course_secret(root)  # after the fork of the server: its workers inherit what was read before
            gc.freeze()
            judge = partial(judge_one, session, server, isolation, assignment, secret)
            pool.run(jobs, judge, partial(_fallback_report, assignment), options.jobs, progress, options.seconds)

        collect_and_run(tests, root, empty_context(assignment), body)
    return [_load_report(job, assignment) for job in jobs]


def refuse_weak(isolation: dict, options: Options) -> None:
    """Other people's code runs behind a boundary or not at all, unless told otherwise."""
    broken = [name for name, outcome in isolation.get("selftest", {}).items() if outcome == "succeeded"]
    if options.allow_weak_isolation or (isolation["level"] >= 1 and not broken):
        return
    found = f"level {isolation['level']}" + (f", and the self-test could {', '.join(broken)}" if broken else "")
    advice = " ".join(isolation.get("warnings", ()))
    raise GraderError(
        f"student code would run without a boundary (isolation {found}). Run as root on Linux (`autograder doctor` "
        f"says what is missing), or accept it for code you trust: --allow-weak-isolation. {advice}".strip()
    )


def empty_context(assignment: Assignment) -> GradingContext:
    """A stand for collecting; each judge puts its own submission on it."""
    from autograder import data
    from autograder.judge.context import GradingContext
    from autograder.judge.seeds import Seeds
    from autograder.judge.student import Student

    def nobody(task: object) -> worker.Host:
        raise GraderError("no submission is being graded")

    return GradingContext(assignment, Student(nobody, (), (), Seeds(b"", "")), Seeds(b"", ""), data.kind)  # type: ignore[arg-type]


def judge_one(
    session: pytest.Session, server: ForkServer, isolation: dict, assignment: Assignment, secret: bytes, job: Job
) -> None:
    """Grade one submission; runs in a process of its own and leaves ``job.out``."""
    from autograder.judge.judge_submission import Judge

    Judge(session, server, isolation, assignment, secret, job).run()


def _fallback_report(assignment: Assignment, job: Job, reason: str) -> Report:
    """The report of a submission whose judge fell: what was earned stays, the rest is ungraded."""
    found = store.read(job.out)
    report = found[0] if found and found[1] == job.key else Report(assignment.slug, job.id, "", ())
    done = {verdict.task for verdict in report.verdicts}
    missing = tuple(
        Verdict(task.id, "ungraded", 0.0, task.points, "This task could not be graded.", reason=reason)
        for task in assignment.tested
        if task.id not in done and (job.tasks is None or task.id in job.tasks)
    )
    told = Finding("The grading broke off through a fault in the grader; your instructor has been told.")
    findings = (*report.findings, told)  # the reason may be a traceback of hidden code: it stays with the verdicts
    fallback_report = Report(**{**vars(report), "verdicts": report.verdicts + missing, "findings": findings})
    job.write(fallback_report)
    return fallback_report


def _load_report(job: Job, assignment: Assignment) -> Report:
    found = store.read(job.out)
    if found is None or found[1] != job.key:
        return _fallback_report(assignment, job, "the report was not written")
    return found[0]
