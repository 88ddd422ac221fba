"""The files of a class → hand-ins: what belongs to one person is put together, before anything is judged.

It sees names and reads no file. What belongs to no hand-in is said in a sentence.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from autograder.intake.course_sites import SiteFile
from autograder.intake.filenames import collision_key, get_stem, quote_name
from autograder.intake.roles import DOCUMENTS, find_role, strip_role
from autograder.records import Assignment, Person

MAX_LISTED = 10
"""Names in one sentence."""


@dataclass(frozen=True)
class HandIn:
    """What one student or one group handed in."""

    id: str
    files: Mapping[PurePosixPath, PurePosixPath]
    """Where a file is → the name, with folders, that the student gave it."""
    people: tuple[Person, ...] = ()


def group_by_person(
    names: Sequence[PurePosixPath], site: Mapping[PurePosixPath, SiteFile], assignment: Assignment
) -> tuple[list[HandIn], list[str]]:
    """Return the hand-ins among the files of a class, and sentences about what is in none of them.

    ``site`` is what a course site says about them. Every other folder is a hand-in, and so are files with one stem.
    """
    hand_ins, notes = _group_by_owner(site, assignment)
    folders: dict[str, list[PurePosixPath]] = defaultdict(list)
    loose: list[PurePosixPath] = []
    for path in names:
        if path not in site:
            (folders[path.parts[0]] if len(path.parts) > 1 else loose).append(path)
    for folder, paths in folders.items():
        hand_ins.append(HandIn(folder, {path: PurePosixPath(*path.parts[1:]) for path in paths}))
    more, nobodys = _group_loose_files(loose, assignment, documents=not site)
    hand_ins += more
    if nobodys:
        notes.append(f"These files belong to no submission and were left out: {list_names(nobodys)}.")
    return sorted(hand_ins, key=lambda hand_in: min(hand_in.files)), notes


def list_names(names: Iterable[object]) -> str:
    """Return the names in quotes; of many, the first ones and how many follow."""
    quoted = [quote_name(str(name)) for name in names]
    rest = len(quoted) - MAX_LISTED
    return ", ".join(quoted[:MAX_LISTED]) + (f" and {rest} more" if rest > 0 else "")


def _group_by_owner(site: Mapping[PurePosixPath, SiteFile], assignment: Assignment) -> tuple[list[HandIn], list[str]]:
    owners: dict[str, dict[PurePosixPath, SiteFile]] = defaultdict(dict)
    for path, file in site.items():
        if file.owner:
            owners[file.owner][path] = file
    hand_ins: list[HandIn] = []
    typed: list[str] = []
    empty: list[str] = []
    older: list[PurePosixPath] = []
    for owner, all_files in owners.items():
        files = {path: file for path, file in all_files.items() if file.kind == "file"}
        texts = {path: file for path, file in all_files.items() if file.kind == "text"}
        if files and texts:
            typed.append(owner)
        if not files and not texts:
            empty.append(owner)
            continue
        kept, left_out = _keep_newest(files or texts, assignment)
        older += left_out
        people = dict.fromkeys(person for file in all_files.values() for person in file.people)
        hand_ins.append(HandIn(owner, _make_names_differ(kept), tuple(people)))
    notes = []
    if typed:
        notes.append(
            f"Only files are graded. These students also typed a text on the course site: {list_names(typed)}."
        )
    if older:
        notes.append(f"These files were left out, because a newer one was handed in later: {list_names(older)}.")
    if empty:
        notes.append(f"These students handed in no file: {list_names(empty)}.")
    return hand_ins, notes


def _keep_newest(
    files: Mapping[PurePosixPath, SiteFile], assignment: Assignment
) -> tuple[dict[PurePosixPath, PurePosixPath], list[PurePosixPath]]:
    """Return the files of a person that count, {where: own name}, and those that a later submission replaces.

    A site may keep several submissions of one student. What only an earlier one has, such as weights, still counts.
    """
    kept: dict[PurePosixPath, PurePosixPath] = {}
    left_out: list[PurePosixPath] = []
    taken: set[str] = set()
    for date in sorted({file.date for file in files.values()}, reverse=True):
        replaced = set(taken)
        for path, file in files.items():
            if file.date != date:
                continue
            own_path = file.path if file.path.parts else PurePosixPath(path.name)
            marks = {collision_key(own_path.as_posix()), find_role(own_path.name, assignment)} - {""}
            if marks & replaced:
                left_out.append(path)
            else:
                kept[path] = own_path
                taken |= marks
    return kept, left_out


def _make_names_differ(files: Mapping[PurePosixPath, PurePosixPath]) -> dict[PurePosixPath, PurePosixPath]:
    """Number the names that a person gave to several files, as file managers do."""
    different: dict[PurePosixPath, PurePosixPath] = {}
    used: set[str] = set()
    for path, own_path in files.items():
        name, count = own_path, 1
        while collision_key(name.as_posix()) in used:
            count += 1
            stem = get_stem(own_path.name)
            name = own_path.with_name(f"{stem} ({count}){own_path.name[len(stem) :]}")
        used.add(collision_key(name.as_posix()))
        different[path] = name
    return different


def _group_loose_files(
    files: Sequence[PurePosixPath], assignment: Assignment, *, documents: bool
) -> tuple[list[HandIn], list[PurePosixPath]]:
    """Put the loose files of a class together by their stems; the second list are those that nobody handed in.

    ``documents``: a pdf or a Word file alone is a hand-in too, of a student who took the wrong file.
    """
    groups: dict[str, list[PurePosixPath]] = defaultdict(list)
    for path in files:
        groups[collision_key(strip_role(path.name, assignment))].append(path)
    hand_ins: list[HandIn] = []
    nobodys: list[PurePosixPath] = []
    for group in groups.values():
        if any(_is_handed_in(path, assignment, documents) for path in group):
            hand_ins.append(HandIn(strip_role(group[0].name, assignment), {path: path for path in group}))
        else:
            nobodys += group
    return hand_ins, nobodys


def _is_handed_in(path: PurePosixPath, assignment: Assignment, documents: bool) -> bool:
    return bool(find_role(path.name, assignment)) or (documents and path.suffix.lower() in DOCUMENTS)


def make_id(name: str) -> str:
    """Make an ID that can be a file name everywhere and a cell in a table."""
    return re.sub(r"[^\w .@+-]", "_", name).strip(" .") or "submission"


def make_unique_ids(names: Iterable[str]) -> Iterator[str]:
    """Number the IDs that several submissions share, also where only capitals differ."""
    used: set[str] = set()
    for name in names:
        id, count = make_id(name), 1
        while collision_key(id) in used:
            count += 1
            id = f"{make_id(name)}-{count}"
        used.add(collision_key(id))
        yield id
