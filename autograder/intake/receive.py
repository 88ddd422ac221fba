"""Upload → ``Submission``: files are classified one by one, and what can be graded is written to a flat folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from autograder.course.notebook_cells import read_cells
from autograder.errors import GraderError, SubmissionError
from autograder.intake.archives import list_members
from autograder.intake.classify import UploadedFile, UploadName, classify_members, classify_upload_name
from autograder.intake.course_sites import split_exported_name
from autograder.intake.filenames import collision_key, is_archive, is_junk, quote_name
from autograder.intake.match_notebooks import (
    check_first_cell,
    check_names,
    choose_notebooks,
    correct_names,
    read_script,
)
from autograder.intake.name_hints import explain_wrong_name
from autograder.intake.unpack import PIECE_BYTES, store
from autograder.records import Assignment, Cell, Finding, Submission, SubmissionRules

MAX_NAMED = 20
"""Skipped files that are named one by one."""


def receive_upload(
    upload: Path, assignment: Assignment, into: Path, *, upload_name: str | None = None, id: str = ""
) -> Submission:
    """Copy what may be graded from ``upload`` into the folder ``into``, which must be empty or absent.

    ``upload`` is a notebook, a zip or tar, or a folder with one submission's files. ``upload_name`` is the name it
    was handed in under; without it a file has its own name, and a folder has none, so that the rule for the
    upload's name is skipped. Nothing that is wrong with the upload raises: it is a ``Finding``, a fatal one when
    nothing is left to grade (then ``cells`` is empty). Raises ``GraderError`` when ``upload`` does not exist or
    ``into`` cannot be written.
    """
    source, name = _locate(upload, upload_name)
    uploaded_as = classify_upload_name(name, assignment.rules)
    _make_empty(into)
    findings: list[Finding] = []
    cells: tuple[Cell, ...] = ()
    complaint = ""
    try:
        members = list_members(source, name, max_bytes=assignment.rules.max_total_bytes)
        complaint = _check_upload_name(uploaded_as, assignment.rules)
        files = _store_files(classify_members(members, assignment), assignment.rules, into, findings)
        correct_names(files, assignment, into, findings)
        notebooks = choose_notebooks(files, uploaded_as, assignment, into, findings)
        findings += check_names(files, notebooks, uploaded_as, assignment)
        cells = _read_cells(into, notebooks, assignment, findings)
    except SubmissionError as error:
        findings.append(Finding(str(error), fatal=True))
    if complaint:
        graded = not any(finding.fatal for finding in findings)
        findings.insert(0, Finding(f"{complaint} It is still graded, but please rename it." if graded else complaint))
    names = tuple(sorted(path.name for path in into.iterdir()))
    return Submission(
        id=id or uploaded_as.stem or upload.name,
        folder=into,
        files=names,
        cells=cells,
        sha256=_hash_files(into, names),
        findings=tuple(findings),
    )


def _locate(upload: Path, upload_name: str | None) -> tuple[Path, str]:
    """Return where the upload really is, and its name; of a folder that contains only one archive, that archive."""
    name = upload_name or ("" if upload.is_dir() else split_exported_name(upload.name).own_name)
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
        raise GraderError(f"{into} is not empty; every submission needs a new folder of its own")


def _check_upload_name(upload: UploadName, rules: SubmissionRules) -> str:
    return "" if upload.accepted or not upload.name else explain_wrong_name(upload.name, rules.example, rules.upload)


def _store_files(
    files: Iterable[UploadedFile], rules: SubmissionRules, into: Path, findings: list[Finding]
) -> dict[str, UploadedFile]:
    """Write the accepted files and report the others. Returns {name: file} of those that were written."""
    stored: dict[str, UploadedFile] = {}
    used_names: set[str] = set()
    skipped: list[str] = []
    count = total_bytes = 0
    for file in files:
        if file.kind == "junk":
            continue
        count += 1
        if count > rules.max_files:
            raise SubmissionError(
                f"The upload contains more than {rules.max_files} files. "
                "Hand in only the files that the assignment sheet asks for."
            )
        reason = file.refusal
        if not reason and collision_key(file.name) in used_names:
            reason = "another file has the same name"
        if not reason:
            limit = min(rules.max_bytes, rules.max_total_bytes - total_bytes)
            reason, size = store(file.member, into / file.name, limit)
            total_bytes += size
        if reason:
            skipped.append(f"{quote_name(file.member.name)} was skipped: {reason}.")
        else:
            used_names.add(collision_key(file.name))
            stored[file.name] = file
    findings += _report_skipped(skipped)
    findings += [
        Finding(
            f"Some files are in the folder {quote_name(folder)}. They were accepted; "
            "next time put them at the top level, outside any folder."
        )
        for folder in sorted({file.folder for file in stored.values() if file.folder})
    ]
    return stored


def _report_skipped(messages: list[str]) -> list[Finding]:
    findings = [Finding(message) for message in messages[:MAX_NAMED]]
    rest = len(messages) - MAX_NAMED
    if rest > 0:
        more = "1 more file was" if rest == 1 else f"{rest} more files were"
        findings.append(Finding(f"{more} skipped for similar reasons."))
    return findings


def _read_cells(
    into: Path, notebooks: dict[str, str], assignment: Assignment, findings: list[Finding]
) -> tuple[Cell, ...]:
    rules = assignment.rules
    cells: list[Cell] = []
    for name, file in notebooks.items():
        try:
            notebook_cells = read_cells(into / file, rules.max_bytes)
        except SubmissionError as error:
            if len(notebooks) + len(assignment.scripts) == 1:
                raise
            findings.append(Finding(str(error)))
            continue
        cells += (replace(cell, notebook=name) for cell in notebook_cells)
        findings += check_first_cell(into / file, rules)
    for path in sorted(into.glob("*.py")):
        try:
            cells += read_script(path, assignment, rules.max_bytes)
        except SubmissionError as error:
            findings.append(Finding(str(error)))
    if not any(cell.notebook for cell in cells):
        raise SubmissionError("None of the notebooks can be read. Open each in Jupyter, save it and hand it in again.")
    return tuple(cells)


def _hash_files(folder: Path, names: tuple[str, ...]) -> str:
    """Return the SHA-256 of all names and contents.

    Each has its length before it, so that different sets of files never give the same sequence of bytes.
    """
    digest = hashlib.sha256()
    for name in names:
        path = folder / name
        digest.update(f"{len(name.encode())}:{name}:{path.stat().st_size}:".encode())
        with path.open("rb") as file:
            while piece := file.read(PIECE_BYTES):
                digest.update(piece)
    return digest.hexdigest()
