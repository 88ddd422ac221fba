"""The nouns of the pipeline: frozen data, no I/O, no behaviour beyond what the fields imply."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from autograder.errors import AuthorError

Status = Literal["passed", "partial", "failed", "ungraded"]


@dataclass(frozen=True)
class Task:
    """One gradable item of an assignment.

    ``id`` is the same word in the notebook's ``grade_id``, the stub's error text, the tests' mark and the
    report. ``points`` are those that tests decide, ``manual_points`` those that a person gives by the rubric.
    """

    id: str
    number: str
    title: str
    points: float
    manual_points: float = 0.0
    bonus: bool = False
    """Its points come on top of those that the sheet counts."""
    notebook: str = ""
    """The source notebook that asks for it; "" where there is only one."""
    script: str = ""
    """The ``.py`` file that its functions are answered in; "" where the notebook holds them."""
    needs: tuple[str, ...] = ()
    """Functions or values that the student must define."""
    files: tuple[str, ...] = ()
    """Files handed in beside the notebook (trained weights) that the tests read."""
    data: str = ""
    """The data set (``autograder.data``) that its tests use; whether it is real chooses the thresholds."""
    seconds: float = 10.0
    """Wall time that all observations of this task together may take."""
    memory_mb: int = 2048
    """Address space that the student's code may add to the worker's, in MiB."""

    @property
    def place(self) -> str:
        """The file whose names its functions are looked up in: each notebook and each script has names of its own."""
        return self.script or self.notebook


@dataclass(frozen=True)
class SubmissionRules:
    """What the sheet asks to hand in. Patterns are regular expressions for whole file names."""

    upload: tuple[str, ...]
    """Accepted names of the uploaded file, such as ``hw2_(?P<id1>\\d{9})_(?P<id2>\\d{9})\\.(ipynb|zip)``."""
    notebooks: tuple[str, ...]
    """Names of the notebooks inside the upload, in the order of the assignment's own."""
    optional: tuple[str, ...] = ()
    """Other files that may be there (a pdf, trained weights); anything else is refused by name."""
    example: str = ""
    """A name that is right, shown in messages."""
    first_cell: str = ""
    """Pattern of what the first cell of every notebook holds (a course's id of the student); "" for no rule."""
    first_cell_without: str = ""
    """Pattern of what the first cell must not hold (the student's name)."""
    first_cell_says: str = ""
    """The sheet's rule for the first cell, in words for the student."""
    must_be_run: bool = True
    """A task whose cells carry neither an execution count nor an output earns nothing."""
    max_bytes: int = 512 * 2**20
    """Bytes of one file, unpacked: the weights of a network of 130 million parameters, in single precision."""
    max_total_bytes: int = 1024 * 2**20
    max_files: int = 100
    """Files that are taken. More are left out, those that the sheet asks for last of all."""


@dataclass(frozen=True)
class Assignment:
    """What ``assignments/<slug>/assignment.toml`` says."""

    slug: str
    title: str
    course: str
    notebooks: tuple[str, ...]
    rules: SubmissionRules
    tasks: tuple[Task, ...]
    scripts: tuple[str, ...] = ()
    """``.py`` files that are handed out with stubs and handed in beside the notebook, under exactly these names."""
    preload: tuple[str, ...] = ()
    """Modules imported once, before the worker processes are forked: the judge has them too."""
    preload_worker: tuple[str, ...] = ()
    """Modules that only the workers have (TensorFlow: large, and the judge needs none of it)."""
    extras: tuple[str, ...] = ()
    """Extras of the package that a student installs for this assignment."""
    data: tuple[str, ...] = ()
    """Data sets by their name in ``autograder.data``."""
    thresholds: Mapping[str, Mapping[str, Mapping[str, float]]] = field(default_factory=dict)
    """``thresholds[task][real | stand-in][pass | full]``, fractions of 1."""

    @property
    def tested(self) -> tuple[Task, ...]:
        """The tasks that tests decide points of; the others are given by hand alone."""
        return tuple(task for task in self.tasks if task.points)

    def cells_for(self, task: Task, cells: Iterable[Cell]) -> tuple[Cell, ...]:
        """The cells that a task's functions may stand in: those of its notebook or script, and files beside it."""
        return tuple(cell for cell in cells if not cell.notebook or task.place in ("", cell.notebook))

    def task(self, id: str) -> Task:
        for task in self.tasks:
            if task.id == id:
                return task
        known = ", ".join(task.id for task in self.tasks)
        raise AuthorError(f"{self.slug} has no task {id!r}; it has {known}")

    @property
    def points(self) -> float:
        """Points of the whole sheet, those given by hand included, a bonus left out."""
        return sum(task.points + task.manual_points for task in self.tasks if not task.bonus)


@dataclass(frozen=True)
class Person:
    """A student, as far as the course site says; "" for what it does not."""

    name: str = ""
    id: str = ""
    """The student's number or login on the course site."""
    email: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing that intake noticed about an upload. ``fatal`` ones leave nothing to grade."""

    message: str
    fatal: bool = False


@dataclass(frozen=True)
class Cell:
    """A code cell of a notebook, or a whole ``.py`` file (then ``file`` is its path, such as ``mlp/net.py``).

    A file that is no script of the assignment is of no ``notebook``: all of them may import it.
    """

    index: int
    """1-based position among all cells of the notebook, as a student would count them."""
    source: str
    ran: bool
    grade_id: str = ""
    file: str = ""
    notebook: str = ""
    """Which of the assignment's notebooks or scripts it is (a cell of), by the name of the assignment's own."""
    execution_count: int | None = None
    """The number that the kernel gave to its last run; None where the notebook has none."""


@dataclass(frozen=True)
class Submission:
    """Files that passed intake, and nothing else."""

    id: str
    folder: Path
    """Holds exactly ``files``."""
    files: tuple[str, ...]
    """Relative paths with ``/``, with clean names; what the sheet asks for is at the top."""
    cells: tuple[Cell, ...]
    sha256: str
    """Of the names and bytes of ``files``."""
    findings: tuple[Finding, ...] = ()

    @property
    def fatal(self) -> bool:
        return any(finding.fatal for finding in self.findings)


FailureKind = Literal["not_attempted", "missing", "raised", "timeout", "memory", "died", "unreadable", "protocol"]


@dataclass(frozen=True)
class Failure:
    """Why the worker has no value to give. ``kind`` is one of

    ``not_attempted``  the stub is still there
    ``missing``        the name is not defined (deleted, or its cell failed)
    ``raised``         the student's code raised
    ``timeout``        no answer within the budget
    ``memory``         the memory budget was used up
    ``died``           the process ended (quit, a signal)
    ``unreadable``     the value cannot be sent: too large, or of a type that carries no data
    ``protocol``       what came back was not an answer
    """

    kind: FailureKind
    message: str
    """For the student; complete, with what to do where that is known."""
    detail: str = ""
    """For the instructor: traceback of the student's code, log tail."""


@dataclass(frozen=True)
class Discrepancy:
    """One thing that a check found wrong, as data and as a sentence."""

    quantity: tuple[str, ...] = ()
    """What is wrong: names of arrays or numbers, such as dW1 and db1; empty where the sentence says it."""
    problem: str = ""
    """Code of what was observed, or the kind of a ``Failure``."""
    diagnosis: str = ""
    """Code of the confirmed mistake; empty where none was confirmed."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """What fills the sentence: text says where (a layer, a file), a number says how much."""
    message: str = ""
    """The sentence for the student."""

    @property
    def code(self) -> str:
        """The most telling code: that of the mistake, else that of the problem."""
        return self.diagnosis or self.problem


@dataclass(frozen=True)
class Check:
    """How one test ended. ``weight`` is its part of the task's points, ``score`` in 0 … 1."""

    name: str
    description: str
    """First paragraph of the test's docstring: what should hold."""
    weight: float
    score: float
    outcome: Literal["passed", "partial", "failed", "error"]
    discrepancies: tuple[Discrepancy, ...] = ()
    """What was found instead. Empty when passed."""
    detail: str = ""
    """For the instructor only."""
    seconds: float = 0.0

    @property
    def message(self) -> str:
        """What the student reads; empty when passed."""
        return " ".join(discrepancy.message for discrepancy in self.discrepancies)

    @property
    def diagnosis(self) -> str:
        """Code of the first confirmed mistake, or empty."""
        return next((d.diagnosis for d in self.discrepancies if d.diagnosis), "")


@dataclass(frozen=True)
class Verdict:
    """The outcome of one task. ``ungraded`` is the grader's own fault and is never a zero."""

    task: str
    status: Status
    score: float
    max_score: float
    message: str = ""
    checks: tuple[Check, ...] = ()
    reason: str = ""
    """Why a task is ``ungraded``, for the instructor."""


@dataclass(frozen=True)
class LeaderboardEntry:
    """One value for a leaderboard."""

    name: str
    value: float
    order: Literal["desc", "asc"] = "desc"
    """``desc``: the larger, the better."""


@dataclass(frozen=True)
class Report:
    """The verdicts of one submission and how they came about."""

    assignment: str
    submission: str
    sha256: str
    verdicts: tuple[Verdict, ...]
    findings: tuple[Finding, ...] = ()
    problems: tuple[str, ...] = ()
    """Cells that could not be loaded, in sentences for the student."""
    manual_points: float = 0.0
    """Points still to be given by hand."""
    complete: bool = False
    """False while tasks are still to be graded (results are written after each)."""
    leaderboard: tuple[LeaderboardEntry, ...] = ()
    data: Mapping[str, str] = field(default_factory=dict)
    """Data set → ``real`` or ``stand-in``."""
    isolation: Mapping[str, Any] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    slowness: float = 1.0
    """By how much the machine was slower than the one that the budgets are for; they were scaled by it."""
    seconds: float = 0.0
    memory_mb: float = 0.0
    """Peak resident memory of the student's processes."""
    log: str = ""
    """What the student's code printed, capped; for the instructor."""
    replayed: tuple[str, ...] = ()
    """Tasks whose points come from running the whole notebook in order, as the first try left out what they need."""

    @property
    def score(self) -> float:
        return sum(verdict.score for verdict in self.verdicts)

    @property
    def max_score(self) -> float:
        return sum(verdict.max_score for verdict in self.verdicts)
