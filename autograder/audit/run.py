"""Who tests the tests: grades answers whose verdict is known and compares.

The model answer and every wheat must get full marks, the blank hand-out nothing, every chaff must be caught by the
tests it names with the words it names, and every hidden test must catch at least one chaff.
"""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from filelock import FileLock, Timeout

from autograder import equivalent, model_answer, mutate, overlay
from autograder.cells import read_cells
from autograder.equivalent import Equivalent
from autograder.grading import Job, Options, Progress, grade_class
from autograder.model import Assignment, AuthorError, Report, Verdict
from autograder.overlay import Overlay
from autograder.seen import Seen

MUTANTS_CAUGHT = 0.95
"""Share of the mutants that the tests must catch; the others must be explained."""


@dataclass(frozen=True)
class Case:
    """One answer whose verdict is known, as a folder to grade."""

    kind: str
    """``model``, ``blank``, ``wheat``, ``chaff`` or ``mutant``."""
    name: str
    folder: Path
    overlay: Overlay | None = None

    @property
    def mutant(self) -> str:
        """The change, as ``equivalent.toml`` names it."""
        assert self.overlay is not None
        return equivalent.key(self.overlay)


@dataclass(frozen=True)
class Row:
    """What became of one case in all repetitions."""

    case: Case
    reports: tuple[Report, ...]
    faults: tuple[str, ...]
    """In words; empty when everything is as it must be."""

    @property
    def caught_by(self) -> tuple[str, ...]:
        checks = [c for v in self.reports[0].verdicts for c in v.checks if c.outcome in ("failed", "partial")]
        return tuple(check.name for check in checks)


@dataclass(frozen=True)
class Matrix:
    """All rows, and the tests that caught nothing."""

    rows: tuple[Row, ...]
    idle: tuple[str, ...] = field(default=())
    unstable: tuple[str, ...] = field(default=())
    """Cases whose verdict changed between repetitions, and from what to what."""
    equivalent: Equivalent = field(default_factory=Equivalent)
    """Which changes are no mistakes, as the author says (``tests/<slug>/equivalent.toml``)."""

    @property
    def mutants(self) -> tuple[int, int]:
        """How many mutants were caught, and how many there are."""
        kinds = [row for row in self.rows if row.case.kind == "mutant"]
        return sum(not row.faults for row in kinds), len(kinds)

    @property
    def unexplained(self) -> tuple[Row, ...]:
        """Surviving mutants that nobody has said of why they are no mistake."""
        survivors = (row for row in self.rows if row.case.kind == "mutant" and row.faults)
        return tuple(row for row in survivors if row.case.mutant not in self.equivalent.reasons)

    @property
    def sound(self) -> bool:
        """Everything is as it must be, and of the mutants enough are caught and the others explained."""
        caught, all_mutants = self.mutants
        enough = caught >= MUTANTS_CAUGHT * all_mutants and not self.unexplained
        faults = any(row.faults for row in self.rows if row.case.kind != "mutant")
        return enough and not self.idle and not self.unstable and not faults


def cases(
    assignment: Assignment, root: Path, *, mutants: bool, tasks: frozenset[str] | None, quick: bool = False
) -> list[Case]:
    """Build all cases in ``build/<slug>/audit``; the ``quick`` ones have a chaff for each test instead of all."""
    model = model_answer.folder(assignment, root)
    place = root / "build" / assignment.slug / "audit"
    shutil.rmtree(place, ignore_errors=True)
    found = [Case("model", "model answer", overlay.submission(model, assignment, (), place / "model"))]
    found.append(Case("blank", "blank hand-out", overlay.blank(assignment, root, place / "blank")))
    written = overlay.read_all(assignment, root)
    overlays = [(("wheat" if o.right else "chaff"), o) for o in (one_for_each_test(written) if quick else written)]
    if mutants:
        known = equivalent.read(root / "tests" / assignment.slug)
        for name in (*assignment.notebooks, *assignment.scripts):
            made = mutate.overlays(read_cells(model / name), assignment)
            overlays += [("mutant", o) for o in known.mistakes(made)]
    for kind, one in overlays:
        if tasks is None or one.task in tasks:
            folder = overlay.submission(model, assignment, [(one.task, one.source)], place / f"{kind}-{one.name}")
            found.append(Case(kind, one.name, folder, one))
    overlay.write_files([(c.folder, c.overlay) for c in found if c.overlay], assignment)
    return found


def one_for_each_test(overlays: Sequence[Overlay]) -> list[Overlay]:
    """A wheat a task, and of the chaffs so many that every test named by one is named by one that stays.

    Those that write no files come first (to train a network takes long), then chaffs that name many tests.
    """
    covered: set[tuple[str, str]] = set()
    kept = []
    for one in sorted(overlays, key=lambda one: (bool(one.files), -len(one.caught_by))):
        named = {(one.task, test.split("[")[0]) for test in one.caught_by}
        if one.right:
            named = {(one.task, "")}
        if named - covered:
            kept.append(one)
            covered |= named
    return [one for one in overlays if one in kept]


def audit(
    assignment: Assignment,
    options: Options,
    *,
    repeat: int = 1,
    mutants: bool = False,
    tasks: frozenset[str] | None = None,
    quick: bool = False,
    progress: Progress = lambda job, report: None,
) -> Matrix:
    """Grade all cases ``repeat`` times, each time with inputs of another secret.

    The first time every answer is run in full; after that the model answer comes first, and the others are asked for
    what their own code decides (``seen``). Raises AuthorError while another audit of this assignment is
    running in the same tree.
    """
    with _alone(assignment, options.root):
        found = cases(assignment, options.root, mutants=mutants, tasks=tasks, quick=quick)
        out = options.root / "build" / assignment.slug / "audit-reports"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir(parents=True, mode=0o700)
        (out / "seen").mkdir()
        turns = range(repeat)
        jobs = [_job(case, out, turn, tasks) for turn in turns for case in found]
        right = [case for case in found if case.kind == "model" or (case.kind == "wheat" and not quick)]
        jobs += [_job(case, out, 0, tasks, "public") for case in right]
        jobs.sort(key=lambda job: job.seen is None or not job.seen.keeps)
        reports = {report.submission: report for report in grade_class(jobs, assignment, options, progress)}
        seen_by_students = {case.name: judge(case, reports[_name(case, 0, "public")]) for case in right}
        rows = []
        for case in found:
            mine = tuple(reports[_name(case, turn)] for turn in turns)
            faults = [fault for report in mine for fault in judge(case, report)]
            faults += [f"public tests: {fault}" for fault in seen_by_students.get(case.name, ())]
            rows.append(Row(case, mine, tuple(dict.fromkeys(faults))))
        unstable = tuple(told for row in rows if row.case.kind != "mutant" if (told := changes(row)))
        return Matrix(tuple(rows), _idle(rows), unstable, equivalent.read(options.root / "tests" / assignment.slug))


@contextmanager
def _alone(assignment: Assignment, root: Path) -> Iterator[None]:
    """Two audits would write answers and reports to the same folders, and judge what the other has half written."""
    place = root / "build" / assignment.slug
    place.mkdir(parents=True, exist_ok=True)
    lock = FileLock(place / "audit.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        what = f"another audit of {assignment.slug} is running in {root}"
        raise AuthorError(f"{what}: wait until it has ended, or run this one in another clone") from None
    try:
        yield
    finally:
        lock.release()


def judge(case: Case, report: Report) -> list[str]:
    """In what the report of a case differs from what it must be."""
    faults = [f"{v.task} is ungraded: {v.reason[-400:]}" for v in report.verdicts if v.status == "ungraded"]
    if case.kind == "blank":
        return faults + [f"{v.task}: the blank earns {v.score:g}" for v in report.verdicts if v.score > 0]
    if case.kind in ("model", "wheat"):
        return faults + [
            f"{v.task} loses {v.max_score - v.score:g}: {v.sentence}" for v in report.verdicts if v.score < v.max_score
        ]
    if faults:
        return faults
    assert case.overlay is not None
    return [fault for verdict in report.verdicts for fault in _escaped(case.overlay, verdict)]


def _escaped(chaff: Overlay, verdict: Verdict) -> list[str]:
    caught = {check.name.split("[")[0] for check in verdict.checks if check.outcome in ("failed", "partial")}
    if chaff.caught_by == ("*",):
        return [] if caught else [f"survives: {chaff.claim}"]
    faults = [f"not caught by {name}" for name in chaff.caught_by if name.split("[")[0] not in caught]
    if verdict.score >= verdict.max_score:
        faults.append("gets full marks")
    if chaff.says.lower() not in verdict.sentence.lower():
        faults.append(f"the student does not read {chaff.says!r} but: {verdict.sentence}")
    return faults


def _name(case: Case, turn: int, suite: str = "hidden") -> str:
    return f"{case.kind}-{case.name}-{suite}-{turn}"


def _job(case: Case, out: Path, turn: int, tasks: frozenset[str] | None, suite: str = "hidden") -> Job:
    name = _name(case, turn, suite)
    only = frozenset({case.overlay.task, *case.overlay.also}) if case.overlay else tasks
    return Job(
        name,
        case.folder,
        out / f"{name}.json",
        key=name,
        tasks=only,
        secret=f"audit {turn}".encode(),
        suite=suite,
        upload_name=None,
        seen=Seen(out / "seen", keeps=case.kind == "model") if turn else None,
    )


def _idle(rows: Sequence[Row]) -> tuple[str, ...]:
    """Tests that fail on no chaff: checks that cannot fail."""
    model = next(row for row in rows if row.case.kind == "model").reports[0]
    every = dict.fromkeys(
        (verdict.task, check.name.split("[")[0]) for verdict in model.verdicts for check in verdict.checks
    )
    chaffs = [row for row in rows if row.case.kind == "chaff"]
    caught = {(row.reports[0].verdicts[0].task, name.split("[")[0]) for row in chaffs for name in row.caught_by}
    return tuple(f"{task}: {name}" for task, name in every if (task, name) not in caught)


def changes(row: Row) -> str:
    """``a_chaff: its_task 3 (19 times), 2.5 (once)`` where repetitions differ; "" where all agree."""
    told = []
    for verdicts in zip(*(report.verdicts for report in row.reports), strict=True):
        counts = Counter(v.status if v.status == "ungraded" else f"{v.score:g}" for v in verdicts)
        if len(counts) > 1:
            times = (f"{what} ({'once' if n == 1 else f'{n} times'})" for what, n in counts.most_common())
            told.append(f"{verdicts[0].task} {', '.join(times)}")
    return f"{row.case.name}: {'; '.join(told)}" if told else ""
