"""Replaces texts of a source, each of which must occur exactly once."""

from __future__ import annotations

import ast
import itertools
import re
from collections.abc import Iterable, Sequence

from autograder.errors import AuthorError


def replace_once(sources: Sequence[str], replacements: Iterable[tuple[str, str]], path: str) -> list[str]:
    """The sources with all replacements made. Old texts are looked for in the sources as they were.

    Raises AuthorError, naming the file ``path``, unless each old text occurs exactly once in all sources together, no
    two of them overlap, and what was valid Python still is.
    """
    spans: list[tuple[int, int, int, str]] = []
    for old, new in replacements:
        places = [(number, at) for number, source in enumerate(sources) for at in _occurrences(source, old)]
        if len(places) != 1:
            raise AuthorError(f"{path}: {old!r} occurs {len(places)} times in what it changes, expected once")
        number, start = places[0]
        spans.append((number, start, start + len(old), new))
    spans.sort()
    for (number, _, end, _), (next_number, start, _, _) in itertools.pairwise(spans):
        if number == next_number and start < end:
            raise AuthorError(f"{path}: two texts of REPLACE overlap at {sources[number][start:end]!r}")
    changed = list(sources)
    for number, start, end, new in reversed(spans):
        changed[number] = changed[number][:start] + new + changed[number][end:]
    for before, after in zip(sources, changed, strict=True):
        if _is_python(before) and not _is_python(after):
            raise AuthorError(f"{path}: after the replacement this is no valid Python:\n{after}")
    return changed


def _occurrences(source: str, text: str) -> list[int]:
    """Where a text begins, occurrences that overlap included."""
    return [match.start() for match in re.finditer(f"(?={re.escape(text)})", source)]


def _is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
