"""What has been graded already: a report is reused while submission, tests and environment are the same."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from autograder import data
from autograder.course.versions import versions
from autograder.records import Assignment


def environment_key(assignment: Assignment, root: Path) -> str:
    """SHA-256 over everything but the submission that a verdict depends on.

    The course secret is left out: it must not be in memory before the fork server is forked, and another secret
    draws other inputs but leaves a sound verdict as it is.
    """
    kinds = {name: data.kind(name) for name in assignment.data}
    digest = hashlib.sha256(repr((sys.platform, versions(assignment), kinds)).encode())
    folders = [root / "tests" / assignment.slug, root / "solutions", Path(__file__).resolve().parents[1]]
    files = [path for folder in folders for path in _files(folder) if path.suffix == ".py"]
    for path in (root / "assignments" / assignment.slug / "assignment.toml", *files):
        digest.update(path.name.encode() + b"\0")
        digest.update(path.read_bytes() if path.is_file() else b"")
    return digest.hexdigest()


def key(upload: Path, environment: str) -> str:
    """Key of one upload (a file, or a folder with all its files) in that environment."""
    digest = hashlib.sha256(environment.encode())
    for path in _files(upload) if upload.is_dir() else [upload]:
        digest.update(str(path.relative_to(upload.parent)).encode() + b"\0")
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    found: Iterable[Path] = folder.rglob("*")
    yield from sorted(p for p in found if p.is_file() and not p.is_symlink() and "__pycache__" not in p.parts)
