"""What each file of an upload is: decided once, from its name and size, before a byte of it is read.

The answer is a record. ``arrange`` and ``receive`` store and report by these records and ask no name a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Literal

from autograder.course.files import size_text
from autograder.course.notebook_cells import MAX_BYTES
from autograder.intake.archives import Member
from autograder.intake.filenames import (
    COMPRESSED,
    TARS,
    explain_unclean,
    get_stem,
    is_archive,
    is_junk,
    is_library,
    is_notebook,
    remove_browser_ending,
)
from autograder.intake.sheet_names import (
    accepted_extensions,
    find_sheet_name,
    get_student_ids,
    list_plain_names,
    match_name,
)
from autograder.records import Assignment, SubmissionRules

Kind = Literal["notebook", "script", "extra", "junk", "unasked", "refused"]
"""``extra`` is an accepted file of another type (a pdf, trained weights); ``junk`` was left behind by a machine.

``unasked`` files are of a type that the sheet does not ask for, or belong to an installed package. ``refused`` is what
the sheet may ask for but cannot be accepted as it is.
"""
OPTIONAL = ""
"""The role of files that the sheet accepts beside the notebooks, see ``UploadedFile.roles``."""


@dataclass(frozen=True)
class UploadName:
    """The name that an upload was handed in under; "" for a folder, to which the rule for names does not apply."""

    name: str
    accepted: bool
    """True if the sheet asks for such a name."""
    student_ids: tuple[str, ...]

    @property
    def stem(self) -> str:
        return get_stem(self.name)


@dataclass(frozen=True)
class UploadedFile:
    """One file of an upload."""

    member: Member
    name: str
    """The name that it is stored under; ``arrange`` makes it a path where the file stays in its folder."""
    kind: Kind
    refusal: str = ""
    """Why a ``refused`` file cannot be accepted, as a clause: ``it is a link``."""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the sheet would accept a file of this name as: the assignment's notebooks, or ``OPTIONAL``.

    Each is mapped to the student IDs that the name contains when it is read this way.
    """
    asked: bool = False
    """True for notebooks, and for what the sheet asks for by this very name."""

    @property
    def given_name(self) -> str:
        """The name in the upload, without folders."""
        return self.member.name.rpartition("/")[2]

    @property
    def stem(self) -> str:
        return get_stem(self.name)


def classify_upload_name(name: str, rules: SubmissionRules) -> UploadName:
    """Check the upload's own name against the sheet; that of a bare notebook without what a browser added to it."""
    if is_notebook(name):
        name = find_sheet_name(name, rules.upload) or remove_browser_ending(name)
    match = match_name(name, rules.upload)
    return UploadName(name, match is not None, get_student_ids(match))


def classify_members(members: Iterable[Member], assignment: Assignment) -> list[UploadedFile]:
    """Classify the members of an upload, in their order."""
    members = list(members)
    environments = {str(path.parent) for member in members if (path := PurePosixPath(member.name)).name == "pyvenv.cfg"}
    environments -= {"."}
    extensions, plain_names = accepted_extensions(assignment.rules), list_plain_names(assignment)
    return [
        UploadedFile(member, member.name, kind)
        if (kind := _classify_by_folder(member.name, environments))
        else _classify(member, assignment, extensions, plain_names)
        for member in members
    ]


def rename_file(file: UploadedFile, name: str, assignment: Assignment) -> UploadedFile:
    """Return the record of an accepted file under ``name``, with the kind and the roles that follow from the name."""
    kind: Kind = "notebook" if is_notebook(name) else "script" if name.endswith(".py") else "extra"
    patterns = {OPTIONAL: assignment.rules.optional} | {
        notebook: (pattern,) for notebook, pattern in zip(assignment.notebooks, assignment.rules.notebooks, strict=True)
    }
    matches = {role: match_name(name, accepted) for role, accepted in patterns.items()}
    roles = {role: get_student_ids(match) for role, match in matches.items() if match}
    return replace(file, name=name, kind=kind, roles=roles)


def _classify_by_folder(path: str, environments: set[str]) -> Kind | None:
    """Recognise what nobody wrote for this assignment by the folders that it is in."""
    if is_junk(path):
        return "junk"
    in_environment = environments and not environments.isdisjoint(map(str, PurePosixPath(path).parents))
    return "unasked" if in_environment or is_library(path) else None


def _classify(
    member: Member, assignment: Assignment, extensions: Sequence[str], plain_names: Sequence[str]
) -> UploadedFile:
    rules = assignment.rules
    given = member.name.rpartition("/")[2]
    name = find_sheet_name(given, (*rules.notebooks, *rules.optional), plain_names) or remove_browser_ending(given)
    asked = name in plain_names or is_notebook(name)
    if not asked and not name.endswith(".py"):
        name = given  # a picture or a pdf is not read by its name
    may_hold_answers = is_archive(given) and (is_archive(given, TARS) or not is_archive(given, COMPRESSED))
    accepted = asked or may_hold_answers or PurePosixPath(name).suffix.lower() in extensions
    if not accepted:
        return UploadedFile(member, member.name, "unasked")
    if refusal := _explain_refusal(member, name, rules):
        return UploadedFile(member, member.name, "refused", refusal)
    return replace(rename_file(UploadedFile(member, name, "extra"), name, assignment), asked=asked)


def _explain_refusal(member: Member, name: str, rules: SubmissionRules) -> str:
    """Say why a member cannot be accepted, as far as is known before it is read; return "" when it can."""
    reason = member.refusal or explain_unclean(member.name)
    if reason:
        return reason
    if is_archive(name):
        return "it is an archive inside the upload; add the files that it contains instead"
    limit = min(rules.max_bytes, MAX_BYTES) if is_notebook(name) or name.endswith(".py") else rules.max_bytes
    if member.size > limit:
        return f"it is {size_text(member.size)}; the limit is {size_text(limit)}"
    return ""
