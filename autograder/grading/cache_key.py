"""Keys of reports: a report is used again while submission, tests and environment are the same."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from pathlib import Path

from autograder import data
from autograder.course.files import files_under
from autograder.course.tree import TOML, slugs_in
from autograder.course.versions import versions
from autograder.records import Assignment

_PACKAGE = Path(__file__).resolve().parents[1]


def hash_environment(assignment: Assignment, root: Path) -> str:
    """SHA-256 over everything that the assignment's verdicts depend on, the submission left out.

    That is the platform, the versions of the frameworks, whether data sets are real, the grader's own code, and of the
    course: the assignment's toml, all files of its tests (data files too), and the references without those of other
    assignments. The course secret is left out: it must not be in memory before the fork server is forked, and
    another secret draws other inputs but does not change a sound verdict.
    """
    kinds = {name: data.kind(name) for name in assignment.data}
    digest = hashlib.sha256(repr((sys.platform, versions(assignment), kinds)).encode())
    for path in _files_of(assignment.slug, root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + _hash_file(path))
    for path in files_under(_PACKAGE):
        if path.suffix == ".py":
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0" + _hash_file(path))
    return digest.hexdigest()


def hash_upload(upload: Path, environment: str) -> str:
    """SHA-256 of one upload (a file, or a folder with all its files) in that environment."""
    digest = hashlib.sha256(environment.encode())
    for path in _files_handed_in(upload) if upload.is_dir() else [upload]:
        digest.update(path.relative_to(upload.parent).as_posix().encode() + b"\0" + _hash_file(path))
    return digest.hexdigest()


def _files_of(slug: str, root: Path) -> Iterator[Path]:
    """The files of the course that grading the assignment reads."""
    yield root / "assignments" / slug / TOML
    yield from files_under(root / "tests" / slug)
    yield from (path for path in (root / "tests/__init__.py", root / "tests/conftest.py") if path.is_file())
    others = {name for other in slugs_in(root) if other != slug for name in (other, f"{other}.py")}
    for path in files_under(root / "solutions"):
        if path.relative_to(root / "solutions").parts[0] not in others:
            yield path


def _files_handed_in(folder: Path) -> list[Path]:
    """Links are left out: they may lead anywhere on this machine."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in files if "__pycache__" not in path.parts)


def _hash_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()
