"""Paths on the command line → submissions: single uploads, folders of them, and what course sites export."""

from __future__ import annotations

import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath

from autograder.errors import GraderError, SubmissionError
from autograder.intake.archives import Member
from autograder.intake.course_sites import GRADESCOPE_METADATA, SiteFile, recognise
from autograder.intake.filenames import ZIPS, explain_unclean, get_stem, is_archive, is_junk
from autograder.intake.gradescope_metadata import read_people
from autograder.intake.hand_ins import HandIn, group_by_person, list_names, make_unique_ids
from autograder.intake.roles import DOCUMENTS, find_role, is_class, is_upload
from autograder.intake.sheet_names import get_student_ids, match_name
from autograder.intake.unpack_class import choose_archive, list_files, make_upload, make_working_folder, unpack
from autograder.records import Assignment, Person


@dataclass(frozen=True)
class FoundClass:
    """The submissions in the paths that an instructor named."""

    uploads: list[tuple[str, Path]]
    """For each an ID that no other has, and the path for ``receive_upload``."""
    people: Mapping[str, tuple[Person, ...]]
    """ID → the students, where the course site says who they are."""
    notes: tuple[str, ...]
    """What was left out, and why; sentences for the instructor."""


def find_submissions(paths: Iterable[Path], assignment: Assignment, into: Path | None = None) -> list[tuple[str, Path]]:
    """Return the submissions in ``paths``, see ``find_class``: for each its ID and the path for ``receive_upload``."""
    return find_class(paths, assignment, into).uploads


def find_class(paths: Iterable[Path], assignment: Assignment, into: Path | None = None) -> FoundClass:
    """Find the submissions in ``paths``, with all that belongs to one person put together.

    A path is one upload; a folder with several, each a file or a folder; or a class as a course site exports it, in a
    folder or a zip. What has to be unpacked or put together is below ``into``, by default a temporary folder that
    is deleted when this process ends. Raises ``SubmissionError`` when a path does not exist or contains nothing to
    grade.
    """
    search = _Search(assignment, into)
    paths = list(paths)
    for path in paths:
        if not path.exists():
            raise SubmissionError(f"{path} does not exist; expected a notebook, a zip, or a folder of submissions")
    by_parent: dict[Path, list[Path]] = defaultdict(list)
    for path in paths:
        by_parent[path.absolute().parent].append(path)
    for parent, siblings in by_parent.items():
        search.find_among(parent, siblings, are_several=len(paths) > 1)
    if not search.found:
        raise SubmissionError("There is nothing to grade; name a notebook, a zip, or a folder of submissions.")
    return search.make_uploads()


@dataclass(frozen=True)
class _Level:
    """The folder, in a folder or zip, in which the submissions are; exports wrap it in others."""

    path: PurePosixPath
    names: Sequence[PurePosixPath]
    """All files below it."""
    site: Mapping[PurePosixPath, SiteFile]
    """What a course site says about them."""


@dataclass(frozen=True)
class _Found:
    hand_in: HandIn
    folder: Path
    counts: Mapping[PurePosixPath, int] = field(default_factory=dict)
    """How many files are below each folder in ``folder``."""


@dataclass
class _Search:
    assignment: Assignment
    into: Path | None
    found: list[_Found] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    _work: Path | None = None

    @property
    def work(self) -> Path:
        if self._work is None:
            self._work = make_working_folder(self.into)
        return self._work

    def find_among(self, parent: Path, paths: Sequence[Path], *, are_several: bool) -> None:
        """Find the submissions in paths of one folder, which may be a part of a class download: ``downloads/*``.

        ``are_several``: the paths that an instructor named are more than one, so the names of students are theirs.
        """
        names = [name for path in paths for name in _list_below(path)]
        site = recognise(names, parent.name, self.assignment, by_name=True)
        tops = {name.parts[0] for name in site}
        if site:
            self._split(parent, [name for name in names if name.parts[0] in tops], site)
        for path in paths:
            if path.absolute().name in tops:
                continue
            before = len(self.found)
            self._find_in(path, are_several)
            if len(self.found) == before:
                raise SubmissionError(
                    f"{path} contains no submission; expected notebooks, zips, or folders with one submission each"
                )

    def make_uploads(self) -> FoundClass:
        """Give each submission its ID and its path."""
        uploads: list[tuple[str, Path]] = []
        people: dict[str, tuple[Person, ...]] = {}
        ids = make_unique_ids(found.hand_in.id for found in self.found)
        for id, found in zip(ids, self.found, strict=True):
            hand_in = choose_archive(found.hand_in, self.assignment)
            if len(hand_in.files) < len(found.hand_in.files):
                archive = next(iter(hand_in.files.values()))
                beside = [name for path, name in found.hand_in.files.items() if path not in hand_in.files]
                self.notes.append(f"{id}: only {archive} is graded; {list_names(beside)} was handed in beside it.")
            # without files: a path that is one upload as it is
            path = make_upload(hand_in, id, found.folder, found.counts, self.work) if hand_in.files else found.folder
            uploads.append((id, path))
            if hand_in.people:
                people[id] = hand_in.people
        return FoundClass(uploads, people, tuple(self.notes))

    def _find_in(self, path: Path, are_several: bool) -> None:
        if path.is_dir():
            self._find_in_folder(path, are_several)
        elif not (is_archive(path.name, ZIPS) and self._find_in_zip(path)):
            self._add(get_stem(path.name), path)

    def _find_in_folder(self, folder: Path, are_several: bool) -> None:
        names = self._clean_names(list_files(folder))
        level = _find_level(names, folder.resolve().name, self.assignment)
        if level.site or is_class(level.names, self.assignment, zipped=False):
            self._split_level(folder, level)
        elif any(_can_be_handed_in(name, self.assignment) for name in names):
            first = level.path.parts[0] if level.path.parts and not are_several else ""
            upload = _unwrap_upload(folder / first)
            if not (upload.is_file() and is_archive(upload.name, ZIPS) and self._find_in_zip(upload)):
                self._add(first or folder.resolve().name, upload)

    def _find_in_zip(self, path: Path) -> bool:
        """Find the submissions of a class in a zip; return False for a zip that is one submission."""
        try:
            members = list_files(path)
        except SubmissionError:
            return False  # unreadable: receive_upload reports it, as for any single upload
        names = [PurePosixPath(member.name) for member in members if not explain_unclean(member.name)]
        level = _find_level(names, get_stem(path.name), self.assignment)
        is_named_for_one = get_student_ids(match_name(path.name, self.assignment.rules.upload))
        if not level.site and (is_named_for_one or not is_class(level.names, self.assignment, zipped=True)):
            return False
        folder = Path(tempfile.mkdtemp(prefix="submissions-", dir=self.work))
        self.notes += unpack(path, folder, self.assignment)
        names = self._clean_names(list_files(folder))
        level = _find_level(names, get_stem(path.name), self.assignment)
        self._split_level(folder, level)
        return True

    def _split_level(self, folder: Path, level: _Level) -> None:
        """Add the submissions of a class that was found whole; say whose folders are empty."""
        folder = folder / level.path
        self._split(folder, level.names, level.site)
        tops = {name.parts[0] for name in level.names}
        empty = sorted(path.name for path in folder.iterdir() if path.is_dir() and path.name not in tops)
        if empty := [name for name in empty if not is_junk(name)]:
            self.notes.append(f"There is no file in the folders of these students: {list_names(empty)}.")

    def _split(self, folder: Path, names: Sequence[PurePosixPath], site: Mapping[PurePosixPath, SiteFile]) -> None:
        """Add the submissions among the files ``names`` of ``folder``, each with its students."""
        hand_ins, notes = group_by_person(names, site, self.assignment)
        self.notes += notes
        people = self._read_people(folder, {name.parts[0] for name in names})
        counts = Counter(parent for name in names for parent in name.parents)
        for hand_in in hand_ins:
            known = people.get(min(hand_in.files).parts[0], ()) or hand_in.people
            self.found.append(_Found(replace(hand_in, people=known), folder, counts))

    def _read_people(self, folder: Path, tops: set[str]) -> dict[str, tuple[Person, ...]]:
        """Return who handed in what, by Gradescope's list, where there is one; say which submissions are missing."""
        if not (folder / GRADESCOPE_METADATA).is_file():
            return {}
        try:
            people = read_people(folder / GRADESCOPE_METADATA)
        except GraderError as error:
            self.notes.append(str(error))
            return {}
        absent = [name for name in people if name not in tops]
        if absent and GRADESCOPE_METADATA in tops:
            self.notes.append(f"{GRADESCOPE_METADATA} lists submissions that are not there: {list_names(absent)}.")
        return people

    def _add(self, id: str, path: Path) -> None:
        self.found.append(_Found(HandIn(id, {}), path))

    def _clean_names(self, members: Iterable[Member]) -> list[PurePosixPath]:
        """Return the names of the files; links and the like are left out."""
        members = list(members)
        if refused := [member.name for member in members if member.refusal]:
            self.notes.append(f"These are links or no regular files, and were left out: {list_names(refused)}.")
        return [PurePosixPath(member.name) for member in members if not member.refusal]


def _find_level(names: Sequence[PurePosixPath], folder: str, assignment: Assignment) -> _Level:
    """Go down through folders that contain nothing but one other folder, as far as no course site made that one."""
    level = PurePosixPath()
    while True:
        site = recognise(names, folder, assignment)
        tops = {name.parts[0] for name in names}
        if site or len(tops) != 1 or len(names[0].parts) == 1:
            return _Level(level, names, site)
        folder = tops.pop()
        level = level / folder
        names = [PurePosixPath(*name.parts[1:]) for name in names]


def _list_below(path: Path) -> list[PurePosixPath]:
    """List a file, or the files in a folder, with the path's own name before theirs."""
    top = PurePosixPath(path.absolute().name)
    return [top / member.name for member in list_files(path) if not member.refusal] if path.is_dir() else [top]


def _can_be_handed_in(name: PurePosixPath, assignment: Assignment) -> bool:
    return bool(find_role(name.name, assignment)) or name.suffix.lower() in DOCUMENTS


def _unwrap_upload(folder: Path) -> Path:
    """Return the upload itself where a folder contains nothing else, so that the rule for its name applies."""
    inside = [path for path in folder.iterdir() if not is_junk(path.name)]
    is_alone = len(inside) == 1 and inside[0].is_file() and not inside[0].is_symlink()
    return inside[0] if is_alone and is_upload(inside[0].name) else folder
