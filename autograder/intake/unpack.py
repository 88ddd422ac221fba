"""Member → file on disk, piece by piece. The limit is on the bytes that are really read, not on the declared size."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from autograder.course.files import size_text
from autograder.errors import GraderError, SubmissionError
from autograder.intake.archives import DAMAGED, READ_ERRORS, Member

PIECE_BYTES = 2**18


def store(member: Member, target: Path, max_bytes: int) -> tuple[str, int]:
    """Write one member to ``target``, which must not exist. Returns (why it was not kept or "", bytes written).

    Of a member that is damaged or larger than ``max_bytes`` nothing is kept. Raises ``GraderError`` when the disk
    and not the upload is the cause.
    """
    size = 0
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as out:
            for piece in _read_pieces(member):
                size += len(piece)
                if size > max_bytes:
                    raise SubmissionError(f"it is larger than the {size_text(max_bytes)} that are still allowed")
                out.write(piece)
    except SubmissionError as error:
        target.unlink(missing_ok=True)
        return str(error), 0
    except OSError as error:
        raise GraderError(f"{target} cannot be written: {error.strerror}") from None
    return "", size


def _read_pieces(member: Member) -> Iterator[bytes]:
    """Read a member in pieces; whatever is wrong with the archive becomes a ``SubmissionError``."""
    try:
        with member.open() as file:
            while piece := file.read(PIECE_BYTES):
                yield piece
    except READ_ERRORS:
        raise SubmissionError(DAMAGED) from None
