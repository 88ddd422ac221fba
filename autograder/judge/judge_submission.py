"""Judges one submission: receive the upload, apply the rules of the sheet, then test task after task."""

from __future__ import annotations

import itertools
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder import data
from autograder.boundary.connection import SocketConnection, Use, WorkerConnection, WorkerEnd
from autograder.checks.student import StudentFailure
from autograder.course.versions import versions
from autograder.errors import SubmissionError
from autograder.intake import explain_unrun_tasks, receive_upload
from autograder.judge.budgets import processor_seconds
from autograder.judge.context import GradingContext
from autograder.judge.scoring import judge_task, refused
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment, Finding, LeaderboardEntry, Report, Submission, Task, Verdict

if TYPE_CHECKING:
    from autograder.judge.collect_tests import CollectedTests
    from autograder.judge.job import Job
    from autograder.judge.pytest_plugin import JudgePlugin
    from autograder.sandbox.fork_server import ForkServer


@dataclass(frozen=True)
class JudgeTools:
    """What the judges of a class share; each of them has a copy, as it is forked from the same process."""

    assignment: Assignment
    plugin: JudgePlugin
    tests: CollectedTests
    server: ForkServer
    isolation: Mapping[str, Any]
    secret: bytes
    """The course secret."""
    slowness: float = 1.0
    """By how much this machine is slower than the reference of the budgets."""
    threads: int = 1
    """In which a worker may compute."""


def judge_submission(job: Job, tools: JudgeTools) -> None:
    """Grade one submission and write its report to ``job.out``, first an empty one, then after every task.

    Call it in a process of its own: the plugin and the tests serve one submission.
    """
    assignment = tools.assignment
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="autograder-judge-", ignore_cleanup_errors=True) as folder:
        submission = _receive(job, assignment, Path(folder))
        seeds = Seeds(job.secret or tools.secret, "" if job.same_inputs else submission.sha256)
        workers = _Workers(job, tools, submission)
        student = Student(workers.connect, submission.cells, submission.files, seeds, tools.slowness)
        tools.plugin.begin(GradingContext(assignment, student, seeds, data.kind))
        tasks = [task for task in assignment.tested if job.tasks is None or task.id in job.tasks]
        report = _GrowingReport(job, _empty_report(job, tools, submission), student, workers, started)
        try:
            refusals = _refuse_tasks(submission, student, assignment, tasks)
            tests = {task.id: tools.tests.tests_of(task.id, job.suite) for task in tasks if task.id not in refusals}
            doubtful: dict[str, list[Any]] = {}
            for task in tasks:
                if task.id in refusals:
                    report.add(refused(task, refusals[task.id]))
                    continue
                own_tests = tests.pop(task.id)
                outcome = tools.plugin.run_task(task.id, own_tests, _first(tests))
                report.add(judge_task(task, outcome.checks), outcome.leaderboard)
                if outcome.is_worth_a_replay and student.may_miss_something():
                    doubtful[task.id] = own_tests
            for id, tests_again in doubtful.items():
                outcome, _ = tools.plugin.replay_task(id, tests_again)
                report.replace(judge_task(assignment.task(id), outcome.checks), outcome.leaderboard)
        finally:
            student.close()
        report.write(complete=True)


def _receive(job: Job, assignment: Assignment, folder: Path) -> Submission:
    """The upload's files in ``folder``; an upload that cannot be received is a submission without files."""
    try:
        return receive_upload(job.upload, assignment, folder, upload_name=job.upload_name)
    except SubmissionError as error:
        return Submission(job.id, folder, (), (), "", (Finding(str(error), fatal=True),))


def _refuse_tasks(
    submission: Submission, student: Student, assignment: Assignment, tasks: Sequence[Task]
) -> dict[str, str]:
    """Task id → why it earns nothing, for tasks whose tests need not run. Brings the first worker up."""
    reason = _refuse_everything(submission, student, tasks[0])
    if reason:
        return {task.id: reason for task in tasks}
    refusals = _refuse_missing_files(submission, assignment)
    if assignment.rules.must_be_run:
        for notebook in assignment.notebooks:
            definitions = student.definitions.get(notebook, {})
            refusals |= explain_unrun_tasks(assignment, submission.cells, definitions, notebook)
    return refusals


def _refuse_everything(submission: Submission, student: Student, first_task: Task) -> str:
    """Why nothing at all can be graded; "" when something can."""
    if submission.fatal:
        fatal_first = sorted(submission.findings, key=lambda finding: not finding.fatal)
        return " ".join(finding.message for finding in fatal_first)
    student.begin(first_task)
    try:
        student.load()
    except StudentFailure as failure:
        return f"the notebook could not be read: {failure}"
    return ""


def _refuse_missing_files(submission: Submission, assignment: Assignment) -> dict[str, str]:
    """Task id → why it earns nothing, for the tasks whose notebook or script was not handed in."""
    handed_in = {cell.notebook for cell in submission.cells}
    return {
        task.id: f"{task.place} was not handed in; this task is answered there."
        for task in assignment.tasks
        if task.place and task.place not in handed_in
    }


def _first(tests: Mapping[str, Sequence[Any]]) -> Any | None:
    """The test that runs next: the first one of the tasks that are left."""
    return next(itertools.chain.from_iterable(tests.values()), None)


def _empty_report(job: Job, tools: JudgeTools, submission: Submission) -> Report:
    assignment = tools.assignment
    return Report(
        assignment=assignment.slug,
        submission=job.id,
        sha256=submission.sha256,
        verdicts=(),
        findings=submission.findings,
        manual_points=sum(task.manual_points for task in assignment.tasks),
        data={name: data.kind(name) for name in assignment.data},
        isolation=tools.isolation,
        versions=versions(assignment),
        slowness=tools.slowness,
    )


class _Workers:
    """Gets workers for one submission from the fork server, and remembers what they took."""

    def __init__(self, job: Job, tools: JudgeTools, submission: Submission) -> None:
        self._job = job
        self._tools = tools
        self._submission = submission
        self.peak_memory_mb = 0.0
        """Peak resident memory of the workers that have ended, in MiB."""

    def connect(self, task: Task) -> WorkerConnection:
        """A fresh worker in a folder with the submission's files, with the memory that ``task`` may take."""
        worker = self._tools.server.spawn(
            self._submission.folder,
            memory_mb=task.memory_mb,
            cpu_seconds=processor_seconds(self._tools.assignment, self._tools.slowness, self._tools.threads),
        )

        def stop() -> WorkerEnd:
            ending = worker.stop()
            self.peak_memory_mb = max(self.peak_memory_mb, ending.peak_rss_mb)
            return WorkerEnd(ending.exit_code, ending.signal, ending.out_of_memory)

        connection = SocketConnection(worker.connection, stop, worker.log, lambda: Use(*worker.processor_use()))
        return connection if self._job.wrap is None else self._job.wrap(connection, self._submission)


class _GrowingReport:
    """The report of a submission, written whole after each task: a kill keeps what was earned until then."""

    def __init__(self, job: Job, report: Report, student: Student, workers: _Workers, started: float) -> None:
        self._job = job
        self._report = report
        self._student = student
        self._workers = workers
        self._started = started
        self._leaderboard: dict[str, LeaderboardEntry] = {}
        self.write()

    def add(self, verdict: Verdict, leaderboard: Sequence[LeaderboardEntry] = ()) -> None:
        """Add what came of a task, and write."""
        self._report = replace(self._report, verdicts=(*self._report.verdicts, verdict))
        self._leaderboard |= {entry.name: entry for entry in leaderboard}
        self.write()

    def replace(self, verdict: Verdict, leaderboard: Sequence[LeaderboardEntry] = ()) -> None:
        """Put a task's verdict after a replay in the place of the one before, if it gives more points."""
        before = next(old for old in self._report.verdicts if old.task == verdict.task)
        if verdict.score <= before.score or verdict.status == "ungraded":
            return
        verdicts = tuple(verdict if old is before else old for old in self._report.verdicts)
        self._report = replace(self._report, verdicts=verdicts, replayed=(*self._report.replayed, verdict.task))
        self._leaderboard |= {entry.name: entry for entry in leaderboard}
        self.write()

    def write(self, complete: bool = False) -> None:
        """Write the report with what is known now."""
        self._report = replace(
            self._report,
            problems=self._student.problems,
            leaderboard=tuple(self._leaderboard.values()),
            complete=complete,
            seconds=round(time.monotonic() - self._started, 3),
            memory_mb=round(self._workers.peak_memory_mb, 1),
            log=self._student.log,
        )
        self._job.write(self._report)
