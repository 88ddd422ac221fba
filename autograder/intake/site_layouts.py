"""The layouts of class downloads, a function for each course site. They see names and read no file.

Each returns what its site says about the files it knows; nothing where the site did not make the download.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from autograder.intake.filenames import collision_key, get_stem
from autograder.intake.site_dates import read_date
from autograder.records import Assignment, Person

GRADESCOPE_METADATA = "submission_metadata.yml"
"""The list of submissions that Gradescope puts beside them."""
MOODLE = re.compile(r"(?P<name>.+)_(?P<id>\d+)_assignsubmission_(?P<type>[a-z0-9]+)(?:_(?P<file>.*))?")
GRADESCOPE = re.compile(r"submission_\d+")

Kind = Literal["file", "text", "note"]
"""``text`` was typed on the site; a ``note`` (a time stamp, feedback) was written by the site."""


@dataclass(frozen=True)
class SiteFile:
    """What a course site says about one file of its download."""

    owner: str
    """The site's name for the student or the group; equal for all files of one submission."""
    path: PurePosixPath
    """The name, with folders, that the student gave it."""
    people: tuple[Person, ...] = ()
    kind: Kind = "file"
    date: tuple[int, ...] = ()
    """When it was handed in, where the site keeps several submissions of one student; only good for comparing."""


Files = dict[PurePosixPath, SiteFile]
_Site = Callable[[Sequence[PurePosixPath], str, Assignment], Files]
_Match = tuple[PurePosixPath, re.Match[str]]

_BLACKBOARD = re.compile(r"(?P<who>.+)_attempt_(?P<date>\d{4}(?:-\d\d){5})(?:_(?P<file>.+)|\.txt)")
_BRIGHTSPACE = re.compile(r"(?P<id>\d+)-\d+ - (?P<rest>.+)")
_SAKAI = re.compile(r"(?P<name>[^()]+)\((?P<id>[^()]+)\)")
_SAKAI_NOTES = {"timestamp.txt", "comments.txt", "feedbackText.html", "feedbackText.txt"}
_CANVAS = re.compile(
    r"(?:(?P<name>[^\W_]+)(?:_LATE)?_(?P<id>\d+)|(?:LATE_)?anon_(?P<anonymous>[^\W_]+))"
    r"_(?:\d+_(?P<file>.+)|(?P<text>(?:text|link)\.html))"
)
_ILIAS = re.compile(r"(?P<last>[^_]+)_(?P<first>.+)_(?P<login>[^_]+)_(?P<id>\d+)")
_ILIAS_TEAM = re.compile(r"(Team|Gruppe|Group) \d+")
_ILIAS_LATE = re.compile(r"(Late Submission|Versp(ä|ae)tete Abgabe) - ")


def _match_first(pattern: re.Pattern[str], names: Iterable[PurePosixPath]) -> Iterator[_Match]:
    matches = ((path, pattern.fullmatch(path.parts[0])) for path in names)
    return ((path, match) for path, match in matches if match)


def _moodle(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``Name_4711_assignsubmission_file/hw2.ipynb``, or all in one name; ``onlinetext`` and ``comments`` were typed."""
    return {
        path: SiteFile(
            f"{match['name']}_{match['id']}",
            PurePosixPath(match["file"] or "", *path.parts[1:]),
            (Person(match["name"], match["id"]),),
            "text" if match["type"] in ("onlinetext", "comments") else "file",
        )
        for path, match in _match_first(MOODLE, names)
    }


def _gradescope(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``submission_17/hw2.ipynb``; who that is stands in ``submission_metadata.yml``."""
    files = {
        path: SiteFile(path.parts[0], PurePosixPath(*path.parts[1:]))
        for path, _ in _match_first(GRADESCOPE, names)
        if len(path.parts) > 1
    }
    metadata = PurePosixPath(GRADESCOPE_METADATA)
    return files | ({metadata: SiteFile("", metadata, kind="note")} if metadata in names else {})


def _blackboard(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``Homework 2_jdoe_attempt_2026-01-31-23-59-59_hw2.ipynb``; without a file's name, what the student typed."""
    matches = [(path, match) for path, match in _match_first(_BLACKBOARD, names) if len(path.parts) == 1]
    users = _strip_common_part({match["who"] for _, match in matches})
    return {
        path: SiteFile(
            users[match["who"]],
            PurePosixPath(match["file"] or path.name),
            (Person(id=users[match["who"]]),),
            "file" if match["file"] else "text",
            tuple(map(int, match["date"].split("-"))),
        )
        for path, match in matches
    }


def _strip_common_part(names: set[str]) -> dict[str, str]:
    """Take the assignment off ``Homework 2_jdoe``; both may contain ``_``, but the assignment is the same for all."""
    parts = [name.split("_") for name in sorted(names)]
    common = 0
    while len(parts) > 1 and all(len(p) > common + 1 and p[common] == parts[0][common] for p in parts):
        common += 1
    return {"_".join(p): "_".join(p[common or -1 :]) for p in parts}


def _brightspace(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``123-456 - Jane Doe - Jan 31, 2026 1159 PM/hw2.ipynb``, or all in one name; ``index.html`` lists them."""
    files: Files = {}
    for path, match in _match_first(_BRIGHTSPACE, names):
        parts = match["rest"].split(" - ")
        at = next((index for index, part in enumerate(parts) if index and read_date(part)), 1)
        name, date, file = " - ".join(parts[:at]), " - ".join(parts[at : at + 1]), " - ".join(parts[at + 1 :])
        own_path = PurePosixPath(file, *path.parts[1:])
        if own_path.parts:
            person = Person(name, match["id"])
            files[path] = SiteFile(f"{name}_{match['id']}", own_path, (person,), date=read_date(date))
    index = PurePosixPath("index.html")
    return files | ({index: SiteFile("", index, kind="note")} if files and index in names else {})


def _sakai(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``Doe, Jane(jdoe)/Submission attachment(s)/hw2.ipynb``, with ``timestamp.txt`` beside the folder."""
    files: Files = {}
    for path, match in _match_first(_SAKAI, names):
        inside = path.parts[1:]
        if not inside:
            continue
        is_note = inside[0] in _SAKAI_NOTES or inside[0].startswith("Feedback")
        is_text = len(inside) == 1 and inside[0].endswith("_submissionText.html")
        files[path] = SiteFile(
            f"{match['name'].replace(',', '').strip()}_{match['id']}",
            PurePosixPath(*inside[1:]) if len(inside) > 1 else PurePosixPath(inside[0]),
            (Person(_turn_name(match["name"]), match["id"]),),
            "note" if is_note else "text" if is_text else "file",
        )
    is_sakai = any(
        file.path.name == "timestamp.txt" or file.kind == "text" or path.parts[1].startswith("Submission attachment")
        for path, file in files.items()
    )
    return files if is_sakai else {}


def _turn_name(name: str) -> str:
    """``Doe, Jane`` → ``Jane Doe``."""
    last, _, first = (part.strip() for part in name.partition(","))
    return f"{first} {last}".strip()


def _canvas(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``doejane_LATE_111_222_hw2-1.ipynb``: student, the student's number, the file's number, and its name.

    A sheet's own names look like that too, such as ``hw2_111_222_final.ipynb``; they all begin alike.
    """
    matches = [(path, match) for path, match in _match_first(_CANVAS, names) if len(path.parts) == 1]
    first_parts = {match["name"] for _, match in matches if match["name"]}
    if first_parts and all(assignment.rules.example.startswith(f"{name}_") for name in first_parts):
        return {}
    owners = {match["id"] for _, match in matches}
    has_digit = any(char.isdigit() for name in first_parts for char in name)
    if len(first_parts) == 1 and len(owners) > (1 if has_digit else 2):  # two students may have one name
        return {}
    files: Files = {}
    for path, match in matches:
        owner = f"{match['name']}_{match['id']}" if match["name"] else f"anon_{match['anonymous']}"
        people = (Person(match["name"], match["id"]),) if match["name"] else ()
        own_name = PurePosixPath(match["file"] or match["text"])
        files[path] = SiteFile(owner, own_name, people, "text" if match["text"] else "file")
    return _strip_copy_numbers(files, assignment)


def _strip_copy_numbers(files: Files, assignment: Assignment) -> Files:
    """Canvas calls a file ``hw2-1.ipynb`` where the student has handed in a ``hw2.ipynb`` before."""
    trained = {name for task in assignment.tasks for name in task.files}
    asked_for = {*assignment.notebooks, *assignment.scripts, *trained}
    taken: dict[tuple[str, str], int] = defaultdict(int)
    stripped: dict[PurePosixPath, str] = {}
    for path, file in files.items():
        stem = get_stem(file.path.name)
        shorter = re.sub(r"-\d+$", "", stem) + file.path.name[len(stem) :]
        stripped[path] = file.path.name if file.path.name in asked_for else shorter
        for name in {file.path.name, stripped[path]}:
            taken[file.owner, collision_key(name)] += 1
    return {
        path: replace(file, path=PurePosixPath(stripped[path]))
        if taken[file.owner, collision_key(stripped[path])] == 1
        else file
        for path, file in files.items()
    }


def _nbgrader(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``submitted/jdoe/hw2/hw2.ipynb``; a student's folder may hold several assignments."""
    has_time = any(len(path.parts) == 3 and path.name == "timestamp.txt" for path in names)
    if not has_time and folder != "submitted":
        return {}
    inside = [path for path in names if len(path.parts) > 2]
    if any(_SAKAI.fullmatch(path.parts[1]) for path in inside):
        return {}  # its students have a timestamp.txt too
    has_own = any(path.parts[1] == assignment.slug for path in inside)
    files: Files = {}
    for path in inside:
        own_path = PurePosixPath(*path.parts[2:])
        is_other = has_own and path.parts[1] != assignment.slug
        kind: Kind = "note" if is_other or own_path.as_posix() == "timestamp.txt" else "file"
        files[path] = SiteFile(path.parts[0], own_path, (Person(id=path.parts[0]),), kind)
    return files


def _github_classroom(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``hw2-submissions/hw2-jdoe/hw2.ipynb``, as ``gh classroom clone`` makes it."""
    prefix = folder.removesuffix("submissions")
    clones = [path for path in names if len(path.parts) > 1 and path.parts[0].startswith(prefix)]
    if not clones or prefix == folder or len(prefix) < 2 or not prefix.endswith("-"):
        return {}
    return {
        path: SiteFile(path.parts[0], PurePosixPath(*path.parts[1:]), (Person(id=path.parts[0][len(prefix) :]),))
        for path in clones
    }


def _ilias(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> Files:
    """``Doe_Jane_jdoe_4711/hw2.ipynb``; in a team's folder, the folders of its members."""
    inside = [path for path in names if len(path.parts) > 1]
    if inside and all(_ILIAS.fullmatch(path.parts[0]) for path in inside):
        depth = 1
    elif inside and all(
        len(path.parts) > 2 and _ILIAS_TEAM.fullmatch(path.parts[0]) and _ILIAS.fullmatch(path.parts[1])
        for path in inside
    ):
        depth = 2
    else:
        return {}
    if all(len(path.parts) > depth + 1 for path in inside):
        return {}  # a folder that happens to be called so, with a class in it
    people: dict[str, dict[str, Person]] = defaultdict(dict)
    for path in inside:
        match = _ILIAS.fullmatch(path.parts[depth - 1])
        assert match is not None
        people[path.parts[0]][match[0]] = Person(f"{match['first'].replace('_', ' ')} {match['last']}", match["login"])
    return {
        path: SiteFile(path.parts[0], _own_ilias_path(path.parts[depth:]), tuple(people[path.parts[0]].values()))
        for path in inside
    }


def _own_ilias_path(parts: Sequence[str]) -> PurePosixPath:
    return PurePosixPath(*parts[:-1], _ILIAS_LATE.sub("", parts[-1], count=1))


NAMED_SITES: tuple[_Site, ...] = (_moodle, _gradescope, _blackboard, _brightspace, _sakai, _canvas)
"""Sites whose own words are in every name."""
SITES: tuple[_Site, ...] = (*NAMED_SITES, _nbgrader, _github_classroom, _ilias)
