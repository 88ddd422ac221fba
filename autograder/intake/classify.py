"""What each file of an upload is: decided once, from its name and size, before a byte of it is read.

The answer is a record. ``receive`` stores and reports by these records and asks no name a second time.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Literal

from autograder.course.files import size_text
from autograder.intake.archives import Member
from autograder.intake.filenames import explain_unclean, get_stem, is_archive, is_junk, is_notebook
from autograder.intake.sheet_names import accepted_extensions, get_student_ids, match_name
from autograder.records import Assignment, SubmissionRules

Kind = Literal["notebook", "script", "extra", "junk", "refused"]
"""``extra`` is an accepted file of another type (a pdf, trained weights); ``junk`` was left behind by a machine."""
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
    folder: str
    """Its folder in the upload; "" at the top."""
    name: str
    """The name that it is stored under."""
    kind: Kind
    refusal: str = ""
    """Why a ``refused`` file cannot be accepted, as a clause: ``it is a link``."""
    roles: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What the sheet would accept a file of this name as: the assignment's notebooks, or ``OPTIONAL``.

    Each is mapped to the student IDs that the name contains when it is read this way.
    """

    @property
    def stem(self) -> str:
        return get_stem(self.name)


def classify_upload_name(name: str, rules: SubmissionRules) -> UploadName:
    """Check the upload's own name against the sheet."""
    match = match_name(name, rules.upload)
    return UploadName(name, match is not None, get_student_ids(match))


def classify_members(members: Iterable[Member], assignment: Assignment) -> Iterator[UploadedFile]:
    """Classify the members of an upload one by one; each must be read before the next is asked for."""
    extensions = accepted_extensions(assignment.rules)
    for member in members:
        folder, _, name = member.name.rpartition("/")
        if is_junk(member.name):
            yield UploadedFile(member, folder, name, "junk")
        elif refusal := _explain_refusal(member, extensions, assignment.rules.max_bytes):
            yield UploadedFile(member, folder, name, "refused", refusal)
        else:
            yield rename_file(UploadedFile(member, folder, name, "extra"), name, assignment)


def rename_file(file: UploadedFile, name: str, assignment: Assignment) -> UploadedFile:
    """Return the record of an accepted file under ``name``, with the kind and the roles that follow from the name."""
    kind: Kind = "notebook" if is_notebook(name) else "script" if name.endswith(".py") else "extra"
    patterns = {OPTIONAL: assignment.rules.optional} | {
        notebook: (pattern,) for notebook, pattern in zip(assignment.notebooks, assignment.rules.notebooks, strict=True)
    }
    matches = {role: match_name(name, accepted) for role, accepted in patterns.items()}
    roles = {role: get_student_ids(match) for role, match in matches.items() if match}
    return replace(file, name=name, kind=kind, roles=roles)


def _explain_refusal(member: Member, extensions: tuple[str, ...], max_bytes: int) -> str:
    """Say why a member cannot be accepted, as far as is known before it is read; return "" when it can."""
    reason = member.refusal or explain_unclean(member.name)
    if reason:
        return reason
    path = PurePosixPath(member.name)
    if len(path.parts) > 2:
        return "it is more than one folder deep; move it to the top level"
    if is_archive(path.name):
        return "it is an archive inside the upload; add the files that it contains instead"
    if path.suffix.lower() not in extensions:
        type_text = f"of type {path.suffix}" if path.suffix else "without an extension"
        return f"files {type_text} are not accepted, only {', '.join(extensions)}"
    if member.size > max_bytes:
        return f"it is {size_text(member.size)}; the limit is {size_text(max_bytes)}"
    return ""
