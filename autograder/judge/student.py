"""The judge's view of a submission: ``student.f(x)`` calls the student's ``f`` in a worker and returns plain data.

Three ways to reach the code stand behind the same object: a worker of the fork server (grading), a process of its
own (``pytest`` on a student's machine, any system: ``process_link``) and the live kernel (a notebook's ``grade`` cell:
``kernel_link``).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict
from typing import Any

from autograder.boundary import wire
from autograder.boundary.connection import WorkerConnection
from autograder.boundary.messages import subject
from autograder.errors import GraderError
from autograder.judge.budgets import START_SECONDS
from autograder.judge.seeds import Seeds
from autograder.records import Cell, Failure, Task


class StudentFailure(Exception):
    """The submission gave no value; ``failure`` says why."""

    def __init__(self, failure: Failure) -> None:
        super().__init__(failure.message)
        self.failure = failure


class Student:
    """Calls and probes of one submission, within the budget of the current task.

    A worker that dies, hangs or talks nonsense is stopped; the next call gets a fresh one.
    """

    def __init__(
        self, connect: Callable[[Task], WorkerConnection], cells: Sequence[Cell], files: Sequence[str], seeds: Seeds
    ) -> None:
        self._connect = connect
        self._cells = cells
        self._files = frozenset(files)
        self._seeds = seeds
        self._link: WorkerConnection | None = None
        self._memory_mb = 0
        self._task = Task("", "", "", 0)
        self._left = 0.0
        self._calls = 0
        self._purpose = ""
        self._logs: list[str] = []
        self.definitions: dict[str, dict[str, int]] = {}
        """Notebook → name → index of the cell that defines it last."""
        self.problems: tuple[str, ...] = ()

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("_"):
            raise AttributeError(name)
        return lambda *args, **kwargs: self._ask("call", name, args, kwargs)

    def probe(self, name: str, *args: Any, **kwargs: Any) -> Any:
        """Run a function of the assignment's probes beside the student's code; see ``tests/<slug>/probes``."""
        return self._ask("probe", name, args, kwargs)

    def file(self, name: str) -> bool:
        """Whether a file of this name was handed in; probes find it in their current directory."""
        return name in self._files

    def begin(self, task: Task) -> None:
        """Start the budget of a task. A worker with less memory than it may take is replaced at its first call."""
        self._task, self._left = task, task.seconds
        if task.memory_mb > self._memory_mb:
            self._stop()

    def purpose(self, text: str) -> None:
        """Name what the next calls are for; their seeds follow from it."""
        self._purpose, self._calls = text, 0

    def load(self) -> None:
        """Bring a worker up and read the cells; fills ``definitions`` and ``problems``."""
        self._ready()

    def close(self) -> None:
        self._stop()

    @property
    def log(self) -> str:
        """What the student's code printed so far, capped."""
        current = self._link.log() if self._link else ""
        return "".join([*self._logs, current])[-20_000:]

    def _ask(self, op: str, name: str, args: tuple, kwargs: dict) -> Any:
        if self._left <= 0:
            raise StudentFailure(Failure("timeout", f"the time for this task ({self._task.seconds:g} s) was used up"))
        link = self._ready()
        self._calls += 1
        seed = self._seeds(f"{self._purpose}#{self._calls}")
        request = {"op": op, "name": name, "args": list(args), "kwargs": kwargs, "seed": seed}
        request["notebook"] = self._task.place
        started = time.monotonic()
        try:
            return self._value(link, request, self._left)
        finally:
            self._left -= time.monotonic() - started

    def _ready(self) -> WorkerConnection:
        if self._link is None:
            self._memory_mb = self._task.memory_mb
            self._link = self._connect(self._task)
            cells = [asdict(cell) for cell in self._cells]
            found = self._value(self._link, {"op": "load", "cells": cells}, START_SECONDS)
            self.definitions = _definitions(found)
        assert self._link is not None
        return self._link

    def _value(self, link: WorkerConnection, request: dict, seconds: float) -> Any:
        what = subject(request)
        try:
            reply = link.request(request, time.monotonic() + seconds)
        except wire.Unsendable as error:
            raise GraderError(f"a test sends {error}; send it in batches") from error
        except TimeoutError:
            self._stop()
            message = f"{what} had not returned after {seconds:.0f} s; is there an endless loop?"
            raise StudentFailure(Failure("timeout", message)) from None
        except wire.Closed:
            ending = self._stop()
            if "memory" in ending:
                message = f"{what} asked for more memory than a correct answer needs"
                raise StudentFailure(Failure("memory", message)) from None
            raise StudentFailure(Failure("died", f"{what} ended the whole process{ending}")) from None
        except wire.ProtocolError as error:
            self._stop()
            message = f"{what} gave no answer that can be read"
            raise StudentFailure(Failure("protocol", message, str(error))) from None
        except BaseException:  # the test was ended meanwhile; the answer still to come belongs to no later question
            self._stop()
            raise
        if isinstance(reply, dict):
            self._note(_field(reply, "problems", list))
        else:
            raise StudentFailure(Failure("protocol", f"{what} gave no answer that can be read"))
        if "failure" in reply:
            raise StudentFailure(_failure(reply["failure"]))
        return reply.get("value")

    def _note(self, problems: list[Any]) -> None:
        """Keep what could not be loaded, each sentence once; statements are executed when they are first needed."""
        told = dict.fromkeys([*self.problems, *(str(text)[:500] for text in problems)])
        self.problems = tuple(told)[:100]

    def _stop(self) -> str:
        if self._link is None:
            return ""
        link, self._link = self._link, None
        ending = link.stop()
        self._logs.append(link.log())
        return ending


def _failure(data: Any) -> Failure:
    """A Failure from what the worker said; its words are text, nothing else."""
    kinds = ("not_attempted", "missing", "raised", "memory", "unreadable")
    kind = data.get("kind") if isinstance(data, dict) else None
    if kind not in kinds:
        return Failure("protocol", "the code gave no answer that can be read")
    return Failure(kind, str(data.get("message", ""))[:1500], str(data.get("detail", ""))[:4000])


def _definitions(found: Any) -> dict[str, dict[str, int]]:
    return {
        notebook: {name: cell for name, cell in table.items() if isinstance(name, str) and isinstance(cell, int)}
        for notebook, table in _field(found, "definitions", dict).items()
        if isinstance(notebook, str) and isinstance(table, dict)
    }


def _field(found: Any, name: str, kind: type) -> Any:
    value = found.get(name) if isinstance(found, dict) else None
    return value if isinstance(value, kind) else kind()
