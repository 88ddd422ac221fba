"""Lays out the shelves of a new assignment, with a task that already works."""

from __future__ import annotations

import re
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from autograder.errors import AuthorError

SHELVES = ("assignments", "solutions", "tests", "release")
_HIDDEN = {"gitignore": ".gitignore"}
"""Names in the skeleton → names in the course."""


def lay_out(slug: str, title: str, root: Path) -> list[Path]:
    """Write the skeleton of ``slug`` below ``root``, and what the course lacks beside it; the files written.

    Raises AuthorError, and writes nothing, when the slug is no name or a shelf has it already.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", slug):
        raise AuthorError(f"{slug!r} is no name for an assignment; expected lower-case letters, digits and _")
    taken = [
        place for shelf in SHELVES for place in (root / shelf / slug, root / shelf / f"{slug}.py") if place.exists()
    ]
    if taken:
        raise AuthorError(f"{slug} is there already: {', '.join(map(str, taken))}; take another name, or remove them")
    skeleton = resources.files("autograder.release") / "skeleton"
    written = [path for path, text in _files(skeleton / "course", root) if _write(path, text)]
    for path, text in _files(skeleton / "shelves", root):
        place = Path(str(path).replace("SLUG", slug))
        _write(place, text.replace("SLUG", slug).replace("TITLE", title))
        written.append(place)
    return written


def _files(folder: Traversable, target: Path) -> list[tuple[Path, str]]:
    """All files of a folder of the skeleton: where each goes, and its text."""
    found: list[tuple[Path, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            found += _files(entry, target / entry.name)
        elif entry.is_file():
            found.append((target / _HIDDEN.get(entry.name, entry.name), entry.read_text(encoding="utf-8")))
    return found


def _write(path: Path, text: str) -> bool:
    """Whether the file was written; one that is there stays."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True
