"""How a check says that an answer is wrong."""

from __future__ import annotations

from typing import NoReturn

from autograder.errors import AuthorError


class CheckFailed(AssertionError):
    """An answer is wrong, or right in part.

    ``sentence`` is read by the student: which quantity, how far off, never a hidden input or an expected number.
    ``diagnosis`` is the short name of a mistake that was confirmed, or empty. ``score`` (0 ≤ score < 1) is the part of
    the test's marks that is earned all the same. ``detail`` is for the instructor only.
    """

    def __init__(self, message: str, diagnosis: str = "", score: float = 0.0, detail: str = "") -> None:
        if not 0 <= score < 1:
            raise AuthorError(f"a failed check earns a score of at least 0 and less than 1, not {score!r}")
        super().__init__(message)
        self.message = message
        self.diagnosis = diagnosis
        self.score = score
        self.detail = detail


def fail(message: str, diagnosis: str = "", score: float = 0.0, detail: str = "") -> NoReturn:
    """Raise :class:`CheckFailed`: ``fail("the two images are the same", diagnosis="not random")``."""
    raise CheckFailed(message, diagnosis, score, detail)
