"""The judge's view of a submission: ``student.f(x)`` calls the student's ``f`` in a worker and returns plain data.

Three kinds of workers run the code: a process of the fork server (grading), a subprocess (``pytest`` on a student's
machine, any system: ``student_side.subprocess_worker``) and the live kernel (a notebook's ``grade`` cell:
``nbgrader_road.kernel_worker``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from autograder.boundary import wire
from autograder.boundary.connection import WorkerConnection, WorkerEnd
from autograder.boundary.messages import (
    CallRequest,
    FailureReply,
    LeftOutRequest,
    LoadedReply,
    LoadRequest,
    ProbeRequest,
    Reply,
    Request,
    ValueReply,
)
from autograder.checks.student import StudentFailure
from autograder.errors import GraderError
from autograder.judge.budgets import IMPORT_SECONDS, START_SECONDS
from autograder.judge.clock import Budget, Clock, UsedUp
from autograder.judge.endings import explain_end, explain_time, explain_used_up
from autograder.judge.seeds import Seeds
from autograder.records import Cell, Failure, Task

REPLAYS = 3
"""So often a notebook is run from the top for one submission: a worker that dies is replaced twice."""
R = TypeVar("R", LoadedReply, ValueReply)


class _WorkerDied(Exception):
    """The worker ended before it had replied; ``failure`` is what the student reads if that is the submission's."""

    def __init__(self, end: WorkerEnd, failure: Failure) -> None:
        super().__init__(failure.message)
        self.end = end
        self.failure = failure


class StudentFunctions:
    """What a grading test gets as ``student``: every attribute but ``probe`` and ``file`` is a function of the student.

    ``student.xavier_init(300, 200)`` calls the student's ``xavier_init`` in a worker. Calls and probes return plain
    data and raise StudentFailure when there is none.
    """

    def __init__(self, student: Student) -> None:
        self._student = student

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._student.call(name, args, kwargs)

    def probe(self, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """Run a function of the assignment's probes beside the student's code; see ``tests/<slug>/probes``."""
        return self._student.probe(name, args, kwargs)

    def file(self, name: str, /) -> bool:
        """True if a file of this name was handed in; probes find it in their current directory."""
        return self._student.has_file(name)


class Student:
    """One submission under test: brings its workers up and keeps to the budget of the current task.

    A worker that dies, hangs or sends no valid reply is stopped; the next call gets a fresh one. Tests get
    ``functions``, which has none of the methods of this class: a student may use their names for functions.
    ``slowness`` is by how much this machine is slower than the one that the budgets are for.
    """

    def __init__(
        self,
        connect: Callable[[Task], WorkerConnection],
        cells: Sequence[Cell],
        files: Sequence[str],
        seeds: Seeds,
        slowness: float = 1.0,
    ) -> None:
        self._connect = connect
        self._cells = tuple(cells)
        self._files = frozenset(files)
        self._seeds = seeds
        self._worker: WorkerConnection | None = None
        self._memory_mb = 0
        """What the current worker may take."""
        self._slowness = slowness
        self._imports = Budget(IMPORT_SECONDS)
        self._clock = Clock(lambda: None, self._imports)
        """Of the current worker."""
        self._task = Task("", "", "", 0)
        self._budget = Budget(0.0)
        self._calls = 0
        self._purpose = ""
        self._logs: list[str] = []
        self._used: set[str] = set()
        """Names of the submission that the current task looked up."""
        self._replay: str | None = None
        """The notebook or script whose statements the workers run all, in order; None for only what is needed."""
        self._replays: dict[str, int] = {}
        """How often each notebook or script was replayed."""
        self.functions = StudentFunctions(self)
        self.definitions: dict[str, dict[str, int]] = {}
        """Notebook → name → index of the cell that defines it last."""
        self.problems: tuple[str, ...] = ()
        """Sentences about cells that could not be loaded."""

    def call(self, name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """What the student's function ``name`` returns. Raises StudentFailure."""
        return self._run_code(CallRequest, name, args, kwargs)

    def probe(self, name: str, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """What the assignment's probe ``name`` returns. Raises StudentFailure."""
        return self._run_code(ProbeRequest, name, args, kwargs)

    def has_file(self, name: str) -> bool:
        """True if a file of this name was handed in."""
        return name in self._files

    def begin(self, task: Task) -> None:
        """Start the budget of a task. A worker with less memory than it may take is replaced at its first call."""
        self._task, self._budget = task, Budget(task.seconds)
        self._used = set(task.needs)
        if task.memory_mb > self._memory_mb:
            self._stop()

    def purpose(self, text: str) -> None:
        """Name what the next calls are for; their seeds follow from it."""
        self._purpose, self._calls = text, 0

    def load(self) -> None:
        """Bring a worker up and read the cells; fills ``definitions`` and ``problems``. Raises StudentFailure."""
        self._worker_with_cells()

    def may_miss_something(self) -> bool:
        """True if statements that no call of this task needed, by their form, could change what it found."""
        if self._replay is not None or self._replays_left(self._task.place) <= 0:
            return False
        request = LeftOutRequest(names=sorted(self._used), notebook=self._task.place)
        try:
            budget = Budget(START_SECONDS, limit="that looking through the cells may take")
            return self._ask(request, ValueReply, budget).value is True
        except (StudentFailure, _WorkerDied):
            return False

    def replay(self, task: Task | None) -> None:
        """From now on, workers run all statements of the task's notebook in order; None: only what is needed."""
        place = task.place if task else None
        if place != self._replay:
            self._stop()
        self._replay = place

    def close(self) -> None:
        """Stop the worker, if there is one."""
        self._stop()

    @property
    def log(self) -> str:
        """What the student's code printed so far, capped."""
        current = self._worker.log() if self._worker else ""
        return "".join([*self._logs, current])[-20_000:]

    def _run_code(
        self,
        request_type: type[CallRequest] | type[ProbeRequest],
        name: str,
        args: Sequence[Any],
        kwargs: Mapping[str, Any],
    ) -> Any:
        self._refuse_if_used_up()
        self._calls += 1
        seed = self._seeds(f"{self._purpose}#{self._calls}")
        given = {key: _with_numbers(value) for key, value in kwargs.items()}
        request = request_type(
            name=name, args=_with_numbers(list(args)), kwargs=given, seed=seed, notebook=self._task.place
        )
        before = self._budget.spent
        try:
            return self._ask(request, ValueReply, self._budget).value
        except _WorkerDied as died:
            if not died.end.is_from_outside:
                raise StudentFailure(died.failure) from None
        # Perhaps the machine ran out of memory, or a person ended the process: once more. Code that kills itself is
        # ended by the same signal again, and pays for it.
        self._budget.spent = before
        try:
            return self._ask(request, ValueReply, self._budget).value
        except _WorkerDied as died:
            raise StudentFailure(died.failure) from None

    def _refuse_if_used_up(self) -> None:
        budget = self._budget
        budget.refuse_overdue()
        if budget.is_used_up:
            raise StudentFailure(explain_used_up(budget))

    def _worker_with_cells(self) -> WorkerConnection:
        """The worker, with the cells read. Nothing of the student's has run by then: a worker that dies is our fault.

        Raises GraderError when a second one dies, too.
        """
        if self._worker is None:
            try:
                self._load()
            except _WorkerDied as died:
                if self._replay is not None:  # then code of the student's runs: no second try, now or later
                    self._replays[self._replay] = REPLAYS
                    raise StudentFailure(died.failure) from None
                try:
                    self._load()
                except _WorkerDied as died:
                    raise GraderError(f"twice a worker died while it read the cells{died.end}") from None
        assert self._worker is not None
        return self._worker

    def _replays_left(self, place: str) -> int:
        return REPLAYS - self._replays.get(place, 0)

    def _load(self) -> None:
        if self._replay is not None:
            if self._replays_left(self._replay) <= 0:
                raise StudentFailure(Failure("died", "the notebook ends the process when it runs from the top"))
            self._replays[self._replay] = self._replays.get(self._replay, 0) + 1
        self._memory_mb = self._task.memory_mb
        self._worker = self._connect(self._task)
        self._clock = Clock(self._worker.use, self._imports, self._slowness)
        loaded = self._exchange(
            self._worker,
            LoadRequest(cells=self._cells, replay=self._replay),
            LoadedReply,
            Budget(START_SECONDS, limit="that reading the cells may take"),
        )
        self.definitions = loaded.definitions

    def _ask(self, request: Request, expected: type[R], budget: Budget) -> R:
        """The reply of a worker that has the cells; see ``_exchange``."""
        return self._exchange(self._worker_with_cells(), request, expected, budget)

    def _exchange(self, worker: WorkerConnection, request: Request, expected: type[R], budget: Budget) -> R:
        """The worker's reply, which is of the ``expected`` type. Raises StudentFailure and _WorkerDied."""
        reply = self._wait_for_reply(worker, request, budget)
        self._remember_problems(reply.problems)
        self._used.update(reply.used[:1000])
        if isinstance(reply, FailureReply):
            raise StudentFailure(Failure(reply.failure, reply.message[:1500], reply.detail[:4000]))
        if not isinstance(reply, expected):
            raise self._refuse_reply(request, "the reply belongs to another kind of request")
        return reply

    def _wait_for_reply(self, worker: WorkerConnection, request: Request, budget: Budget) -> Reply:
        subject = request.subject
        try:
            with self._clock.charge(budget, subject):
                return worker.request(request, self._clock)
        except wire.Unsendable as error:
            raise GraderError(f"a test sends {error}; send it in batches") from error
        except UsedUp:
            self._stop()
            raise StudentFailure(explain_time(subject, budget)) from None
        except wire.Closed:
            end = self._stop()
            raise _WorkerDied(end, explain_end(subject, end)) from None
        except wire.ProtocolError as error:
            raise self._refuse_reply(request, str(error)) from None
        except BaseException:  # the test was ended meanwhile; the reply still to come belongs to no later request
            self._stop()
            raise

    def _refuse_reply(self, request: Request, reason: str) -> StudentFailure:
        """Stop a worker that sent something else than a reply; ``reason`` is for the instructor."""
        self._stop()
        message = f"the grader cannot read what came back from {request.subject}"
        return StudentFailure(Failure("protocol", message, reason))

    def _remember_problems(self, problems: Iterable[str]) -> None:
        """Keep each sentence once. More may come with every reply: statements run when they are first needed."""
        sentences = dict.fromkeys([*self.problems, *(text[:500] for text in problems)])
        self.problems = tuple(sentences)[:100]

    def _stop(self) -> WorkerEnd:
        """Stop the worker and keep its log; returns how it had ended when that is known."""
        if self._worker is None:
            return WorkerEnd()
        worker, self._worker = self._worker, None
        end = worker.stop()
        self._logs.append(worker.log())
        return end


def _with_numbers(argument: Any) -> Any:
    """The argument, with Python's numbers for arrays without axes, also inside lists.

    A contract says "float" or "int", and a test that copies every argument by ``np.array`` must not hand over anything
    else. Dictionaries are left alone: they may hold the weights of a network.
    """
    if isinstance(argument, list | tuple):
        return [_with_numbers(value) for value in argument]
    is_number = isinstance(argument, np.ndarray) and argument.ndim == 0
    return argument.item() if is_number else argument
