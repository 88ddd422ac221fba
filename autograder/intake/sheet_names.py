"""The file names that an assignment sheet asks for: regular expressions in ``SubmissionRules``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from autograder.intake.filenames import remove_browser_ending
from autograder.records import Assignment, SubmissionRules

OTHER_EXTENSIONS = {".pth": ".pt", ".ckpt": ".pt", ".h5": ".weights.h5", ".hdf5": ".weights.h5"}
"""Extensions that people give to weights, and those under which a sheet may ask for them."""
_COPY_MARKS = re.compile(
    r"^(?:copy|copie|copia|kopie|kopia) (?:of|de|von|di) "
    r"|(?:[ _-]*\(\d+\)|[ _-]+copy(?: ?\d+| \(\d+\))?)$",
    re.IGNORECASE,
)
"""What Google Drive puts before the name of a copy, and browsers, Jupyter, Windows and macOS after it."""


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


def list_plain_names(assignment: Assignment) -> tuple[str, ...]:
    """List the names that the sheet asks for literally: scripts, files of tasks, and patterns without any choice."""
    rules = assignment.rules
    files = [name for task in assignment.tasks for name in task.files]
    plain = [
        re.sub(r"\\(.)", r"\1", pattern)
        for pattern in (*rules.notebooks, *rules.optional)
        if not re.search(r"(?<!\\)[\[(+*?|{.]|\\[A-Za-z0-9]", pattern)
    ]
    return tuple(dict.fromkeys([*assignment.scripts, *files, *plain]))


def find_sheet_name(name: str, patterns: Iterable[str], plain_names: Iterable[str] = ()) -> str:
    """Return the name that the sheet asks for and that ``name`` was meant as; "" when there is none.

    What browsers, file managers and Jupyter add to a name does not count, nor do capitals, - or space for _, and an
    extension that is commonly given to the same files.
    """
    patterns, plain_names = tuple(patterns), tuple(plain_names)
    variants = tuple(dict.fromkeys(_list_variants(name)))
    exact = [variant for variant in variants if variant in plain_names]
    similar = [plain for variant in variants for plain in plain_names if _simplify(plain) == _simplify(variant)]
    if exact or similar:
        return [*exact, *similar][0]
    spellings = (spelling for variant in variants for spelling in _list_spellings(variant))
    return next((spelling for spelling in spellings if match_name(spelling, patterns)), "")


def _list_spellings(name: str) -> tuple[str, str, str]:
    path = PurePosixPath(name)
    return name, path.stem + path.suffix.lower(), name.lower()


def _list_variants(name: str) -> Iterator[str]:
    name = remove_browser_ending(name)
    yield name
    path = PurePosixPath(name)
    stem = path.stem
    while (shorter := _COPY_MARKS.sub("", stem, count=1)) not in ("", stem):
        stem = shorter
        yield stem + path.suffix
    if extension := OTHER_EXTENSIONS.get(path.suffix.lower()):
        yield path.stem + extension
        yield stem + extension


def _simplify(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")
