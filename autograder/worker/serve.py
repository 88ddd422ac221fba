"""The student's side of the trust boundary: answers requests by running the student's code.

``serve`` is what a worker process runs; ``Host.handle`` answers one request and is used directly where the code
runs in the same process (a notebook's own kernel). Everything here is untrusted as seen from the judge.
"""

from __future__ import annotations

import os
import random
import socket
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Protocol

from autograder.boundary import wire
from autograder.boundary.messages import subject
from autograder.records import Cell
from autograder.worker.legacy_code import restore_numpy_names
from autograder.worker.program import Problem, Program, describe, explain_absence
from autograder.worker.submitted_modules import programs_of

Probe = Callable[..., Any]


class Namespace(Protocol):
    """Where a host looks names up: a Program, or the variables of a live kernel."""

    def get(self, name: str) -> Any: ...
    def problem_with(self, name: str) -> Problem | None: ...


class NotThere(Exception):
    """The submission does not define a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class StudentNamespace:
    """What a probe gets as its first argument: the student's functions as attributes."""

    def __init__(self, namespace: Namespace, used: set[str]) -> None:
        self._namespace = namespace
        self._used = used

    def __getattr__(self, name: str) -> Any:
        self._used.add(name)
        try:
            return self._namespace.get(name)
        except KeyError:
            raise NotThere(name) from None


class Host:
    """Runs calls and probes on the namespaces of a submission: one for each notebook and each script.

    A live kernel stands for all of its notebook's; then only scripts have one of their own.
    """

    def __init__(self, kernel: Namespace | None, probes: Mapping[str, Probe]) -> None:
        self.kernel = kernel
        self.namespaces: dict[str, Program] = {}
        self.probes = probes
        self.notes: list[str] = []
        """What the student should know about older code, beside the problems of loading."""
        self._told: set[str] = set()

    def handle(self, request: dict) -> dict:
        """``{"op": "load" | "call" | "probe", …}`` → ``{"value": …}`` or ``{"failure": …}``; never raises.

        ``problems`` of the reply are what could not be loaded and was not told before, ``used`` the student's names
        that were asked for.
        """
        used: set[str] = set()
        try:
            reply: dict = {"value": self._answer(request, used)}
        except BaseException as error:  # SystemExit and KeyboardInterrupt come from quit() and must not end the worker
            reply = {"failure": self._failure(request, error)}
        problems = [problem.message for program in self.namespaces.values() for problem in program.problems]
        new = [message for message in [*problems, *self.notes] if message not in self._told]
        self._told.update(new)
        return reply | {"problems": new, "used": sorted(used)}

    def _answer(self, request: dict, used: set[str]) -> Any:
        if request["op"] == "load":
            self.namespaces = programs_of(Cell(**cell) for cell in request["cells"])
            return {"definitions": {name: program.definitions for name, program in self.namespaces.items()}}
        seed_everything(request["seed"])
        student = StudentNamespace(self._namespace(request), used)
        if request["op"] == "probe":
            return self.probes[request["name"]](student, *request["args"], **request["kwargs"])
        value = getattr(student, request["name"])
        if not callable(value) and not request["args"] and not request["kwargs"]:
            return value
        return value(*request["args"], **request["kwargs"])

    def _namespace(self, request: dict) -> Namespace:
        """That of the request's notebook; of the only one where cells are of no notebook in particular."""
        if self.kernel is not None:
            return self.namespaces.get(request.get("notebook", ""), self.kernel)
        only = next(iter(self.namespaces.values())) if len(self.namespaces) == 1 else Program()
        return self.namespaces.get(request.get("notebook", ""), only)

    def _failure(self, request: dict, error: BaseException) -> dict:
        kind, message = self._sentence(request, error)
        detail = "".join(traceback.format_exception(error))[-4000:]
        return {"kind": kind, "message": message[:1500], "detail": detail}

    def _left_open(self, request: dict, name: str) -> bool:
        """Whether a value that is not there is one that the student has not given yet."""
        program = self._namespace(request)
        return isinstance(program, Program) and program.stubbed and program.problem_with(name) is None

    def _sentence(self, request: dict, error: BaseException) -> tuple[str, str]:
        what = subject(request)
        namespace = self._namespace(request)
        if isinstance(error, NotImplementedError):
            return "not_attempted", "not attempted"
        if isinstance(error, NotThere) and self._left_open(request, error.name):
            return "not_attempted", "not attempted"
        if isinstance(error, NotThere):
            why = explain_absence(namespace, error.name) or "; define it under exactly this name"
            return "missing", f"`{error.name}` is not defined{why}"
        if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
            return "memory", f"{what} asked for more memory than a correct answer needs"
        frame = _student_frame(error)
        if frame is not None and not frame.name.startswith("<"):
            what = f"`{frame.name}`"
        where = f" in {frame.filename[1:-1]}, line {frame.lineno}" if frame else ""
        message = f"{what} failed{where}: {describe(error)}"
        if isinstance(error, NameError) and error.name:
            message += explain_absence(namespace, error.name)
        return "raised", message


def _student_frame(error: BaseException) -> traceback.FrameSummary | None:
    """The innermost frame that is the student's: its function, cell and line."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((f for f in frames if f.filename.startswith("<") and not f.filename.startswith("<frozen")), None)


def seed_everything(seed: int) -> None:
    """Seed every generator that the submission may use; only frameworks that are loaded already."""
    random.seed(seed)
    if (numpy := sys.modules.get("numpy")) is not None:
        numpy.random.seed(seed % 2**32)
    if (torch := sys.modules.get("torch")) is not None:
        torch.manual_seed(seed % 2**63)
    if (keras := sys.modules.get("keras")) is not None:
        keras.utils.set_random_seed(seed % 2**32)


def serve(connection: socket.socket, probes: Mapping[str, Probe]) -> None:
    """Answer requests until the judge closes the connection."""
    sys.path.insert(0, os.getcwd())
    host = Host(None, probes)
    if (numpy := sys.modules.get("numpy")) is not None:
        restore_numpy_names(numpy, host.notes.append)
    while True:
        try:
            request = wire.receive(connection, tensors=True)
            reply = host.handle(request)
            reply["nonce"] = request["nonce"]
            _send(connection, reply, request)
        except wire.Closed:
            return


def _send(connection: socket.socket, reply: dict, request: dict) -> None:
    try:
        wire.send(connection, reply)
    except wire.Closed:
        raise
    except BaseException as error:
        reason = str(error) if isinstance(error, wire.Unsendable) else describe(error)
        message = f"{subject(request)} returned {reason}"
        failure = {"kind": "unreadable", "message": message, "detail": ""}
        wire.send(connection, {"failure": failure, "nonce": request["nonce"]})
