"""Grades a class: one collection of the tests, then a fork of that state for each submission.

    import frameworks → fork the server of workers → collect hidden tests → for each upload: fork a judge

The judge takes the upload in, asks a worker for values, runs the tests and writes its report after every task.
"""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder import probes, worker
from autograder.model import Assignment, AuthorError, Finding, GraderError, Report, Verdict
from autograder.report import store
from autograder.secret import course_secret

if TYPE_CHECKING:
    import pytest

    from autograder.forkserver import ForkServer
    from autograder.plugin import Stand
    from autograder.seen import Seen


QUIET = {
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTRAOP_THREADS": "1",
}


@dataclass(frozen=True)
class Job:
    """One submission to grade."""

    id: str
    upload: Path
    out: Path
    """The report goes here as JSON."""
    key: str = ""
    """Changes when the submission, the tests or the environment change (``journal.key``)."""
    tasks: frozenset[str] | None = None
    """Grade these tasks only; None for all."""
    secret: bytes | None = None
    """Instead of the course secret (``audit --repeat`` draws other inputs)."""
    suite: str = "hidden"
    """Which tests: ``hidden``, or ``public`` (``audit`` holds right answers to both)."""
    upload_name: str | None = ""
    """Name under which it was uploaded; "" for the name of ``upload``, None when the name is not known."""
    seen: Seen | None = None
    """What is known from the model answer (``audit --repeat``); then inputs depend on the secret alone."""
    on_report: Callable[[Report], None] | None = None
    """Also called with every report that is written (after each task), in the process that judges."""

    def write(self, report: Report) -> None:
        """Keep the report as it is now."""
        store.write(report, self.out, self.key)
        if self.on_report is not None:
            self.on_report(report)


@dataclass(frozen=True)
class Options:
    """How to grade."""

    root: Path
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    level: int | None = None
    """Isolation level; None for the highest that works."""
    allow_weak_isolation: bool = False
    seconds: float = 1800.0
    """Wall time of one submission; what it has earned by then stays, the rest is ungraded."""


Progress = Callable[[Job, Report], None]


def preload(assignment: Assignment) -> None:
    """Import the frameworks once; nothing of them is used before the forks (a framework operation would hang them)."""
    _quieten()
    for name in assignment.preload_worker:
        if importlib.util.find_spec(name.split(".")[0]) is None:
            raise _not_installed(assignment, name, "it is not installed")
    for name in assignment.preload:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise _not_installed(assignment, name, str(error)) from None


def warm(names: Sequence[str], cache: Path) -> None:
    """Import what only the workers have, and name the data that is ready for them; runs in the fork server."""
    os.environ["AUTOGRADER_CACHE_SHARED"] = str(cache)
    for name in names:
        importlib.import_module(name)


def _quieten() -> None:
    """Variables that frameworks read when they are imported: no windows, one thread, no chatter, the same sums."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)


def _not_installed(assignment: Assignment, name: str, why: str) -> GraderError:
    extras = ",".join(assignment.extras)
    return GraderError(
        f"grading {assignment.slug} needs {name}: {why}. Install the extras it names: pip install "
        f"'deep-learning-autograder[{extras},instructor]'"
    )


@contextmanager
def worker_server(assignment: Assignment, options: Options, hidden: Sequence[Path]) -> Iterator[ForkServer]:
    """The fork server with the frameworks and the probes loaded, forked before any hidden test is read."""
    from threadpoolctl import threadpool_limits

    from autograder import data
    from autograder.data.cache import cache_folder
    from autograder.forkserver import ForkServer, threads_of_a_worker

    preload(assignment)
    for name in assignment.data:  # once, not by every worker
        data.make_ready(name, keras="keras" in assignment.preload_worker)
    folder = options.root / "tests" / assignment.slug
    serve = partial(worker.serve, probes=probes.load(folder))
    gc.collect()
    gc.freeze()  # children that collect do not copy the pages of everything imported so far
    readable = data.folders()
    threadpool_limits(threads_of_a_worker(options.jobs), "blas")  # numpy came before ``QUIET``; workers inherit it
    server = ForkServer.start(
        serve,
        level=options.level,
        readable=readable,
        hidden=hidden,
        jobs=options.jobs,
        warm=partial(warm, assignment.preload_worker, cache_folder().resolve()),
    )
    threadpool_limits(1, "blas")  # the judges' part: as many of them compute at once as there are cores
    try:
        yield server
    finally:
        server.close()


def grade_class(
    jobs: Sequence[Job], assignment: Assignment, options: Options, progress: Progress = lambda job, report: None
) -> list[Report]:
    """Grade all jobs, ``options.jobs`` at a time; returns their reports in the given order.

    Raises AuthorError (the tests are wrong) or GraderError (isolation too weak). A fault while one submission is
    graded is in that submission's report, as ungraded tasks.
    """
    from autograder import pool
    from autograder.collect import collected

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
            pool.run(jobs, judge, partial(_fallen, assignment), options.jobs, progress, options.seconds)

        collected(tests, root, empty_stand(assignment), body)
    return [_finished(job, assignment) for job in jobs]


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


def empty_stand(assignment: Assignment) -> Stand:
    """A stand for collecting; each judge puts its own submission on it."""
    from autograder import data
    from autograder.plugin import Stand
    from autograder.student import Seeds, Student

    def nobody(task: object) -> worker.Host:
        raise GraderError("no submission is being graded")

    return Stand(assignment, Student(nobody, (), (), Seeds(b"", "")), Seeds(b"", ""), data.kind)  # type: ignore[arg-type]


def judge_one(
    session: pytest.Session, server: ForkServer, isolation: dict, assignment: Assignment, secret: bytes, job: Job
) -> None:
    """Grade one submission; runs in a process of its own and leaves ``job.out``."""
    from autograder.judge import Judge

    Judge(session, server, isolation, assignment, secret, job).run()


def _fallen(assignment: Assignment, job: Job, reason: str) -> Report:
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
    fallen = Report(**{**vars(report), "verdicts": report.verdicts + missing, "findings": findings})
    job.write(fallen)
    return fallen


def _finished(job: Job, assignment: Assignment) -> Report:
    found = store.read(job.out)
    if found is None or found[1] != job.key:
        return _fallen(assignment, job, "the report was not written")
    return found[0]
