"""The source of a cell → its statements; a line or a definition that Python refuses costs nothing but itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.worker.legacy_code import without_print

_MAGIC = re.compile(r"^(?P<indent>\s*)([%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$)")
_CONTINUES = re.compile(r"\s|[)\]}#]|(else|elif|except|finally)\b|$")


@dataclass(frozen=True)
class ParseIssue:
    """Something of a cell that could not be read, in words that go on after the cell's name."""

    message: str
    binds: frozenset[str] = frozenset()
    """The names that are lost with it."""


def parse(source: str) -> tuple[str, list[ast.stmt], list[ParseIssue]]:
    """The text as parsed, its statements, and what could not be read.

    Lines that only IPython understands (``%matplotlib``, ``!pip``, ``x?``) and Python 2 prints become ``pass``. Only a
    line that Python refuses is looked at, so a ``%`` inside a string or an expression stays as it is. When a cell still
    does not parse, its top-level statements are tried one by one.
    """
    lines = source.split("\n")
    if lines and lines[0].lstrip().startswith("%%"):
        lines[0] = "pass"
    lines, tree, error, notes = _parse(lines)
    text = "\n".join(lines)
    if tree is not None:
        return text, tree.body, notes
    statements, faults = [], notes
    pieces = list(_pieces(lines))
    for first, piece in pieces if len(pieces) > 1 else [(0, lines)]:
        _, tree, error, _ = _parse([*[""] * first, *piece])
        if tree is not None:
            statements += tree.body
        else:
            faults.append(ParseIssue(f"could not be read: {error}", _roughly_bound("\n".join(piece))))
    return text, statements, faults


def _parse(lines: list[str]) -> tuple[list[str], ast.Module | None, str, list[ParseIssue]]:
    """The lines as parsed, the tree (None on failure), the reason of the failure, and the prints passed over."""
    notes: list[ParseIssue] = []
    for _ in range(len(lines) + 1):
        try:
            return lines, ast.parse("\n".join(lines)), "", notes
        except SyntaxError as error:
            number = (error.lineno or 0) - 1
            magic = _MAGIC.match(lines[number]) if 0 <= number < len(lines) else None
            if magic is not None:
                lines = [*lines[:number], magic["indent"] + "pass", *lines[number + 1 :]]
            elif (mended := without_print(lines, number)) is not None:
                lines = mended
                notes.append(
                    ParseIssue(f"line {number + 1} has a Python 2 print, which was passed over; write print(…)")
                )
            else:
                return lines, None, _syntax_sentence(error, lines), notes
        except (ValueError, RecursionError, MemoryError) as error:
            return lines, None, f"{type(error).__name__}: {error}", notes
    return lines, None, "too many lines that are not Python", notes


def _pieces(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """The top-level statements by their indentation, each with the number of its first line (from 0)."""
    start = 0
    for number in range(1, len(lines) + 1):
        begins = number == len(lines) or not _CONTINUES.match(lines[number])
        decorated = lines[start].startswith("@") and all(line.startswith("@") for line in lines[start:number])
        if begins and not decorated:
            yield start, list(lines[start:number])
            start = number


def _syntax_sentence(error: SyntaxError, lines: Sequence[str]) -> str:
    number = error.lineno or 0
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"line {number}: {type(error).__name__}: {error.msg}: {line[:120]}"


def _roughly_bound(source: str) -> frozenset[str]:
    """Names that text which does not parse was meant to bind."""
    pairs = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=", source, re.M)
    return frozenset(name for pair in pairs for name in pair if name)
