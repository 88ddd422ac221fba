"""Upload → ``Submission``: files are classified by their names, and what can be graded is written to a folder."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from autograder.course.notebook_cells import read_cells
from autograder.errors import GraderError, SubmissionError
from autograder.intake.archives import Member, list_members
from autograder.intake.arrange import arrange
from autograder.intake.classify import UploadedFile, UploadName, classify_members, classify_upload_name
from autograder.intake.course_sites import split_exported_name
from autograder.intake.executed_cells import explain_order
from autograder.intake.filenames import is_archive, is_junk, quote_name
from autograder.intake.left_out import report_skipped
from autograder.intake.match_notebooks import (
    check_first_cell,
    check_names,
    choose_notebooks,
    find_answers_outside,
    read_script,
)
from autograder.intake.name_hints import explain_wrong_name
from autograder.intake.unpack import PIECE_BYTES, store
from autograder.records import Assignment, Cell, Finding, Submission, SubmissionRules


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
        members = list_members(source, name)
        complaint = _check_upload_name(uploaded_as, assignment.rules)
        arrangement = arrange(classify_members(members, assignment), assignment)
        findings += arrangement.findings
        files = _store_files(list_members(source, name), arrangement.files, assignment.rules, into, findings)
        notebooks = choose_notebooks(files, uploaded_as, assignment, into, findings)
        findings += check_names(files, notebooks, uploaded_as, assignment)
        cells = _read_cells(into, notebooks, assignment, findings)
    except SubmissionError as error:
        findings.append(Finding(str(error), fatal=True))
    if complaint:
        graded = not any(finding.fatal for finding in findings)
        findings.insert(0, Finding(f"{complaint} Its files were read; please rename it." if graded else complaint))
    names = tuple(sorted(path.relative_to(into).as_posix() for path in into.rglob("*") if path.is_file()))
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
    members: Iterable[Member],
    places: Mapping[int, UploadedFile],
    rules: SubmissionRules,
    into: Path,
    findings: list[Finding],
) -> dict[str, UploadedFile]:
    """Write the files that have a place and report those that cannot be read. Returns {name: file} of the written ones.

    ``members`` are listed anew, in the order in which they have been classified: a tar can only be read once.
    """
    stored: dict[str, UploadedFile] = {}
    skipped: list[str] = []
    left = rules.max_total_bytes
    for number, member in enumerate(members):
        if (file := places.get(number)) is None:
            continue
        reason, size = store(member, into / file.name, min(rules.max_bytes, left))
        left -= size
        if reason:
            skipped.append(f"{quote_name(member.name)} was skipped: {reason}.")
        else:
            stored[file.name] = file
    findings += report_skipped(skipped)
    return stored


def _read_cells(
    into: Path, notebooks: dict[str, str], assignment: Assignment, findings: list[Finding]
) -> tuple[Cell, ...]:
    rules = assignment.rules
    cells: list[Cell] = []
    for name, file in notebooks.items():
        try:
            notebook_cells = read_cells(into / file)
        except SubmissionError as error:
            if len(notebooks) + len(assignment.scripts) == 1:
                raise
            findings.append(Finding(str(error)))
            continue
        cells += (replace(cell, notebook=name) for cell in notebook_cells)
        findings += check_first_cell(into / file, rules)
        findings += explain_order(notebook_cells, file)
    for path in sorted(into.rglob("*.py")):
        try:
            cells.append(read_script(into, path.relative_to(into).as_posix(), assignment))
        except SubmissionError as error:
            findings.append(Finding(str(error)))
    if not notebooks:
        cells = find_answers_outside(cells, assignment, findings)
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
