"""The requests and replies that cross the trust boundary, and the check that every received one has to pass.

``boundary.wire`` turns bytes into plain data; the functions here turn plain data into one of these types, or raise
``wire.ProtocolError``. What a student's function takes and returns (``args``, ``kwargs``, ``value``) may be any data
that the wire carries; everything else has a fixed type, and an unknown field is refused.
"""

from __future__ import annotations

from typing import Any, ClassVar, Literal

import msgspec

from autograder.boundary.wire import ProtocolError
from autograder.records import Cell

NONCE = "nonce"
"""The field of a message that pairs a reply with its request; a worker cannot answer a request it has not read."""


class _Message(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What all messages share: on the wire, the field ``kind`` says which of them it is."""


class LoadRequest(_Message, frozen=True, kw_only=True, tag="load"):
    """Read these cells. Statements run when a later request first needs them."""

    subject: ClassVar[str] = "the code of this task"
    cells: tuple[Cell, ...]
    replay: str | None = None
    """The notebook or script of which every statement runs now, in order, instead of each when it is needed."""


class _CodeRequest(_Message, frozen=True, kw_only=True):
    """Run code of the submission, with every random generator seeded anew."""

    name: str
    args: list[Any]
    kwargs: dict[str, Any]
    seed: int
    notebook: str
    """The notebook or script whose names are meant; "" where the submission has only one."""


class CallRequest(_CodeRequest, frozen=True, kw_only=True, tag="call"):
    """Call the student's function ``name``, or read the value of that name when there are no arguments."""

    @property
    def subject(self) -> str:
        return f"`{self.name}`"


class ProbeRequest(_CodeRequest, frozen=True, kw_only=True, tag="probe"):
    """Run the assignment's probe ``name`` beside the student's code."""

    subject: ClassVar[str] = "the code of this task"


class LeftOutRequest(_Message, frozen=True, kw_only=True, tag="left-out"):
    """Could statements that have not run, because ``names`` do not depend on them by their form, change the answers?"""

    subject: ClassVar[str] = "the code of this task"
    names: list[str]
    notebook: str


Request = LoadRequest | CallRequest | ProbeRequest | LeftOutRequest
"""``request.subject`` is what a sentence about it speaks of: the student's function, not the probe that looks at it."""


class _Reply(_Message, frozen=True, kw_only=True):
    problems: list[str] = msgspec.field(default_factory=list)
    """Sentences for the student: what could not be loaded, or was read as older code. Each is sent once."""
    used: list[str] = msgspec.field(default_factory=list)
    """Names of the submission that the request looked up."""


class LoadedReply(_Reply, frozen=True, kw_only=True, tag="loaded"):
    """The answer to a LoadRequest."""

    definitions: dict[str, dict[str, int]]
    """Notebook → name → index of the cell that defines it last."""


class ValueReply(_Reply, frozen=True, kw_only=True, tag="value"):
    """What the student's function or the probe returned."""

    value: Any


FailureKind = Literal["not_attempted", "missing", "raised", "memory", "unreadable"]
"""The kinds of ``records.Failure`` that a worker may claim; the judge itself sees time-outs and ended processes."""


class FailureReply(_Reply, frozen=True, kw_only=True, tag="failure"):
    """Why there is no value."""

    failure: FailureKind
    message: str
    """For the student."""
    detail: str = ""
    """For the instructor: the traceback."""


class ImportNotice(_Message, frozen=True, kw_only=True, tag="import"):
    """Sent before and after an import of a module that is not loaded yet, while the reply is still to come."""

    begins: bool


Reply = LoadedReply | ValueReply | FailureReply


def pack_message(message: Request | Reply | ImportNotice, nonce: int | None = None) -> dict[str, Any]:
    """The plain data of a message, for ``wire.send``."""
    fields = msgspec.structs.asdict(message)
    if isinstance(message, LoadRequest):
        fields["cells"] = [msgspec.to_builtins(cell) for cell in message.cells]
    plain: dict[str, Any] = {"kind": message.__struct_config__.tag, **fields}
    return plain if nonce is None else plain | {NONCE: nonce}


def unpack_request(plain: object) -> Request:
    """The request that was packed into ``plain`` (without its nonce). Raises ``wire.ProtocolError``."""
    request: Request = _unpack(plain, Request)
    return request


def unpack_reply(plain: object) -> Reply:
    """The reply that an untrusted worker packed into ``plain`` (without its nonce). Raises ``wire.ProtocolError``."""
    reply: Reply = _unpack(plain, Reply)
    return reply


def unpack_reply_or_notice(plain: object) -> Reply | ImportNotice:
    """As ``unpack_reply``, where a notice may come first."""
    message: Reply | ImportNotice = _unpack(plain, Reply | ImportNotice)
    return message


def split_nonce(plain: object) -> tuple[dict[Any, Any], int]:
    """The message without its nonce, and the nonce. Raises ``wire.ProtocolError`` where there is none."""
    nonce = plain.get(NONCE) if isinstance(plain, dict) else None
    if not isinstance(plain, dict) or type(nonce) is not int:
        raise ProtocolError("a message without a nonce")
    return {key: value for key, value in plain.items() if key != NONCE}, nonce


def _unpack(plain: object, message_type: Any) -> Any:
    try:
        return msgspec.convert(plain, message_type)
    except msgspec.ValidationError as error:
        raise ProtocolError(f"a message of the wrong form: {error}") from None
