"""Paths on the command line → submissions: single uploads, folders of them, and what course sites export."""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError
from autograder.intake.archives import from_folder, from_zip
from autograder.intake.filenames import (
    ARCHIVES,
    ZIPS,
    collision_key,
    is_archive,
    is_junk,
    matches,
    person,
    shown,
    stem,
    unclean,
)
from autograder.intake.unpack import store
from autograder.records import Assignment

MAX_ENTRIES = 100_000
"""Entries of an export of a whole class."""
MAX_EXPORT = 64 * 2**30
"""Bytes that an export may unpack to."""
METADATA = "submission_metadata.yml"

log = logging.getLogger(__name__)


def collect(paths: Iterable[Path], assignment: Assignment, into: Path | None = None) -> list[tuple[str, Path]]:
    """Submission ids, each different, and what ``receive`` is to be given for each.

    A path is one upload; a folder in which every file and every subfolder is one; or a zip of such a folder, such
    as Moodle's and Gradescope's exports, which is unpacked below ``into`` (by default a temporary folder that goes
    with this process). Raises ``SubmissionError`` when a path is not there or holds nothing to grade.
    """
    found: list[tuple[str, Path]] = []
    for path in paths:
        if not path.exists():
            raise SubmissionError(f"{path} does not exist; expected a notebook, a zip, or a folder of submissions")
        here = list(_submissions(path, assignment, into))
        if not here:
            raise SubmissionError(
                f"{path} holds no submission: expected notebooks, zips, or folders with one submission each"
            )
        found += here
    if not found:
        raise SubmissionError("nothing to grade: name a notebook, a zip, or a folder of submissions")
    return _with_unique_ids(found)


def _submissions(path: Path, assignment: Assignment, into: Path | None) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        names = [member.name for member in from_folder(path, MAX_ENTRIES) if not is_junk(member.name)]
        if _is_export(names, assignment) or not _holds_one(names):
            yield from _children(_descended(path))
        else:
            yield _id(path.resolve().name), _unwrapped(path)
    elif is_archive(path.name, ZIPS) and _is_zip_of_submissions(path, assignment):
        folder = Path(tempfile.mkdtemp(prefix="submissions-", dir=_working_folder(into)))
        _unpack(path, folder, assignment)
        yield from _children(_descended(folder))
    else:
        yield _id(stem(path.name)), path


def _children(folder: Path) -> Iterator[tuple[str, Path]]:
    """Every file that can be an upload and every subfolder that is not empty, in the order of their names."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or is_junk(path.name):
            continue
        if path.is_dir():
            if any(not is_junk(inner.name) for inner in path.iterdir()):
                yield _id(person(path.name)[0] or path.name), _unwrapped(path)
        elif _can_be_upload(path.name) or person(path.name)[0]:
            yield _id(person(path.name)[0] or stem(path.name)), path


def _unwrapped(folder: Path) -> Path:
    """The upload itself where a folder holds nothing else, so that the rule for its name applies."""
    inside = [path for path in folder.iterdir() if not is_junk(path.name) and path.name != METADATA]
    lone = inside[0] if len(inside) == 1 else folder
    return lone if lone.is_file() and not lone.is_symlink() and _can_be_upload(lone.name) else folder


def _is_zip_of_submissions(path: Path, assignment: Assignment) -> bool:
    """A zip with the name that the sheet asks for is one submission; another one is judged by what it lists."""
    if matches(path.name, assignment.rules.upload):
        return False
    try:
        names = [member.name for member in from_zip(path.resolve(), path.name, MAX_ENTRIES) if not is_junk(member.name)]
    except SubmissionError:
        return False  # unreadable: receive says so, as of any single upload
    return _is_export(names, assignment) or not _is_one(names)


def _is_export(names: list[str], assignment: Assignment) -> bool:
    """What only a course site, or a folder of several right uploads, looks like."""
    paths = [PurePosixPath(name) for name in names]
    stems = {stem(path.name) for path in paths if matches(path.name, assignment.rules.upload)}
    people = any(person(part)[0] for path in paths for part in path.parts)
    return people or any(path.name == METADATA for path in paths) or len(stems) > 1


def _holds_one(names: list[str]) -> bool:
    """A folder is itself a submission when one upload lies at its top and none below; weights may lie beside it."""
    uploads = [name for name in names if _can_be_upload(name)]
    return len(uploads) == 1 and "/" not in uploads[0]


def _descended(folder: Path) -> Path:
    """The folder of the submissions, where an export wraps it in another."""
    inside = [path for path in folder.iterdir() if not is_junk(path.name)]
    if len(inside) != 1 or not inside[0].is_dir() or inside[0].is_symlink() or person(inside[0].name)[0]:
        return folder
    uploads = [path for path in inside[0].iterdir() if _can_be_upload(path.name)]
    return folder if len(uploads) == 1 else _descended(inside[0])


def _is_one(names: list[str]) -> bool:
    """A zip of one submission has its notebook in one place: at the top, or in one folder; no archive beside it."""
    paths = [PurePosixPath(name) for name in names]
    uploads = [path for path in paths if _can_be_upload(path.name)]
    archives = [path for path in uploads if is_archive(path.name)]
    return len({path.parent for path in uploads}) <= 1 and (not archives or len(uploads) == 1)


def _can_be_upload(name: str) -> bool:
    return name.lower().endswith((".ipynb", *ARCHIVES))


def _unpack(path: Path, folder: Path, assignment: Assignment) -> None:
    """Write an export's files with their folders; what cannot be taken is logged, since no student hears of it."""
    left = MAX_EXPORT
    taken: set[str] = set()
    for member in from_zip(path.resolve(), path.name, MAX_ENTRIES):
        if is_junk(member.name):
            continue
        reason = member.refusal or unclean(member.name)
        if collision_key(member.name) in taken:
            reason = "it is there twice"
        if not reason:
            taken.add(collision_key(member.name))
            limit = min(assignment.rules.max_total_bytes, left)
            reason, size = store(member, folder / member.name, limit)
            left -= size
        if reason:
            log.warning("%s in %s was not taken: %s", shown(member.name), path.name, reason)


def _working_folder(into: Path | None) -> Path:
    if into:
        into.mkdir(parents=True, exist_ok=True)
        return into
    folder = Path(tempfile.mkdtemp(prefix="autograder-"))
    owner = os.getpid()

    def remove() -> None:
        if os.getpid() == owner:  # a forked child runs this too when it exits
            shutil.rmtree(folder, ignore_errors=True)

    atexit.register(remove)
    return folder


def _id(name: str) -> str:
    """A name that can be a file name everywhere and a cell in a table."""
    return re.sub(r"[^\w .@+-]", "_", name).strip(" .") or "submission"


def _with_unique_ids(found: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    unique: dict[str, Path] = {}
    taken: set[str] = set()
    for id, path in found:
        name, count = id, 1
        while collision_key(name) in taken:
            count += 1
            name = f"{id}-{count}"
        taken.add(collision_key(name))
        unique[name] = path
    return list(unique.items())
