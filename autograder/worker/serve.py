"""The student's side of the trust boundary: answers requests by running the student's code.

``serve`` is what a worker process runs; ``Host.handle`` answers one request and is used directly where the code
runs in the same process (a notebook's own kernel). Everything here is untrusted as seen from the judge.
"""

from __future__ import annotations

import os
import socket
import sys
import traceback
from collections.abc import Callable, Mapping
from typing import Any, Protocol

import msgspec

from autograder.boundary import wire
from autograder.boundary.messages import (
    FailureKind,
    FailureReply,
    LeftOutRequest,
    LoadedReply,
    LoadRequest,
    ProbeRequest,
    Reply,
    Request,
    ValueReply,
    pack_message,
    split_nonce,
    unpack_request,
)
from autograder.worker.doubt import may_matter
from autograder.worker.entropy import Entropy
from autograder.worker.import_notices import ImportNotices
from autograder.worker.legacy_code import restore_numpy_names
from autograder.worker.program import Program, explain_absence
from autograder.worker.replay import replay
from autograder.worker.statement import Problem, describe
from autograder.worker.submitted_modules import import_as_usual, programs_of, submitted_programs

Probe = Callable[..., Any]


class Namespace(Protocol):
    """Where a host looks names up: a Program, or the variables of a live kernel."""

    @property
    def variables(self) -> dict[str, Any]: ...
    def get(self, name: str) -> Any: ...
    def problem_with(self, name: str) -> Problem | None: ...


class NotThere(Exception):
    """The submission does not define a name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class Overwritten(Exception):
    """A name that a function is asked for by is bound to something else."""


class StudentNamespace:
    """What a probe gets as its first argument: the student's functions as attributes."""

    def __init__(self, namespace: Namespace, used: set[str], entropy: Entropy) -> None:
        self._namespace = namespace
        self._used = used
        self._entropy = entropy

    def __getattr__(self, name: str) -> Any:
        self._used.add(name)
        try:
            return self._namespace.get(name)
        except KeyError:
            raise NotThere(name) from None

    def __same_chance__(self, seed: int) -> None:
        """Let all chance start anew; probes call it by ``probing.chance.same_chance``."""
        self._entropy.restart(seed)


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
        self._reported: set[str] = set()
        self.entropy = Entropy(self._list_variables)

    def take(self, programs: Mapping[str, Program]) -> None:
        """Answer from these namespaces from now on."""
        self.namespaces = dict(programs)
        for program in (*programs.values(), *submitted_programs()):
            program.around = self.entropy.undisturbed

    def handle(self, request: Request) -> Reply:
        """Answer one request; never raises."""
        used: set[str] = set()
        try:
            reply = self._answer(request, used)
        except BaseException as error:  # SystemExit and KeyboardInterrupt come from quit() and must not end the worker
            reply = self._explain_failure(request, error)
        problems = [problem.message for program in self.namespaces.values() for problem in program.notable_problems]
        new = [message for message in [*problems, *self.notes] if message not in self._reported]
        self._reported.update(new)
        return msgspec.structs.replace(reply, problems=new, used=sorted(used))

    def _answer(self, request: Request, used: set[str]) -> Reply:
        if isinstance(request, LoadRequest):
            return self._load(request)
        if isinstance(request, LeftOutRequest):
            namespace = self._namespace(request.notebook)
            return ValueReply(value=isinstance(namespace, Program) and may_matter(namespace, request.names))
        with self.entropy.controlled(request.seed):
            student = StudentNamespace(self._namespace(request.notebook), used, self.entropy)
            if isinstance(request, ProbeRequest):
                return ValueReply(value=self.probes[request.name](student, *request.args, **request.kwargs))
            function = getattr(student, request.name)
            if not callable(function):
                if request.args or request.kwargs:
                    raise Overwritten(_explain_overwritten(request.name, self._namespace(request.notebook), function))
                return ValueReply(value=function)
            return ValueReply(value=function(*request.args, **request.kwargs))

    def _list_variables(self) -> list[dict[str, Any]]:
        """The variables of every module of the submission, of files that others import too."""
        namespaces = [*self.namespaces.values(), *submitted_programs(), *([self.kernel] if self.kernel else [])]
        return [namespace.variables for namespace in namespaces]

    def _load(self, request: LoadRequest) -> LoadedReply:
        self.take(programs_of(request.cells))
        if request.replay is not None and isinstance(program := self._namespace(request.replay), Program):
            import_as_usual()
            with self.entropy.undisturbed("replay"):
                replay(program)
        return LoadedReply(definitions={name: program.definitions for name, program in self.namespaces.items()})

    def _namespace(self, notebook: str) -> Namespace:
        """The names of that notebook. Cells that belong to no notebook have the only namespace there is."""
        if self.kernel is not None:
            return self.namespaces.get(notebook, self.kernel)
        only = next(iter(self.namespaces.values())) if len(self.namespaces) == 1 else Program()
        namespace = self.namespaces.get(notebook, only)
        if isinstance(namespace, Program):
            namespace.activate()
        return namespace

    def _explain_failure(self, request: Request, error: BaseException) -> FailureReply:
        namespace = self._namespace(getattr(request, "notebook", ""))
        kind, message = _describe_failure(request.subject, namespace, error)
        detail = "".join(traceback.format_exception(error))[-4000:]
        return FailureReply(failure=kind, message=message[:1500], detail=detail)


def _is_left_open(namespace: Namespace, name: str) -> bool:
    """True for a name that is not defined because the student has not answered the stub of its cell yet."""
    return isinstance(namespace, Program) and namespace.stubbed and namespace.problem_with(name) is None


def _describe_failure(subject: str, namespace: Namespace, error: BaseException) -> tuple[FailureKind, str]:
    """The kind of a failure and the sentence that the student reads."""
    if isinstance(error, NotImplementedError):
        return "not_attempted", "not attempted"
    if isinstance(error, NotThere) and _is_left_open(namespace, error.name):
        return "not_attempted", "not attempted"
    if isinstance(error, NotThere):
        why = explain_absence(namespace, error.name) or "; define it under exactly this name"
        return "missing", f"`{error.name}` is not defined{why}"
    if isinstance(error, Overwritten):
        return "raised", str(error)
    if isinstance(error, MemoryError) or "can't allocate memory" in str(error):
        return "memory", f"{subject} asked for more memory than a correct answer needs"
    frame = _student_frame(error)
    if frame is not None and not frame.name.startswith("<"):
        subject = f"`{frame.name}`"
    where = f" in {frame.filename[1:-1]}, line {frame.lineno}" if frame else ""
    message = f"{subject} failed{where}: {describe(error)}"
    if isinstance(error, NameError) and error.name:
        places = [namespace, *submitted_programs()]
        message += next(filter(None, (explain_absence(place, error.name) for place in places)), "")
    return "raised", message


def _explain_overwritten(name: str, namespace: Namespace, value: Any) -> str:
    """Which cell gives a function's name to something else."""
    statements = namespace.statements if isinstance(namespace, Program) else []
    binding = [statement for statement in statements if name in statement.names.binds]
    functions = [statement for statement in binding if statement.is_definition]
    kind = f"{value!r:.40}" if isinstance(value, int | float | str) else f"of type {type(value).__name__}"
    if functions and binding[-1] not in functions:
        return (
            f"`{name}` is a function in {functions[-1].label}, but {binding[-1].label} gives the name to something "
            f"else: it is {kind} there. Use another name for it."
        )
    return f"`{name}` is no function: it is {kind}. Define a function of this name."


def _student_frame(error: BaseException) -> traceback.FrameSummary | None:
    """The innermost frame that is the student's: its function, cell and line."""
    frames = reversed(traceback.extract_tb(error.__traceback__))
    return next((f for f in frames if f.filename.startswith("<") and not f.filename.startswith("<frozen")), None)


def serve(connection: socket.socket, probes: Mapping[str, Probe]) -> None:
    """Answer requests until the judge closes the connection."""
    sys.path.insert(0, os.getcwd())
    host = Host(None, probes)
    if (numpy := sys.modules.get("numpy")) is not None:
        restore_numpy_names(numpy, host.notes.append)
    imports = ImportNotices(connection)
    with imports.installed(), host.entropy.installed():
        while True:
            try:
                plain, nonce = split_nonce(wire.receive(connection, tensors=True))
                request = unpack_request(plain)
                with imports.of_request(nonce):
                    reply = host.handle(request)
                _send(connection, reply, request, nonce)
            except wire.Closed:
                return


def _send(connection: socket.socket, reply: Reply, request: Request, nonce: int) -> None:
    """Send the reply, or a sentence that says why the value cannot be sent."""
    try:
        wire.send(connection, pack_message(reply, nonce))
    except wire.Closed:
        raise
    except BaseException as error:
        reason = str(error) if isinstance(error, wire.Unsendable) else describe(error)
        wire.send(connection, pack_message(refuse_value(request, reason), nonce))


def refuse_value(request: Request, reason: str) -> FailureReply:
    """The reply for a value that the wire does not carry; ``reason`` completes "returned …"."""
    return FailureReply(failure="unreadable", message=f"{request.subject} returned {reason}"[:1500])
