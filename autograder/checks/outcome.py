"""How a check says that an answer is wrong: as data, from which one function makes the sentence.

    LABEL_KEPT = Mistake("label-not-subtracted", "the label is not subtracted from p", advice="Let them derive …")
    fail(LABEL_KEPT, "dW1")          # «dW1 is wrong: the label is not subtracted from p.»

A ``Problem`` is what a check sees; a ``Mistake`` is a cause that the numbers confirm. Both are entries of a catalogue:
``autograder.checks.catalogue`` for all assignments, ``tests/<slug>/hidden/catalogue.py`` for one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NoReturn

from autograder.checks.wording import write_sentence
from autograder.errors import AuthorError
from autograder.records import Discrepancy


@dataclass(frozen=True)
class Problem:
    """Something that a check observes, without knowing why.

    ``code`` is short, stable and the same for all students: reports, exports and audits count it. ``message`` is the
    sentence for the student, a template for ``str.format``: with the entry's own values, and with ``{quantity}`` for
    what is wrong ("dW1 and db1"), ``{is}``, ``{has}``, ``{it}`` and ``{its}`` to agree with it. Without ``{quantity}``
    the sentence stands as it is.
    """

    code: str
    message: str
    advice: str = ""
    """One line for the instructor: what usually lies behind it, what to discuss."""

    def __call__(self, **values: Any) -> Statement:
        """The entry with its values filled in. Text says *where* (a layer, a file), a number says *how much*."""
        return Statement(self, values)


@dataclass(frozen=True)
class Mistake(Problem):
    """A cause that the numbers confirm. Where ``message`` has no ``{quantity}``, it goes on after "dW1 is wrong: "."""


@dataclass(frozen=True)
class Statement:
    """An entry of the catalogue with its values."""

    entry: Problem
    values: Mapping[str, Any] = field(default_factory=dict)


WRONG = Problem("wrong", "{quantity} {is} wrong")
"""What is seen of a quantity when the mistake itself is known."""


class CheckFailed(AssertionError):
    """An answer is wrong, or right in part.

    ``discrepancies`` are what is wrong, each as data and as a sentence that never holds a hidden input or an expected
    number. ``score`` (0 ≤ score < 1) is the part of the test's marks that is earned all the same. ``detail`` is for
    the instructor only.
    """

    def __init__(self, discrepancies: Sequence[Discrepancy], score: float = 0.0, detail: str = "") -> None:
        if not 0 <= score < 1:
            raise AuthorError(f"a failed check earns a score of at least 0 and less than 1, not {score!r}")
        if not discrepancies:
            raise AuthorError("a failed check says what is wrong; it was given nothing")
        super().__init__(" ".join(discrepancy.message for discrepancy in discrepancies))
        self.discrepancies = tuple(discrepancies)
        self.score = score
        self.detail = detail

    @property
    def message(self) -> str:
        """What the student reads."""
        return " ".join(discrepancy.message for discrepancy in self.discrepancies)

    @property
    def quantity(self) -> tuple[str, ...]:
        """What is wrong: the names of arrays or numbers, "dW1" and "db1"."""
        return self.discrepancies[0].quantity

    @property
    def problem(self) -> str:
        """Code of what was observed."""
        return self.discrepancies[0].problem

    @property
    def diagnosis(self) -> str:
        """Code of the confirmed mistake, or ""."""
        return self.discrepancies[0].diagnosis

    @property
    def values(self) -> Mapping[str, Any]:
        """What fills the sentence."""
        return self.discrepancies[0].values


def discrepancy(what: Problem | Statement, quantity: str | Sequence[str] = ()) -> Discrepancy:
    """One thing that is wrong, of the named quantities, with the sentence that a student reads."""
    statement = what if isinstance(what, Statement) else what()
    names = (quantity,) if isinstance(quantity, str) else tuple(quantity)
    names = tuple(name for name in names if name)
    entry = statement.entry
    confirmed = isinstance(entry, Mistake)
    try:
        sentence = write_sentence(entry.message, names, statement.values, confirmed=confirmed)
    except (KeyError, IndexError, ValueError) as error:
        raise AuthorError(f"the sentence of {entry.code!r} cannot be filled in: {error!r}") from error
    problem = WRONG if confirmed else entry
    return Discrepancy(names, problem.code, entry.code if confirmed else "", dict(statement.values), sentence)


def fail(
    what: Problem | Statement | str,
    quantity: str | Sequence[str] = (),
    *,
    score: float = 0.0,
    detail: str = "",
) -> NoReturn:
    """Raise :class:`CheckFailed`: ``fail(SEED_IGNORED)``, ``fail(TOO_MANY_EPOCHS(function=train))``.

    A public test, which names no mistakes, may pass a plain sentence.
    """
    if isinstance(what, str):
        what = Problem("stated", what.replace("{", "{{").replace("}", "}}"))
    raise CheckFailed([discrepancy(what, quantity)], score, detail)
