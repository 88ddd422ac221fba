"""Judges one submission: intake, the rules of the sheet, then task after task."""

from __future__ import annotations

import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.boundary.connection import SocketConnection, WorkerConnection
from autograder.errors import SubmissionError
from autograder.judge.collect_tests import items_of, run
from autograder.judge.context import CONTEXT, GradingContext
from autograder.judge.scoring import judge_task, refused
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student, StudentFailure
from autograder.records import Assignment, Finding, Report, Submission, Task, Verdict

if TYPE_CHECKING:
    import pytest

    from autograder.judge.job import Job
    from autograder.sandbox.fork_server import ForkServer
from autograder.course.versions import versions


@dataclass
class Judge:
    """The grading of one submission; ``run`` writes ``job.out`` after every task."""

    session: pytest.Session
    server: ForkServer
    isolation: dict
    assignment: Assignment
    secret: bytes
    job: Job
    memory_mb: float = 0.0
    started: float = field(default_factory=time.monotonic)

    def run(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="autograder-judge-"))
        try:
            self._judge(folder)
        finally:
            shutil.rmtree(folder, ignore_errors=True)

    def _judge(self, folder: Path) -> None:
        from autograder import data
        from autograder.intake import explain_unrun_tasks, receive_upload

        try:
            submission = receive_upload(self.job.upload, self.assignment, folder, upload_name=self.job.upload_name)
        except SubmissionError as error:
            findings = (Finding(str(error), fatal=True),)
            submission = Submission(self.job.id, folder, (), (), "", findings)
        seeds = Seeds(self.job.secret or self.secret, "" if self.job.same_inputs else submission.sha256)
        student = Student(self._connect(submission), submission.cells, submission.files, seeds)
        context = GradingContext(self.assignment, student, seeds, data.kind)
        self.session.config.stash[CONTEXT] = context
        report = self._report(submission)
        tasks = [t for t in self.assignment.tested if self.job.tasks is None or t.id in self.job.tasks]
        try:
            nothing = self._why_nothing(submission, student, tasks)
            looked_at = not nothing and self.assignment.rules.must_be_run
            reasons = self._without_its_file(submission)
            if looked_at:
                for name in self.assignment.notebooks:
                    reasons |= explain_unrun_tasks(
                        self.assignment, submission.cells, student.definitions.get(name, {}), name
                    )
            if nothing:
                reasons = {task.id: nothing for task in tasks}
            tests = {t.id: items_of(self.session, t.id, self.job.suite) for t in tasks if t.id not in reasons}
            for task in tasks:
                verdict = self._verdict(task, context, tests) if task.id in tests else refused(task, reasons[task.id])
                report = self._updated(report, student, (*report.verdicts, verdict), context)
        finally:
            student.close()
        self._updated(report, student, report.verdicts, context, complete=True)

    def _why_nothing(self, submission: Submission, student: Student, tasks: list[Task]) -> str:
        """Why nothing at all can be graded; "" when something can."""
        if submission.fatal:
            ordered = sorted(submission.findings, key=lambda finding: not finding.fatal)
            return " ".join(finding.message for finding in ordered)
        student.begin(tasks[0])
        try:
            student.load()
        except StudentFailure as failure:
            return f"the notebook could not be read: {failure}"
        return ""

    def _without_its_file(self, submission: Submission) -> dict[str, str]:
        """Task id → why it earns nothing, for the tasks whose notebook or script was not handed in."""
        there = {cell.notebook for cell in submission.cells}
        return {
            task.id: f"{task.place} was not handed in; this task is answered there."
            for task in self.assignment.tasks
            if task.place and task.place not in there
        }

    def _verdict(self, task: Task, context: GradingContext, tests: dict[str, list[pytest.Item]]) -> Verdict:
        """Run the task's tests. ``tests`` holds those of all tasks in order, this one's are taken out."""
        mine = tests.pop(task.id)
        run(mine, next((items[0] for items in tests.values() if items), None))
        return judge_task(task, context.checks.get(task.id, ()))

    def _report(self, submission: Submission) -> Report:
        from autograder import data

        report = Report(
            assignment=self.assignment.slug,
            submission=self.job.id,
            sha256=submission.sha256,
            verdicts=(),
            findings=submission.findings,
            manual_points=sum(task.manual_points for task in self.assignment.tasks),
            data={name: data.kind(name) for name in self.assignment.data},
            isolation=self.isolation,
            versions=versions(self.assignment),
        )
        self.job.write(report)
        return report

    def _updated(
        self,
        report: Report,
        student: Student,
        verdicts: tuple[Verdict, ...],
        context: GradingContext,
        complete: bool = False,
    ) -> Report:
        """The report with what is known now, written at once: a global timeout keeps what was earned."""
        new = {
            "verdicts": verdicts,
            "problems": student.problems,
            "leaderboard": tuple(context.leaderboard.values()),
            "complete": complete,
            "seconds": round(time.monotonic() - self.started, 3),
            "memory_mb": round(self.memory_mb, 1),
            "log": student.log,
        }
        report = Report(**{**vars(report), **new})
        self.job.write(report)
        return report

    def _connect(self, submission: Submission) -> _Connector:
        return _Connector(self, submission)


@dataclass
class _Connector:
    """Gets a worker from the fork server for the folder of a submission."""

    judge: Judge
    submission: Submission

    def __call__(self, task: Task) -> WorkerConnection:
        seconds = sum(t.seconds for t in self.judge.assignment.tasks) + 60
        worker = self.judge.server.spawn(self.submission.folder, memory_mb=task.memory_mb, cpu_seconds=seconds)

        def stop() -> str:
            ending = worker.stop()
            self.judge.memory_mb = max(self.judge.memory_mb, ending.peak_rss_mb)
            if ending.out_of_memory:
                return " (out of memory)"
            if ending.signal:
                return f" (signal {ending.signal})"
            return "" if ending.exit_code in (None, 0) else f" (exit status {ending.exit_code})"

        link = SocketConnection(worker.connection, stop, worker.log)
        wrap = self.judge.job.wrap
        return link if wrap is None else wrap(link, self.submission)
