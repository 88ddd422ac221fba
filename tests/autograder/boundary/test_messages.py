"""The typed messages of the trust boundary: what a worker may send, and what the judge makes of anything else."""

from __future__ import annotations

import math
import socket
import threading
from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.boundary import wire
from autograder.boundary.connection import SocketConnection, WorkerEnd
from autograder.boundary.messages import (
    CallRequest,
    FailureReply,
    LoadedReply,
    LoadRequest,
    ProbeRequest,
    Reply,
    Request,
    ValueReply,
    pack_message,
    unpack_reply,
    unpack_request,
)
from autograder.checks.student import StudentFailure
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Cell, Task

CALL = CallRequest(name="f", args=[1], kwargs={"k": 2}, seed=2**62, notebook="a.ipynb")
REQUESTS: list[Request] = [
    LoadRequest(cells=(Cell(3, "x = 1", True, "x_answer", "", "a.ipynb"), Cell(0, "y = 1", False, file="b.py"))),
    CALL,
    ProbeRequest(name="p", args=[], kwargs={}, seed=0, notebook=""),
]
REPLIES: list[Reply] = [
    LoadedReply(definitions={"a.ipynb": {"f": 3}}, problems=["cell 4 failed"]),
    ValueReply(value=None, used=["f"]),
    ValueReply(value={"failure": "raised", 1: [2j, {"kind": "loaded"}]}),
    FailureReply(failure="raised", message="`f` failed", detail="Traceback"),
]


@pytest.mark.parametrize("request_sent", REQUESTS)
def test_a_request_survives_the_wire(request_sent: Request) -> None:
    assert unpack_request(wire.decode(wire.encode(pack_message(request_sent)))) == request_sent


@pytest.mark.parametrize("reply", REPLIES)
def test_a_reply_survives_the_wire(reply: Reply) -> None:
    """A value may be any data, also data that looks like a message."""
    assert unpack_reply(wire.decode(wire.encode(pack_message(reply)))) == reply


def test_arrays_pass_as_they_are() -> None:
    """Arguments and values are not looked into: arrays keep their dtype and are not copied."""
    array = np.arange(3, dtype=np.float32)
    reply = unpack_reply(pack_message(ValueReply(value={"deep": [array]})))
    assert isinstance(reply, ValueReply)
    assert reply.value["deep"][0] is array


def lie(**changes: Any) -> dict[str, Any]:
    """A well-formed reply with some fields changed; None takes the field away."""
    reply = {"kind": "failure", "failure": "raised", "message": "m", "detail": "d", "problems": [], "used": []}
    return {name: value for name, value in (reply | changes).items() if value is not None}


LIES: list[Any] = [
    None,
    7,
    "passed",
    [],
    {},
    np.zeros(3),
    {"value": 1},
    {"kind": "value"},
    {"kind": "passed", "value": 1},
    {"kind": ["value"], "value": 1},
    {"kind": "value", "value": 1, "score": 100},
    {"kind": "value", "value": 1, "failure": "raised"},
    {"kind": "value", "value": 1, 5: 6},
    {"kind": "value", "value": 1, "problems": "none"},
    {"kind": "value", "value": 1, "problems": [b"x"]},
    {"kind": "value", "value": 1, "problems": np.zeros(2)},
    {"kind": "value", "value": 1, "used": [1]},
    {"kind": "loaded"},
    {"kind": "loaded", "definitions": {"a": {"f": 1.5}}},
    {"kind": "loaded", "definitions": {"a": {"f": True}}},
    {"kind": "loaded", "definitions": {1: {}}},
    {"kind": "loaded", "definitions": {"a": ["f"]}},
    lie(failure="timeout"),
    lie(failure="died"),
    lie(failure=None),
    lie(message=None),
    lie(message=3),
    lie(detail=["x"]),
    lie(failure={"kind": "raised", "message": "m"}),
    pack_message(CALL),
]


@pytest.mark.parametrize("plain", LIES, ids=[str(number) for number in range(len(LIES))])
def test_what_is_no_reply_is_a_protocol_error(plain: Any) -> None:
    with pytest.raises(wire.ProtocolError):
        unpack_reply(plain)


plain_data = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.binary(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8) | st.integers(), inner, max_size=3),
    max_leaves=8,
)
field_names = st.sampled_from(["kind", "value", "failure", "message", "detail", "problems", "used", "definitions"])
kinds = st.sampled_from(["loaded", "value", "failure"])


@given(st.dictionaries(field_names, plain_data, max_size=6), kinds)
@settings(max_examples=300, deadline=None)
def test_no_reply_crashes_the_judge(fields: dict[str, Any], kind: str) -> None:
    """Whatever stands in the fields of a reply, it is a reply or a protocol error."""
    for plain in (fields, fields | {"kind": kind}):
        try:
            reply = unpack_reply(plain)
        except wire.ProtocolError:
            continue
        assert isinstance(reply, LoadedReply | ValueReply | FailureReply)
        assert all(isinstance(text, str) for text in [*reply.problems, *reply.used])


class LyingWorker:
    """Answers every request but the first with ``plain``, a dict, to which it may add the right nonce."""

    def __init__(self, plain: Any, with_nonce: bool = True) -> None:
        self.ours, self.theirs = socket.socketpair()
        self.plain = plain
        self.with_nonce = with_nonce
        self.thread = threading.Thread(target=self.answer)
        self.thread.start()
        self.connection = SocketConnection(self.ours, self.stop, lambda: "")

    def answer(self) -> None:
        try:
            nonce = wire.receive(self.theirs)["nonce"]
            wire.send(self.theirs, {"kind": "loaded", "definitions": {}, "problems": [], "used": [], "nonce": nonce})
            nonce = wire.receive(self.theirs)["nonce"]
            added = {"nonce": nonce} if self.with_nonce else {}
            wire.send(self.theirs, self.plain | added if isinstance(self.plain, dict) else self.plain)
            wire.receive(self.theirs)
        except wire.Closed:
            pass

    def stop(self) -> WorkerEnd:
        self.ours.close()
        self.thread.join()
        self.theirs.close()
        return WorkerEnd()


@pytest.fixture
def ask_liar() -> Iterator[Any]:
    """``ask_liar(plain)``: the failure that a call ends in when the worker replies with ``plain``."""
    students = []

    def ask(plain: Any, with_nonce: bool = True) -> Any:
        student = Student(lambda task: LyingWorker(plain, with_nonce).connection, (), (), Seeds(b"k", "s"))
        students.append(student)
        student.begin(Task("t", "1", "T", 1.0, seconds=20.0))
        with pytest.raises(StudentFailure) as caught:
            student.functions.f(1)
        return caught.value.failure

    yield ask
    for student in students:
        student.close()


@pytest.mark.parametrize("plain", [*LIES, pack_message(REPLIES[0])], ids=lambda _: "")
def test_a_submission_whose_worker_lies_gets_one_sentence(ask_liar: Any, plain: Any) -> None:
    """A reply of the wrong form, or to another kind of request, fails the submission, it raises nothing of ours."""
    failure = ask_liar(plain)
    assert failure.kind == "protocol"
    assert failure.message == "the grader cannot read what came back from `f`"
    assert failure.detail


@pytest.mark.parametrize("nonce", [None, 1, True, "2", 2.0, math.nan, 3, [2]])
def test_a_reply_must_repeat_the_nonce(ask_liar: Any, nonce: Any) -> None:
    """The second request has the nonce 2; a reply that was prepared before it was read does not know it."""
    plain = {"kind": "value", "value": 1, "problems": [], "used": []} | ({} if nonce is None else {"nonce": nonce})
    assert ask_liar(plain, with_nonce=False).kind == "protocol"


def test_long_texts_of_a_worker_are_cut(ask_liar: Any) -> None:
    """A worker cannot fill a report."""
    failure = ask_liar(lie(message="m" * 10**6, detail="d" * 10**6))
    assert (failure.kind, len(failure.message), len(failure.detail)) == ("raised", 1500, 4000)


def test_the_next_call_gets_a_fresh_worker_after_a_lie() -> None:
    workers: list[LyingWorker] = []

    def connect(task: Task) -> SocketConnection:
        good = pack_message(ValueReply(value=5))
        workers.append(LyingWorker(good if workers else {"kind": "value"}))
        return workers[-1].connection

    student = Student(connect, (), (), Seeds(b"k", "s"))
    student.begin(Task("t", "1", "T", 1.0, seconds=20.0))
    with pytest.raises(StudentFailure):
        student.functions.f()
    assert student.functions.f() == 5
    assert len(workers) == 2
    student.close()
