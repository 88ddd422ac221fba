"""Reads ``tests/<slug>/equivalent.toml``: which changes of the model answer are no mistakes, and why.

[[free]]                                  # what the sheet leaves open; mutants of it are not made
function = "draw_histories"
change = "*"                              # a pattern of fnmatch; everything where it is left out
why = "how a figure looks is the student's choice"

[[mutant]]                                # a mutant that computes the same as the model answer
function = "corrupt"
change = "line 5: a + b → a - b"
why = "the noise is symmetric about 0"
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from autograder.audit.variants import Variant
from autograder.course.toml_file import Text, TomlTable, parse_toml

S = TypeVar("S", bound=msgspec.Struct)


class Free(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Changes of one function that the sheet leaves to the student."""

    function: Text
    why: Text
    change: Text = "*"

    def covers(self, mutant: Variant) -> bool:
        """True for a mutant that is such a change."""
        return function_of(mutant) == self.function and fnmatchcase(mutant.description, self.change)


class Survivor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A change of one function after which it still computes the same."""

    function: Text
    change: Text
    why: Text


class EquivalentFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The top of the file; its entries are read one by one."""

    free: list[dict[str, Any]] = msgspec.field(default_factory=list)
    mutant: list[dict[str, Any]] = msgspec.field(default_factory=list)


@dataclass(frozen=True)
class Equivalent:
    """What a course says about the mutants of one assignment."""

    reasons: Mapping[str, str] = field(default_factory=dict)
    """Key of a survivor → why it is no mistake."""
    free: tuple[Free, ...] = ()

    def mistakes(self, mutants: Iterable[Variant]) -> list[Variant]:
        """The mutants without those that change what is left to the student."""
        return [mutant for mutant in mutants if not any(free.covers(mutant) for free in self.free)]


def read(folder: Path) -> Equivalent:
    """The file in ``tests/<slug>``; nothing where there is none. AuthorError names file, entry and key."""
    path = folder / "equivalent.toml"
    if not path.is_file():
        return Equivalent()
    entries = TomlTable(parse_toml(path), "", path).read(EquivalentFile)
    survivors = [_read_entry(values, f"[[mutant]] {n}", path, Survivor) for n, values in enumerate(entries.mutant, 1)]
    free = [_read_entry(values, f"[[free]] {n}", path, Free) for n, values in enumerate(entries.free, 1)]
    return Equivalent({f"{entry.function}: {entry.change}": entry.why for entry in survivors}, tuple(free))


def _read_entry(values: dict[str, Any], name: str, path: Path, struct: type[S]) -> S:
    """One entry; ``name`` is completed by the function that it is about, where that is known."""
    function = values.get("function")
    return TomlTable(values, f"{name} ({function})" if function else name, path).read(struct)


def function_of(mutant: Variant) -> str:
    """The function that a mutant changes: ``Net.forward`` for the variant ``Net.forward-7``."""
    return mutant.name.rsplit("-", 1)[0]


def key(mutant: Variant) -> str:
    """A mutant as the file names it."""
    return f"{function_of(mutant)}: {mutant.description}"
