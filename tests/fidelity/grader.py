"""The same notebook in the grader: its cells read as a judge reads them, its calls answered by a worker's own loop."""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import importlib
import os
import re
import signal
import socket
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

from autograder.boundary import wire
from autograder.boundary.connection import SocketConnection
from autograder.boundary.messages import CallRequest, FailureReply, LeftOutRequest, LoadRequest, ValueReply
from autograder.course.notebook_cells import read_cells
from autograder.records import Cell
from autograder.worker.serve import serve
from tests.fidelity.entry import Entry
from tests.fidelity.files import write_upload
from tests.fidelity.plain import describe_error, make_plain
from tests.helpers.waiting import Until

NOTEBOOK_SECONDS = 60.0
"""For all answers of a notebook together."""
SEED = 12345
PRELOADED = {"import numpy": "numpy", "torch": "torch", "matplotlib.pyplot": "matplotlib.pyplot"}
"""Text in the code of an entry → module that is imported before the fork, as a fork server does."""


@dataclasses.dataclass(frozen=True)
class Question:
    """How a test would ask for the value of a call."""

    name: str
    arguments: list[Any] = dataclasses.field(default_factory=list)
    cell: str = ""
    """A cell that defines ``name``, where the call is more than a function with literal arguments."""


def ask_grader(entry: Entry, is_right: Callable[[list[Any]], bool] = lambda values: True) -> list[Any]:
    """The grader's value for each of the entry's calls, or the name of what went wrong.

    As in a grading, only what a call needs runs at first. Where that is not right, a judge asks whether something may
    be missing; if so, everything is run in order, and what came of that is returned.
    """
    values, is_doubtful = _ask_all(entry, replay=None)
    if is_right(values) or not is_doubtful:
        return values
    return _ask_all(entry, replay="")[0]


def _ask_all(entry: Entry, replay: str | None) -> tuple[list[Any], bool]:
    """The values, and whether statements that have not run could change them."""
    questions = [_question(call, number) for number, call in enumerate(entry.calls)]
    with _loaded_worker(entry, questions, replay) as (worker, deadline):
        values = [_ask(worker, question, deadline) for question in questions]
        request = LeftOutRequest(names=sorted({question.name for question in questions}), notebook="")
        try:
            reply = worker.request(request, deadline)
        except (TimeoutError, wire.Closed):
            return values, True  # a judge asks a fresh worker
        return values, isinstance(reply, ValueReply) and reply.value is True


@contextlib.contextmanager
def _loaded_worker(
    entry: Entry, questions: list[Question], replay: str | None
) -> Iterator[tuple[SocketConnection, Until]]:
    with tempfile.TemporaryDirectory(prefix="fidelity-") as folder:
        notebook = write_upload(entry, Path(folder).resolve(), *(q.cell for q in questions if q.cell))
        cells = (*_submitted_files(entry, notebook.parent), *read_cells(notebook))
        with _forked_worker(entry, notebook.parent) as worker:
            deadline = Until(NOTEBOOK_SECONDS)
            loaded = worker.request(LoadRequest(cells=cells, replay=replay), deadline)
            assert not isinstance(loaded, FailureReply), loaded.message
            yield worker, deadline


def _submitted_files(entry: Entry, folder: Path) -> list[Cell]:
    """The ``.py`` files, by their path in the upload. An empty one has no cell."""
    scripts = [name for name, text in entry.files.items() if name.endswith(".py") and text]
    return [dataclasses.replace(read_cells(folder / name)[0], file=name) for name in scripts]


def _question(call: str, number: int) -> Question:
    node = ast.parse(call, mode="eval").body
    if isinstance(node, ast.Name):
        return Question(node.id)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        with contextlib.suppress(ValueError):  # an argument that is no literal
            return Question(node.func.id, [ast.literal_eval(argument) for argument in node.args])
    name = f"fidelity_call_{number}"
    return Question(name, cell=f"def {name}():\n    return {call}")


def _ask(worker: SocketConnection, question: Question, deadline: Until) -> Any:
    request = CallRequest(name=question.name, args=question.arguments, kwargs={}, seed=SEED, notebook="")
    try:
        reply = worker.request(request, deadline)
    except TimeoutError:
        return "no answer: it took too long"
    except wire.Closed:
        return "no answer: the worker ended"
    if isinstance(reply, ValueReply):
        return make_plain(reply.value)
    assert isinstance(reply, FailureReply)
    return _exception_of(reply)


def _exception_of(reply: FailureReply) -> str:
    """The failure as a kernel would show it; the sentence itself where no exception of Python is behind it."""
    if reply.failure == "missing":
        return describe_error("NameError")
    if reply.failure == "unreadable":
        return f"no answer: {reply.message}"
    named = re.findall(r"^(?:\w+\.)*(\w+)(?::|$)", reply.detail, re.MULTILINE)
    return describe_error(named[-1]) if named else f"no answer: {reply.message}"


@contextlib.contextmanager
def _forked_worker(entry: Entry, folder: Path) -> Iterator[SocketConnection]:
    """A worker in a process of its own, without a sandbox, in ``folder``; it is killed at the end."""
    for text, module in PRELOADED.items():
        if text in entry.code:
            importlib.import_module(module)
    ours, theirs = socket.socketpair()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Python 3.12 warns of a fork beside the threads of a library
        pid = os.fork()
    if pid == 0:
        ours.close()
        _serve_and_exit(theirs, folder)
    theirs.close()
    try:
        yield SocketConnection(ours, lambda: "", lambda: "")
    finally:
        ours.close()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def _serve_and_exit(connection: socket.socket, folder: Path) -> NoReturn:
    """What is left of pytest in a fork (captured output, strict warnings) must not reach the student's code."""
    try:
        os.setsid()
        os.chdir(folder)
        with open(os.devnull, "r+") as nothing:
            for stream in (0, 1, 2):
                os.dup2(nothing.fileno(), stream)
        sys.stdin, sys.stdout, sys.stderr = (open(n, mode) for n, mode in ((0, "r"), (1, "w"), (2, "w")))  # noqa: SIM115
        warnings.resetwarnings()
        os.environ["MPLBACKEND"] = "agg"
        serve(connection, {})
    finally:
        os._exit(0)
