"""Grades a class: everything that judges share is loaded once, then each submission gets a fork of that state.

    import frameworks → fork the server of workers → collect hidden tests → for each upload: fork a judge → reports

A judge receives the upload, asks workers for values, runs the tests and writes its report after every task.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from autograder.course.secret import course_secret
from autograder.errors import AuthorError, GraderError
from autograder.grading.calibration import measure_slowness
from autograder.grading.judge_pool import Judged, run_judges
from autograder.grading.options import Options, Progress
from autograder.grading.workers import import_frameworks, start_worker_server
from autograder.judge.budgets import wall_limit_of_judge
from autograder.judge.collect_tests import collected_tests
from autograder.judge.job import Job
from autograder.judge.judge_submission import JudgeTools, judge_submission
from autograder.judge.pytest_plugin import JudgePlugin
from autograder.judge.scoring import UNGRADED
from autograder.records import Assignment, Finding, Report, Verdict
from autograder.sandbox.limits import threads_per_worker

BROKEN_OFF = (
    "The grading stopped early because of an error in the grader. You have not lost any points. "
    "Please tell your instructor."
)


def grade_class(
    jobs: Sequence[Job], assignment: Assignment, options: Options, progress: Progress = lambda job, report: None
) -> list[Report]:
    """Grade all jobs, ``options.jobs`` at a time; returns their reports in the given order.

    Raises AuthorError (the tests are wrong) or GraderError (isolation too weak). A fault while one submission is
    graded is in that submission's report, as ungraded tasks.
    """
    test_folders = find_test_folders(jobs, assignment, options.root)
    hidden = [options.root / "tests", options.root / "solutions", *{job.out.parent for job in jobs}]
    plugin = JudgePlugin(assignment)
    reports: dict[Path, Report] = {}

    import_frameworks(assignment)
    with (
        start_worker_server(assignment, options, hidden) as server,
        collected_tests(test_folders, options.root, plugin) as tests,  # after the fork: no worker may see a test
    ):
        isolation = dict(server.isolation)
        refuse_weak_isolation(isolation, options)
        secret = course_secret(options.root)  # also after the fork
        gc.freeze()  # judges that collect garbage do not copy the pages of everything imported so far
        tools = JudgeTools(
            assignment, plugin, tests, server, isolation, secret, measure_slowness(), threads_per_worker(options.jobs)
        )
        judge = partial(judge_submission, tools=tools)
        seconds = wall_limit_of_judge(assignment) if options.seconds is None else options.seconds
        for judged in run_judges(jobs, judge, at_once=options.jobs, seconds=seconds):
            reports[judged.job.out] = report = complete_report(judged, assignment)
            progress(judged.job, report)
    return [reports[job.out] for job in jobs]


def find_test_folders(jobs: Iterable[Job], assignment: Assignment, root: Path) -> list[Path]:
    """The folders with the tests that the jobs ask for. Raises AuthorError when one is missing."""
    folders = [root / "tests" / assignment.slug / suite for suite in sorted({job.suite for job in jobs})]
    for folder in folders:
        if not folder.is_dir():
            raise AuthorError(f"no tests at {folder}; grading needs the instructor's tree, not a released folder")
    return folders


def refuse_weak_isolation(isolation: Mapping[str, Any], options: Options) -> None:
    """Raise GraderError unless other people's code runs behind a boundary, or the caller accepts that it does not."""
    successful_attacks = [name for name, outcome in isolation.get("selftest", {}).items() if outcome == "succeeded"]
    if options.allow_weak_isolation or (isolation["level"] >= 1 and not successful_attacks):
        return
    state = f"level {isolation['level']}"
    if successful_attacks:
        state += f", and the self-test could {', '.join(successful_attacks)}"
    advice = " ".join(isolation.get("warnings", ()))
    raise GraderError(
        f"student code would run without a boundary (isolation {state}). Run as root on Linux (`autograder doctor` "
        f"says what is missing), or accept it for code you trust: --allow-weak-isolation. {advice}".strip()
    )


def complete_report(judged: Judged, assignment: Assignment) -> Report:
    """The judge's report. If the judge broke off, what was earned stays, the rest is ungraded, and that is written."""
    job = judged.job
    report = judged.report or Report(assignment.slug, job.id, "", ())
    if not judged.fault:
        return report
    graded = {verdict.task for verdict in report.verdicts}
    missing = tuple(
        Verdict(task.id, "ungraded", 0.0, task.points, UNGRADED, reason=judged.fault)
        for task in assignment.tested
        if task.id not in graded and (job.tasks is None or task.id in job.tasks)
    )
    findings = (*report.findings, Finding(BROKEN_OFF))
    report = replace(report, verdicts=(*report.verdicts, *missing), findings=findings)
    job.write(report)
    return report
