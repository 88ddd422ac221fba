"""A class download on disk: the names in it, unpacking it, and one person's files put together as one upload."""

from __future__ import annotations

import atexit
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from autograder.errors import GraderError
from autograder.intake.archives import Member, list_folder, list_zip
from autograder.intake.course_sites import split_exported_name
from autograder.intake.filenames import collision_key, explain_unclean, is_archive, is_junk, quote_name
from autograder.intake.hand_ins import HandIn
from autograder.intake.roles import find_role, is_upload
from autograder.intake.unpack import store
from autograder.records import Assignment

MAX_ENTRIES = 100_000
"""Entries of an export of a whole class."""
MAX_EXPORT_BYTES = 64 * 2**30
"""What an export may unpack to."""
_BESIDE_AN_ARCHIVE = {".pdf", ".html", ".htm", ".doc", ".docx", ".odt", ".txt", ".md", ".png", ".jpg", ".jpeg"}
"""Files that no test reads: a zip beside them is the whole answer."""


def list_files(path: Path) -> list[Member]:
    """List the files of a folder or a zip, without what machines leave behind."""
    is_folder = path.is_dir()
    members = list_folder(path, MAX_ENTRIES) if is_folder else list_zip(path.resolve(), path.name, MAX_ENTRIES)
    return [member if is_folder else _clean(member) for member in members if not is_junk(member.name)]


def _clean(member: Member) -> Member:
    """Give a member of a class's zip a name that can be a file's: no student is lost for the name of the folder."""
    parts = member.name.replace("\\", "/").split("/")
    clean = [part if part in (".", "..") else re.sub(r'[<>:"|?*]', "_", part).rstrip(" .") for part in parts]
    return replace(member, name="/".join(clean))


def unpack(path: Path, folder: Path, assignment: Assignment) -> list[str]:
    """Write the files of a class's zip with their folders; return a sentence for each that was skipped."""
    notes: list[str] = []
    bytes_left = MAX_EXPORT_BYTES
    used_names: set[str] = set()
    for member in map(_clean, list_zip(path.resolve(), path.name, MAX_ENTRIES)):
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
            notes.append(f"{quote_name(member.name)} in {path.name} was skipped: {reason}.")
    return notes


def make_upload(hand_in: HandIn, id: str, folder: Path, counts: Mapping[PurePosixPath, int], work: Path) -> Path:
    """Return the path that holds exactly the files of ``hand_in``, under the student's own names.

    ``counts`` says how many files are below each folder in ``folder``. Where no path holds just these files, they are
    linked into a folder in ``work``.
    """
    own_names = list(hand_in.files.values())
    first, first_own = next(iter(hand_in.files.items()))
    is_one_file = len(own_names) == 1 and len(first_own.parts) == 1
    base = _find_common_folder(hand_in.files)
    if base is not None and len(own_names) == counts[base]:
        return folder / first if is_one_file and is_upload(first.name) else folder / base
    if is_one_file and first_own.name in (first.name, split_exported_name(first.name).own_name):
        return folder / first  # receive_upload takes off what Moodle put before the name
    target = Path(tempfile.mkdtemp(prefix="person-", dir=work)) / id
    for path, own_path in hand_in.files.items():
        _link(folder / path, target / own_path)
    return target / first_own if is_one_file else target


def choose_archive(hand_in: HandIn, assignment: Assignment) -> HandIn:
    """Leave out what lies beside a zip that holds the whole answer: a report, pictures."""
    archives = {path: name for path, name in hand_in.files.items() if is_archive(name.name)}
    others = [name for path, name in hand_in.files.items() if path not in archives]
    if len(archives) != 1 or any(
        name.suffix.lower() not in _BESIDE_AN_ARCHIVE or find_role(name.name, assignment) for name in others
    ):
        return hand_in
    return replace(hand_in, files=archives)


def make_working_folder(into: Path | None) -> Path:
    """Make the folder for unpacked and linked files: ``into``, or a temporary one that this process deletes."""
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


def _find_common_folder(files: Mapping[PurePosixPath, PurePosixPath]) -> PurePosixPath | None:
    """Return the folder in which all files have their own names; None where there is none or it is the top."""
    bases = set(_find_bases(files))
    base = bases.pop() if len(bases) == 1 else None
    return base if base and base.parts else None


def _find_bases(files: Mapping[PurePosixPath, PurePosixPath]) -> Iterable[PurePosixPath | None]:
    for path, own_path in files.items():
        count = len(own_path.parts)
        is_own = path.parts[-count:] == own_path.parts
        yield PurePosixPath(*path.parts[:-count]) if is_own else None


def _link(source: Path, target: Path) -> None:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError:  # on another disk, or somebody else's file
            shutil.copyfile(source, target)
    except OSError as error:
        raise GraderError(f"{target} cannot be written: {error.strerror}") from None
