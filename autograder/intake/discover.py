"""Paths on the command line → submissions: single uploads, folders of them, and what course sites export."""

from __future__ import annotations

import atexit
import logging
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.errors import SubmissionError
from autograder.intake.archives import Member, list_folder, list_zip
from autograder.intake.course_sites import GRADESCOPE_METADATA, split_exported_name
from autograder.intake.filenames import (
    ZIPS,
    collision_key,
    explain_unclean,
    get_stem,
    is_archive,
    is_junk,
    is_notebook,
    quote_name,
)
from autograder.intake.sheet_names import match_name
from autograder.intake.unpack import store
from autograder.records import Assignment, SubmissionRules

MAX_ENTRIES = 100_000
"""Entries of an export of a whole class."""
MAX_EXPORT_BYTES = 64 * 2**30
"""What an export may unpack to."""

log = logging.getLogger(__name__)


def find_submissions(paths: Iterable[Path], assignment: Assignment, into: Path | None = None) -> list[tuple[str, Path]]:
    """Return the submissions in ``paths``: for each an ID that no other has, and the path for ``receive_upload``.

    A path is one upload; a folder in which every file and every subfolder is one; or a zip of such a folder, as
    Moodle and Gradescope export it. A zip is unpacked below ``into`` (by default a temporary folder that is deleted
    when this process ends). Raises ``SubmissionError`` when a path does not exist or contains nothing to grade.
    """
    submissions: list[tuple[str, Path]] = []
    for path in paths:
        if not path.exists():
            raise SubmissionError(f"{path} does not exist; expected a notebook, a zip, or a folder of submissions")
        submissions_here = list(_find_in_path(path, assignment, into))
        if not submissions_here:
            raise SubmissionError(
                f"{path} contains no submission; expected notebooks, zips, or folders with one submission each"
            )
        submissions += submissions_here
    if not submissions:
        raise SubmissionError("There is nothing to grade; name a notebook, a zip, or a folder of submissions.")
    return _make_ids_unique(submissions)


@dataclass(frozen=True)
class Contents:
    """What the names in a folder or a zip say about it."""

    uploads: tuple[PurePosixPath, ...]
    """Notebooks and archives: each can be what a student handed in."""
    archives: int
    """How many of ``uploads`` are archives."""
    sheet_stems: frozenset[str]
    """The different names, without extension, that the sheet would accept for an upload."""
    from_course_site: bool
    """True if a course site gave one of the names."""

    @property
    def is_export(self) -> bool:
        """True for what only a course site, or a folder of several correct uploads, looks like."""
        return self.from_course_site or len(self.sheet_stems) > 1

    @property
    def is_one_folder(self) -> bool:
        """True for a folder with one upload at its top and none below; weights may be beside it."""
        return len(self.uploads) == 1 and len(self.uploads[0].parts) == 1

    @property
    def is_one_zip(self) -> bool:
        """True for a zip whose notebooks are all at the top or all in one folder, with no archive beside them."""
        folders = {path.parent for path in self.uploads}
        return len(folders) <= 1 and (not self.archives or len(self.uploads) == 1)


def read_contents(members: Iterable[Member], rules: SubmissionRules) -> Contents:
    """Look once at every name in a folder or a zip; files that machines left behind do not count."""
    uploads: list[PurePosixPath] = []
    stems: set[str] = set()
    archives = 0
    from_course_site = False
    for member in members:
        if is_junk(member.name):
            continue
        path = PurePosixPath(member.name)
        if _can_be_upload(path.name):
            uploads.append(path)
            archives += is_archive(path.name)
        if match_name(path.name, rules.upload):
            stems.add(get_stem(path.name))
        if path.name == GRADESCOPE_METADATA or any(split_exported_name(part).owner for part in path.parts):
            from_course_site = True
    return Contents(tuple(uploads), archives, frozenset(stems), from_course_site)


def _find_in_path(path: Path, assignment: Assignment, into: Path | None) -> Iterator[tuple[str, Path]]:
    if path.is_dir():
        contents = read_contents(list_folder(path, MAX_ENTRIES), assignment.rules)
        if contents.is_export or not contents.is_one_folder:
            yield from _find_in_class_folder(_skip_wrapping_folders(path))
        else:
            yield _make_id(path.resolve().name), _unwrap_upload(path)
    elif is_archive(path.name, ZIPS) and _is_zip_of_submissions(path, assignment):
        folder = Path(tempfile.mkdtemp(prefix="submissions-", dir=_make_working_folder(into)))
        _unpack_export(path, folder, assignment)
        yield from _find_in_class_folder(_skip_wrapping_folders(folder))
    else:
        yield _make_id(get_stem(path.name)), path


def _find_in_class_folder(folder: Path) -> Iterator[tuple[str, Path]]:
    """Yield every file that can be an upload and every subfolder that is not empty, in the order of their names."""
    for path in sorted(folder.iterdir()):
        if path.is_symlink() or is_junk(path.name):
            continue
        owner = split_exported_name(path.name).owner
        if path.is_dir():
            if any(not is_junk(inner.name) for inner in path.iterdir()):
                yield _make_id(owner or path.name), _unwrap_upload(path)
        elif owner or _can_be_upload(path.name):
            yield _make_id(owner or get_stem(path.name)), path


def _unwrap_upload(folder: Path) -> Path:
    """Return the upload itself where a folder contains nothing else, so that the rule for its name applies."""
    inside = [path for path in folder.iterdir() if not is_junk(path.name) and path.name != GRADESCOPE_METADATA]
    if len(inside) == 1 and inside[0].is_file() and not inside[0].is_symlink() and _can_be_upload(inside[0].name):
        return inside[0]
    return folder


def _is_zip_of_submissions(path: Path, assignment: Assignment) -> bool:
    """A zip with the name that the sheet asks for is one submission; any other is judged by the names in it."""
    if match_name(path.name, assignment.rules.upload):
        return False
    try:
        contents = read_contents(list_zip(path.resolve(), path.name, MAX_ENTRIES), assignment.rules)
    except SubmissionError:
        return False  # unreadable: receive_upload reports it, as for any single upload
    return contents.is_export or not contents.is_one_zip


def _skip_wrapping_folders(folder: Path) -> Path:
    """Return the folder of the submissions, where an export wraps it in another."""
    inside = [path for path in folder.iterdir() if not is_junk(path.name)]
    if len(inside) != 1 or not inside[0].is_dir() or inside[0].is_symlink():
        return folder
    if split_exported_name(inside[0].name).owner:
        return folder
    uploads = [path for path in inside[0].iterdir() if _can_be_upload(path.name)]
    return folder if len(uploads) == 1 else _skip_wrapping_folders(inside[0])


def _can_be_upload(name: str) -> bool:
    return is_notebook(name) or is_archive(name)


def _unpack_export(path: Path, folder: Path, assignment: Assignment) -> None:
    """Write an export's files with their folders. Skipped ones are logged, because no student hears of them."""
    bytes_left = MAX_EXPORT_BYTES
    used_names: set[str] = set()
    for member in list_zip(path.resolve(), path.name, MAX_ENTRIES):
        if is_junk(member.name):
            continue
        reason = member.refusal or explain_unclean(member.name)
        if collision_key(member.name) in used_names:
            reason = "another file has the same name"
        if not reason:
            used_names.add(collision_key(member.name))
            limit = min(assignment.rules.max_total_bytes, bytes_left)
            reason, size = store(member, folder / member.name, limit)
            bytes_left -= size
        if reason:
            log.warning("%s in %s was skipped: %s", quote_name(member.name), path.name, reason)


def _make_working_folder(into: Path | None) -> Path:
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


def _make_id(name: str) -> str:
    """Make an ID that can be a file name everywhere and a cell in a table."""
    return re.sub(r"[^\w .@+-]", "_", name).strip(" .") or "submission"


def _make_ids_unique(submissions: list[tuple[str, Path]]) -> list[tuple[str, Path]]:
    """Number the IDs that several submissions share, also where only capitals differ."""
    unique: dict[str, Path] = {}
    used: set[str] = set()
    for id, path in submissions:
        name, count = id, 1
        while collision_key(name) in used:
            count += 1
            name = f"{id}-{count}"
        used.add(collision_key(name))
        unique[name] = path
    return list(unique.items())
