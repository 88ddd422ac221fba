"""Upload → ``Submission``: members are judged one by one and written to a fresh flat folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from autograder.course.files import size_text
from autograder.course.notebook_cells import read_cells
from autograder.errors import GraderError, SubmissionError
from autograder.intake.archives import Member, members_of
from autograder.intake.filenames import (
    accepted_types,
    collision_key,
    ids,
    is_archive,
    is_junk,
    matches,
    person,
    shown,
    stem,
    unclean,
    wrong_name,
)
from autograder.intake.match_notebooks import choose, correct, first_cell, read_script
from autograder.intake.unpack import PIECE, store
from autograder.records import Assignment, Cell, Finding, Submission, SubmissionRules

MAX_TOLD = 20
"""Refused files that are named one by one."""


def receive(
    upload: Path, assignment: Assignment, into: Path, *, upload_name: str | None = None, id: str = ""
) -> Submission:
    """Copy what may be graded from ``upload`` into the folder ``into``, which must be empty or absent.

    ``upload`` is a notebook, a zip or tar, or a folder with one submission's files. ``upload_name`` is the name it
    was handed in under; without it a file has its own name, and a folder has none, so that the rule for the
    upload's name is skipped. A fault of the upload never raises: it is a ``Finding``, a fatal one when nothing
    is left to grade (then ``cells`` is empty). Raises ``GraderError`` when ``upload`` is not there or ``into`` cannot
    be written.
    """
    source, name = _locate(upload, upload_name or ("" if upload.is_dir() else person(upload.name)[1]))
    _make_empty(into)
    findings: list[Finding] = []
    cells: tuple[Cell, ...] = ()
    rules = assignment.rules
    try:
        members = members_of(source, name, max_bytes=rules.max_total_bytes)
        _check_upload_name(name, rules, findings)
        files = _store_all(members, rules, into, findings)
        correct(files, assignment, into, findings)
        notebooks = choose(files, name, assignment, into, findings)
        _check_names(files, notebooks, name, assignment, findings)
        cells = _read_all(into, notebooks, assignment, findings)
    except SubmissionError as error:
        findings.append(Finding(str(error), fatal=True))
    kept = tuple(sorted(path.name for path in into.iterdir()))
    return Submission(
        id=id or stem(name) or upload.name,
        folder=into,
        files=kept,
        cells=cells,
        sha256=_sha256(into, kept),
        findings=tuple(findings),
    )


def _locate(upload: Path, name: str) -> tuple[Path, str]:
    """Where the upload really lies and its name. A folder that holds one archive and nothing else stands for that."""
    try:
        upload = upload.resolve(strict=True)
        inside = [path for path in upload.iterdir() if not is_junk(path.name)] if upload.is_dir() else []
    except (OSError, RuntimeError) as error:  # RuntimeError: links in a circle
        raise GraderError(f"{upload} cannot be read: {error}") from None
    if len(inside) == 1 and is_archive(inside[0].name) and inside[0].is_file() and not inside[0].is_symlink():
        return inside[0], name or inside[0].name
    return upload, name


def _make_empty(into: Path) -> None:
    try:
        into.mkdir(parents=True, exist_ok=True)
        used = any(into.iterdir())
    except OSError as error:
        raise GraderError(f"{into} cannot be written: {error.strerror}") from None
    if used:
        raise GraderError(f"{into} is not empty; intake needs a fresh folder for every submission")


def _check_upload_name(name: str, rules: SubmissionRules, findings: list[Finding]) -> None:
    if name and not matches(name, rules.upload):
        findings.append(
            Finding(
                f"{wrong_name(name, rules.example, rules.upload)}. It is graded all the same; rename it while you can."
            )
        )


def _store_all(
    members: Iterator[Member], rules: SubmissionRules, into: Path, findings: list[Finding]
) -> dict[str, str]:
    """Write the members that may stay. Returns file name → folder in the upload (empty at the top)."""
    stored: dict[str, str] = {}
    taken: set[str] = set()
    refused: list[str] = []
    count = total = 0
    for member in members:
        if is_junk(member.name):
            continue
        count += 1
        if count > rules.max_files:
            raise SubmissionError(
                f"The upload holds more than {rules.max_files} files. Hand in only the files that the sheet asks for."
            )
        folder, _, name = member.name.rpartition("/")
        reason = _refusal(member, rules) or ("another file has the same name" if collision_key(name) in taken else "")
        if not reason:
            reason, size = store(member, into / name, min(rules.max_bytes, rules.max_total_bytes - total))
            total += size
        if reason:
            refused.append(f"{shown(member.name)} was not taken: {reason}.")
        else:
            taken.add(collision_key(name))
            stored[name] = folder
    findings += [Finding(message) for message in refused[:MAX_TOLD]]
    if len(refused) > MAX_TOLD:
        findings.append(Finding(f"{len(refused) - MAX_TOLD} more files were not taken for the like reasons."))
    for folder in sorted({folder for folder in stored.values() if folder}):
        findings.append(
            Finding(
                f"Files lie in the folder {shown(folder)}. They were taken; put them at the top, outside any folder."
            )
        )
    return stored


def _refusal(member: Member, rules: SubmissionRules) -> str:
    """Why a member is not taken, by all that is known before it is read."""
    reason = member.refusal or unclean(member.name)
    if reason:
        return reason
    name = PurePosixPath(member.name)
    if len(name.parts) > 2:
        return "it lies more than one folder deep; put it at the top"
    if is_archive(name.name):
        return "it is an archive inside the upload; put the files that it holds there instead"
    types = accepted_types(rules)
    if name.suffix.lower() not in types:
        kind = f"of type {name.suffix}" if name.suffix else "without an ending"
        return f"files {kind} are not accepted, only {', '.join(types)}"
    return _too_large(member.size, rules) if member.size > rules.max_bytes else ""


def _too_large(size: int, rules: SubmissionRules) -> str:
    return f"it has {size_text(size)}, allowed are {size_text(rules.max_bytes)}"


def _check_names(
    files: dict[str, str], notebooks: dict[str, str], upload: str, assignment: Assignment, findings: list[Finding]
) -> None:
    """Names of the files against the sheet, and whose ids they carry. The notebooks come first."""
    rules = assignment.rules
    patterns = dict(zip(assignment.notebooks, rules.notebooks, strict=True))
    wanted = {file: (patterns[name],) for name, file in notebooks.items()}
    named = [matches(name, patterns) for name, patterns in wanted.items()]
    owners = ids(matches(upload, rules.upload)) or (ids(named[0]) if named else ())
    for name in sorted(files, key=lambda name: (name not in wanted, name)):
        found = matches(name, wanted.get(name, rules.optional))
        if name == upload and (found or not matches(name, rules.upload)):
            continue  # a bare notebook: the rule for the upload has spoken
        if not found:
            told = wrong_name(name, rules.example, wanted.get(name, rules.optional))
            findings.append(Finding(f"{told}. It was taken under this name."))
        elif ids(found) and ids(found) != owners:
            findings.append(Finding(f"{shown(name)} carries other ids than the upload ({', '.join(owners)})."))


def _read_all(
    into: Path, notebooks: dict[str, str], assignment: Assignment, findings: list[Finding]
) -> tuple[Cell, ...]:
    rules = assignment.rules
    cells: list[Cell] = []
    for name, file in notebooks.items():
        try:
            read = read_cells(into / file, rules.max_bytes)
        except SubmissionError as error:
            if len(notebooks) + len(assignment.scripts) == 1:
                raise
            findings.append(Finding(str(error)))
            continue
        cells += (replace(cell, notebook=name) for cell in read)
        findings += first_cell(into / file, rules)
    for path in sorted(into.glob("*.py")):
        try:
            cells += read_script(path, assignment, rules.max_bytes)
        except SubmissionError as error:
            findings.append(Finding(str(error)))
    if not any(cell.notebook for cell in cells):
        raise SubmissionError("None of the notebooks can be read.")
    return tuple(cells)


def _sha256(folder: Path, names: tuple[str, ...]) -> str:
    """Of every name and content with its length before it, so that no two sets of files run together alike."""
    digest = hashlib.sha256()
    for name in names:
        path = folder / name
        digest.update(f"{len(name.encode())}:{name}:{path.stat().st_size}:".encode())
        with path.open("rb") as file:
            while piece := file.read(PIECE):
                digest.update(piece)
    return digest.hexdigest()
