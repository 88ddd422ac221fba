"""Creates the folders of a new assignment, with a task that already works."""

from __future__ import annotations

import re
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from autograder.errors import AuthorError

FOLDERS = ("assignments", "solutions", "tests", "release")
"""The four folders of a course; each has one subfolder per assignment."""
_RENAMED = {"gitignore": ".gitignore"}
"""Names in the skeleton → names in the course."""


def create_assignment(slug: str, title: str, root: Path) -> list[Path]:
    """Write the skeleton of ``slug`` below ``root``, and the files that the course itself lacks. Returns what it wrote.

    Raises ``AuthorError`` and writes nothing when the slug is not a valid name or is used already.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", slug):
        raise AuthorError(
            f"{slug!r} cannot be the name of an assignment: use lower-case letters, digits and _, a letter first"
        )
    existing = [
        path for folder in FOLDERS for path in (root / folder / slug, root / folder / f"{slug}.py") if path.exists()
    ]
    if existing:
        raise AuthorError(f"{slug} exists already: {', '.join(map(str, existing))}; use another name, or remove them")
    skeleton = resources.files("autograder.release") / "skeleton"
    written = [path for path, text in _read_templates(skeleton / "course", root) if _write_if_absent(path, text)]
    for template, text in _read_templates(skeleton / "assignment", root):
        path = Path(str(template).replace("SLUG", slug))
        _write_if_absent(path, text.replace("SLUG", slug).replace("TITLE", title))
        written.append(path)
    return written


def _read_templates(folder: Traversable, target: Path) -> list[tuple[Path, str]]:
    """Read all files of a folder of the skeleton. Returns for each the path that it goes to, and its text."""
    templates: list[tuple[Path, str]] = []
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir() and entry.name != "__pycache__":
            templates += _read_templates(entry, target / entry.name)
        elif entry.is_file():
            templates.append((target / _RENAMED.get(entry.name, entry.name), entry.read_text(encoding="utf-8")))
    return templates


def _write_if_absent(path: Path, text: str) -> bool:
    """Write a new file; returns False, and changes nothing, when it exists already."""
    if path.exists():
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return True
