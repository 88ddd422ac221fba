"""``tests/<slug>/equivalent.toml``: which changes of the model answer are no mistakes, and why.

[[free]]                                  # what the sheet leaves open; mutants of it are not made
function = "draw_histories"
change = "*"                              # a pattern of fnmatch; everything where it is left out
why = "how a figure looks is the student's choice"

[[mutant]]                                # a survivor that computes the same
function = "corrupt"
change = "line 5: a + b → a - b"
why = "the noise is symmetric about 0"
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path

from autograder.audit.variants import Variant


@dataclass(frozen=True)
class Free:
    """Changes of one function that the sheet leaves to the student."""

    function: str
    change: str
    why: str

    def covers(self, mutant: Variant) -> bool:
        return function_of(mutant) == self.function and fnmatchcase(mutant.description, self.change)


@dataclass(frozen=True)
class Equivalent:
    """What a course says of the mutants of one assignment."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    """Key of a survivor → why it is no mistake."""
    free: tuple[Free, ...] = ()

    def mistakes(self, mutants: Iterable[Variant]) -> list[Variant]:
        """Those that change nothing that is left open."""
        return [one for one in mutants if not any(free.covers(one) for free in self.free)]


def read(folder: Path) -> Equivalent:
    """The file in ``tests/<slug>``; nothing where there is none."""
    path = folder / "equivalent.toml"
    if not path.is_file():
        return Equivalent()
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    reasons = {f"{one['function']}: {one['change']}": one["why"] for one in found.get("mutant", [])}
    return Equivalent(
        reasons, tuple(Free(o["function"], o.get("change", "*"), o["why"]) for o in found.get("free", []))
    )


def function_of(mutant: Variant) -> str:
    """``Net.forward`` for the overlay ``Net.forward-7``."""
    return mutant.name.rsplit("-", 1)[0]


def key(mutant: Variant) -> str:
    """A mutant as the file names it."""
    return f"{function_of(mutant)}: {mutant.description}"
