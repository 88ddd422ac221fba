"""The file names that an assignment sheet asks for: regular expressions in ``SubmissionRules``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from autograder.records import SubmissionRules


def match_name(name: str, patterns: Iterable[str]) -> re.Match[str] | None:
    """Return the match of the whole name with the first pattern that accepts it."""
    matches = (re.fullmatch(pattern, name) for pattern in patterns)
    return next((match for match in matches if match), None)


def get_student_ids(match: re.Match[str] | None) -> tuple[str, ...]:
    """Return the students' IDs in a name: the non-empty groups of its pattern that are called ``id…``."""
    groups = match.groupdict() if match else {}
    return tuple(value for group, value in groups.items() if group.startswith("id") and value)


def accepted_extensions(rules: SubmissionRules) -> tuple[str, ...]:
    """List the extensions that may be handed in.

    Those are ``.ipynb`` and, for every optional pattern, what follows its last ``\\.``, as in ``.+\\.(pdf|txt)``.
    """
    extensions: dict[str, None] = {".ipynb": None}
    for pattern in rules.optional:
        ending = re.search(r"\\\.\(?(?:\?:)?([a-z0-9|]+)\)?$", pattern)
        extensions |= {f".{name}": None for name in (ending[1].split("|") if ending else ())}
    return tuple(extensions)
