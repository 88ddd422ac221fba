"""Tests the tests: grades answers of known worth and compares the reports with what they should say.

The model answer and every wheat must get full marks, and the blank hand-out must get nothing. Every chaff must be
caught by the tests that it names, in the words that it names. Every hidden test must catch at least one chaff.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from autograder.audit import equivalent_mutants
from autograder.audit.cases import Case, build_cases
from autograder.audit.matrix import Matrix, Row
from autograder.audit.reply_cache import CachedConnection, ReplyCache
from autograder.audit.variants import Variant
from autograder.errors import AuthorError
from autograder.grading.class_run import grade_class
from autograder.grading.options import Options, Progress
from autograder.judge.job import Job
from autograder.records import Assignment, Report, Verdict


def run_audit(
    assignment: Assignment,
    options: Options,
    *,
    repeat: int = 1,
    mutants: bool = False,
    tasks: frozenset[str] | None = None,
    quick: bool = False,
    progress: Progress = lambda job, report: None,
) -> Matrix:
    """Grade all cases ``repeat`` times, each time with other random inputs.

    The first round runs every answer in full. In later rounds the model answer comes first, and the others are only
    run for calls that their own code can change (``ReplyCache``). Raises AuthorError while another audit of this
    assignment is running in the same tree.
    """
    with _exclusive(assignment, options.root):
        cases = build_cases(assignment, options.root, with_mutants=mutants, tasks=tasks, quick=quick)
        out = options.root / "build" / assignment.slug / "audit-reports"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True, mode=0o700)
        (out / "replies").mkdir()
        turns = range(repeat)
        jobs = [_job(case, out, turn, tasks) for turn in turns for case in cases]
        right = [case for case in cases if case.kind == "model" or (case.kind == "wheat" and not quick)]
        jobs += [_job(case, out, 0, tasks, "public") for case in right]
        jobs.sort(key=lambda job: not (job.same_inputs and job.id.startswith("model-")))
        reports = {report.submission: report for report in grade_class(jobs, assignment, options, progress)}
        public_faults = {case.name: compare_with_expected(case, reports[_name(case, 0, "public")]) for case in right}
        rows = []
        for case in cases:
            repetitions = tuple(reports[_name(case, turn)] for turn in turns)
            faults = [fault for report in repetitions for fault in compare_with_expected(case, report)]
            faults += [f"public tests: {fault}" for fault in public_faults.get(case.name, ())]
            rows.append(Row(case, repetitions, tuple(dict.fromkeys(faults))))
        unstable = [describe_changes(row) for row in rows if row.case.kind != "mutant"]
        reasons = equivalent_mutants.read(options.root / "tests" / assignment.slug)
        return Matrix(tuple(rows), _idle_tests(rows), tuple(filter(None, unstable)), reasons)


@contextmanager
def _exclusive(assignment: Assignment, root: Path) -> Iterator[None]:
    """Hold the lock of an assignment's audit: two at a time would write to the same folders."""
    build = root / "build" / assignment.slug
    build.mkdir(parents=True, exist_ok=True)
    lock = FileLock(build / "audit.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        running = f"another audit of {assignment.slug} is running in {root}"
        raise AuthorError(f"{running}: wait until it has ended, or run this one in another clone") from None
    try:
        yield
    finally:
        lock.release()


def compare_with_expected(case: Case, report: Report) -> list[str]:
    """How the report of a case differs from what it must say, one sentence for each difference."""
    verdicts = report.verdicts
    faults = [f"{v.task} is ungraded: {v.reason[-400:]}" for v in verdicts if v.status == "ungraded"]
    if case.kind == "blank":
        return faults + [f"{v.task}: the blank earns {v.score:g}" for v in verdicts if v.score > 0]
    if case.kind in ("model", "wheat"):
        return faults + [
            f"{v.task} loses {v.max_score - v.score:g}: {v.message}" for v in verdicts if v.score < v.max_score
        ]
    if faults:
        return faults
    assert case.variant is not None
    return [fault for verdict in report.verdicts for fault in _escaped(case.variant, verdict)]


def _escaped(chaff: Variant, verdict: Verdict) -> list[str]:
    caught = {check.name.split("[")[0] for check in verdict.checks if check.outcome in ("failed", "partial")}
    if chaff.caught_by == ("*",):
        return [] if caught else [f"survives: {chaff.description}"]
    faults = [f"not caught by {name}" for name in chaff.caught_by if name.split("[")[0] not in caught]
    if verdict.score >= verdict.max_score:
        faults.append("gets full marks")
    codes = [d.code for check in verdict.checks for d in check.discrepancies]
    if chaff.code and chaff.code not in codes:
        named = ", ".join(dict.fromkeys(codes)) or "nothing"
        faults.append(f"the diagnosis is {named} instead of {chaff.code}: {verdict.message}")
    return faults


def _name(case: Case, turn: int, suite: str = "hidden") -> str:
    """Name of the submission, unique within one audit."""
    return f"{case.kind}-{case.name}-{suite}-{turn}"


def _job(case: Case, out: Path, turn: int, tasks: frozenset[str] | None, suite: str = "hidden") -> Job:
    """What one case and round is graded by. The first round (``turn`` 0) caches no replies."""
    name = _name(case, turn, suite)
    cache = ReplyCache(out / "replies", keeps=case.kind == "model")
    only = frozenset({case.variant.task, *case.variant.also}) if case.variant else tasks
    return Job(
        name,
        case.folder,
        out / f"{name}.json",
        key=name,
        tasks=only,
        secret=f"audit {turn}".encode(),
        suite=suite,
        upload_name=None,
        same_inputs=bool(turn),
        wrap=partial(CachedConnection, seen=cache) if turn else None,
    )


def _idle_tests(rows: Sequence[Row]) -> tuple[str, ...]:
    """Tests that no chaff makes fail: perhaps they cannot fail."""
    model = next(row for row in rows if row.case.kind == "model").reports[0]
    tests = dict.fromkeys(
        (verdict.task, check.name.split("[")[0]) for verdict in model.verdicts for check in verdict.checks
    )
    chaffs = [row for row in rows if row.case.kind == "chaff"]
    caught = {(row.reports[0].verdicts[0].task, name.split("[")[0]) for row in chaffs for name in row.caught_by}
    return tuple(f"{task}: {name}" for task, name in tests if (task, name) not in caught)


def describe_changes(row: Row) -> str:
    """``a_chaff: its_task 3 (19 times), 2.5 (once)`` where repetitions differ; "" where all agree."""
    changes = []
    for verdicts in zip(*(report.verdicts for report in row.reports), strict=True):
        counts = Counter(v.status if v.status == "ungraded" else f"{v.score:g}" for v in verdicts)
        if len(counts) > 1:
            times = (f"{points} ({'once' if n == 1 else f'{n} times'})" for points, n in counts.most_common())
            changes.append(f"{verdicts[0].task} {', '.join(times)}")
    return f"{row.case.name}: {'; '.join(changes)}" if changes else ""
