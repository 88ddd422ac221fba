"""The judge's view of a submission: ``student.f(x)`` calls the student's ``f`` in a worker and returns plain data.

Three kinds of workers run the code: a process of the fork server (grading), a subprocess (``pytest`` on a student's
machine, any system: ``student_side.subprocess_worker``) and the live kernel (a notebook's ``grade`` cell:
``nbgrader_road.kernel_worker``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np

from autograder.boundary import wire
from autograder.boundary.connection import WorkerConnection
from autograder.boundary.messages import (
    CallRequest,
    FailureReply,
    LoadedReply,
    LoadRequest,
    ProbeRequest,
    Reply,
    Request,
    ValueReply,
)
from autograder.checks.student import StudentFailure
from autograder.errors import GraderError
from autograder.judge.budgets import START_SECONDS
from autograder.judge.seeds import Seeds
from autograder.records import Cell, Failure, Task

R = TypeVar("R", LoadedReply, ValueReply)


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
    """

    def __init__(
        self, connect: Callable[[Task], WorkerConnection], cells: Sequence[Cell], files: Sequence[str], seeds: Seeds
    ) -> None:
        self._connect = connect
        self._cells = tuple(cells)
        self._files = frozenset(files)
        self._seeds = seeds
        self._worker: WorkerConnection | None = None
        self._memory_mb = 0
        """What the current worker may take."""
        self._task = Task("", "", "", 0)
        self._seconds_left = 0.0
        self._calls = 0
        self._purpose = ""
        self._logs: list[str] = []
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
        self._task, self._seconds_left = task, task.seconds
        if task.memory_mb > self._memory_mb:
            self._stop()

    def purpose(self, text: str) -> None:
        """Name what the next calls are for; their seeds follow from it."""
        self._purpose, self._calls = text, 0

    def load(self) -> None:
        """Bring a worker up and read the cells; fills ``definitions`` and ``problems``. Raises StudentFailure."""
        self._worker_with_cells()

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
        if self._seconds_left <= 0:
            message = f"the time for this task ({self._task.seconds:g} s) was used up"
            raise StudentFailure(Failure("timeout", message))
        worker = self._worker_with_cells()
        self._calls += 1
        seed = self._seeds(f"{self._purpose}#{self._calls}")
        given = {key: _with_numbers(value) for key, value in kwargs.items()}
        request = request_type(
            name=name, args=_with_numbers(list(args)), kwargs=given, seed=seed, notebook=self._task.place
        )
        started = time.monotonic()
        try:
            return self._ask(worker, request, ValueReply, self._seconds_left).value
        finally:
            self._seconds_left -= time.monotonic() - started

    def _worker_with_cells(self) -> WorkerConnection:
        if self._worker is None:
            self._memory_mb = self._task.memory_mb
            self._worker = self._connect(self._task)
            loaded = self._ask(self._worker, LoadRequest(cells=self._cells), LoadedReply, START_SECONDS)
            self.definitions = loaded.definitions
        assert self._worker is not None
        return self._worker

    def _ask(self, worker: WorkerConnection, request: Request, expected: type[R], seconds: float) -> R:
        """The worker's reply, which is of the ``expected`` type; every other end is a StudentFailure."""
        reply = self._exchange(worker, request, seconds)
        self._remember_problems(reply.problems)
        if isinstance(reply, FailureReply):
            raise StudentFailure(Failure(reply.failure, reply.message[:1500], reply.detail[:4000]))
        if not isinstance(reply, expected):
            raise self._refuse_reply(request, "the reply belongs to another kind of request")
        return reply

    def _exchange(self, worker: WorkerConnection, request: Request, seconds: float) -> Reply:
        subject = request.subject
        try:
            return worker.request(request, time.monotonic() + seconds)
        except wire.Unsendable as error:
            raise GraderError(f"a test sends {error}; send it in batches") from error
        except TimeoutError:
            self._stop()
            message = f"{subject} had not returned after {seconds:.0f} s; is there an endless loop?"
            raise StudentFailure(Failure("timeout", message)) from None
        except wire.Closed:
            ending = self._stop()
            if "memory" in ending:
                message = f"{subject} asked for more memory than a correct answer needs"
                raise StudentFailure(Failure("memory", message)) from None
            raise StudentFailure(Failure("died", f"{subject} ended the whole process{ending}")) from None
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

    def _stop(self) -> str:
        """Stop the worker and keep its log; returns how it had ended when that is known."""
        if self._worker is None:
            return ""
        worker, self._worker = self._worker, None
        ending = worker.stop()
        self._logs.append(worker.log())
        return ending


def _with_numbers(argument: Any) -> Any:
    """The argument, with Python's numbers for arrays without axes, also inside lists.

    A contract says "float" or "int", and a test that copies every argument by ``np.array`` must not hand over anything
    else. Dictionaries are left alone: they may hold the weights of a network.
    """
    if isinstance(argument, list | tuple):
        return [_with_numbers(value) for value in argument]
    is_number = isinstance(argument, np.ndarray) and argument.ndim == 0
    return argument.item() if is_number else argument
