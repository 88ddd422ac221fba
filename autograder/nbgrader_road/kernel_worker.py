"""A worker that is the live kernel of a notebook: what its ``grade`` cells use. No boundary at all."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from autograder.boundary import wire
from autograder.boundary.connection import Wait, WorkerEnd
from autograder.boundary.messages import (
    LeftOutRequest,
    LoadedReply,
    LoadRequest,
    Reply,
    Request,
    ValueReply,
    pack_message,
    unpack_reply,
    unpack_request,
)
from autograder.course.notebook_cells import read_cells
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.worker.program import Program
from autograder.worker.serve import Host, refuse_value


class KernelWorker:
    """Requests answered in this very process. Data goes through the wire's encoding, so a test sees the same."""

    def __init__(
        self, namespace: Any, probes: Mapping[str, Callable[..., Any]], scripts: Mapping[str, Program]
    ) -> None:
        self._host = Host(namespace, probes)
        self._host.take(scripts)

    def request(self, message: Request, wait: Wait) -> Reply:
        if isinstance(message, LoadRequest):
            return LoadedReply(definitions={})
        if isinstance(message, LeftOutRequest):  # everything ran in the kernel
            return ValueReply(value=False)
        received = unpack_request(wire.decode(wire.encode(pack_message(message)), tensors=True))
        reply = self._host.handle(received)
        try:
            return unpack_reply(wire.decode(wire.encode(pack_message(reply))))
        except wire.Unsendable as reason:
            return refuse_value(message, str(reason))

    def use(self) -> None:
        """Unknown: what the kernel uses is not the answer's alone."""

    def stop(self) -> WorkerEnd:
        return WorkerEnd()

    def log(self) -> str:
        return ""


class Kernel:
    """The variables of a live notebook kernel as a namespace of ``worker.Host``."""

    def __init__(self, variables: dict[str, Any]) -> None:
        self.variables = variables

    def get(self, name: str) -> Any:
        return self.variables[name]

    def problem_with(self, name: str) -> None:
        return None


def connect_in_process(
    variables: dict[str, Any],
    probes: Mapping[str, Callable[..., Any]],
    seeds: Seeds,
    folder: Path,
    scripts: Sequence[str] = (),
) -> Student:
    """A Student on the variables of this process, and on the scripts as they are saved now.

    Files are those of ``folder``, the current directory.
    """
    files = [path.name for path in folder.iterdir() if path.is_file()]
    programs = {
        name: Program.load(read_cells(folder / name), f"submission.{Path(name).stem}")
        for name in scripts
        if name in files
    }
    return Student(lambda task: KernelWorker(Kernel(variables), probes, programs), (), files, seeds)
