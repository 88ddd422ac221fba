"""Parses the source of a cell into statements; a line or definition that Python rejects costs only itself."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from autograder.worker.legacy_code import replace_print

_MAGIC = re.compile(
    r"^(?P<indent>\s*)([%!?]|[\w.,\s]+=\s*[%!]|[\w.]+\?{1,2}\s*$|(pip3?|conda|cd|ls|mkdir|cat|who)\s+[^\s=(\[,:])"
)
"""What IPython alone understands, in a cell that it cannot read as a whole either."""
_CONTINUES = re.compile(r"\s|[)\]}#]|(else|elif|except|finally)\b|$")


@dataclass(frozen=True)
class ParseIssue:
    """A part of a cell that could not be read, or was skipped. ``message`` continues a sentence: "cell 3 …"."""

    message: str
    binds: frozenset[str] = frozenset()
    """The names that are lost with it."""
    is_unread: bool = False
    """True for what Python rejects, False for what was skipped on purpose."""


@dataclass(frozen=True)
class _Attempt:
    """The lines as they were parsed last, with the tree (None on failure) or the reason of the failure."""

    lines: list[str]
    tree: ast.Module | None
    error: str
    skipped_prints: list[ParseIssue]


def parse(source: str) -> tuple[str, list[ast.stmt], list[ParseIssue]]:
    """Return the text as it was parsed, its statements, and what could not be read.

    Lines that only IPython understands (``%matplotlib``, ``!pip``, ``x?``) and Python 2 prints become ``pass``. Only
    lines that Python rejects are changed, so a ``%`` inside a string or an expression stays as it is. If a cell still
    does not parse, each of its top-level statements is parsed on its own.
    """
    lines = source.split("\n")
    whole = _parse_lines(lines)
    text = "\n".join(whole.lines)
    if whole.tree is not None:
        return text, whole.tree.body, whole.skipped_prints
    statements, issues = [], whole.skipped_prints
    pieces = list(_split_statements(whole.lines))
    for first, piece in pieces if len(pieces) > 1 else [(0, whole.lines)]:
        part = _parse_lines([*[""] * first, *piece])
        if part.tree is not None:
            statements += part.tree.body
        else:
            names = _guess_bound_names("\n".join(piece))
            issues.append(ParseIssue(f"could not be read: {part.error}", names, is_unread=True))
    return text, statements, issues


def _parse_lines(lines: list[str]) -> _Attempt:
    """Parse, and replace the line that Python rejects as long as it is a magic or a Python 2 print."""
    skipped: list[ParseIssue] = []
    for _ in range(len(lines) + 1):
        try:
            return _Attempt(lines, ast.parse("\n".join(lines)), "", skipped)
        except SyntaxError as error:
            number = (error.lineno or 0) - 1
            magic = _MAGIC.match(lines[number]) if 0 <= number < len(lines) else None
            if magic is not None:
                lines = [*lines[:number], magic["indent"] + "pass", *lines[number + 1 :]]
            elif (without_print := replace_print(lines, number)) is not None:
                lines = without_print
                skipped.append(
                    ParseIssue(
                        f"uses the Python 2 print statement in line {number + 1}. It was skipped; "
                        "write print(…) instead."
                    )
                )
            else:
                return _Attempt(lines, None, _describe_syntax_error(error, lines), skipped)
        except (ValueError, RecursionError, MemoryError) as error:
            return _Attempt(lines, None, f"{type(error).__name__}: {error}", skipped)
    return _Attempt(lines, None, "too many lines are not Python", skipped)


def _split_statements(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the top-level statements, found by their indentation, with the number of their first line (from 0)."""
    start = 0
    for number in range(1, len(lines) + 1):
        begins = number == len(lines) or not _CONTINUES.match(lines[number])
        decorated = lines[start].startswith("@") and all(line.startswith("@") for line in lines[start:number])
        if begins and not decorated:
            yield start, list(lines[start:number])
            start = number


def _describe_syntax_error(error: SyntaxError, lines: Sequence[str]) -> str:
    number = error.lineno or 0
    line = lines[number - 1].strip() if 0 < number <= len(lines) else ""
    return f"line {number}: {type(error).__name__}: {error.msg}: {line[:120]}"


def _guess_bound_names(source: str) -> frozenset[str]:
    """Return the names that text which does not parse was probably meant to bind."""
    pairs = re.findall(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=", source, re.M)
    return frozenset(name for pair in pairs for name in pair if name)
