"""Builders of notebooks and uploads for the tests of intake."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from autograder.intake import receive_upload
from autograder.records import Assignment, Submission, SubmissionRules, Task

STEM = "hw2_123456789_987654321"
OTHER = "hw2_111111111_222222222"
PAIR = r"hw2_(?P<id1>\d{9})_(?!(?P=id1))(?P<id2>\d{9})"


def make_assignment(**rules: Any) -> Assignment:
    """A sheet like the pairs' homework: notebook or zip, a pdf and one weights file beside it."""
    return Assignment(
        slug="hw2",
        title="Homework 2",
        course="Course",
        notebooks=("hw2.ipynb",),
        rules=SubmissionRules(
            upload=(PAIR + r"\.(ipynb|zip)",),
            notebooks=(PAIR + r"\.ipynb",),
            optional=(PAIR + r"\.pdf", r"model\.pt"),
            example=STEM + ".zip",
            **rules,
        ),
        tasks=(
            Task("xavier", "T1", "Xavier", 3, needs=("xavier_init",)),
            Task("train", "T2", "Training", 4, needs=("make_model", "fit"), files=("model.pt",)),
            Task("noise", "T3", "Noise", 2, needs=("add_noise", "make_model"), files=("model.pt",)),
        ),
    )


def code(source: str | list[str], *, ran: bool = True, grade_id: str = "") -> dict[str, Any]:
    metadata = {"nbgrader": {"grade_id": grade_id, "schema_version": 3}} if grade_id else {}
    count = 1 if ran else None
    return {"cell_type": "code", "source": source, "metadata": metadata, "execution_count": count, "outputs": []}


def notebook(*cells: dict[str, Any]) -> bytes:
    """A notebook of format 4 with these cells, by default one that was run."""
    found = list(cells) or [code("x = 1")]
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": found}).encode()


def write_zip(path: Path, files: Mapping[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def zipped(tmp_path: Path, files: Mapping[str, bytes], name: str = STEM + ".zip") -> Path:
    return write_zip(tmp_path / name, files)


def take(upload: Path, **options: str) -> Submission:
    """Receive an upload into ``work`` beside it, and hold that nothing else was written, there or elsewhere."""
    root = upload.parent
    before = {path for path in root.rglob("*") if "work" not in path.parts}
    submission = receive_upload(upload, make_assignment(), root / "work", **options)
    assert {path for path in root.rglob("*") if "work" not in path.parts} == before
    there = [path for path in (root / "work").rglob("*") if not stat.S_ISDIR(path.lstat().st_mode)]
    assert sorted(path.relative_to(root / "work").as_posix() for path in there) == sorted(submission.files)
    assert all(stat.S_ISREG(path.lstat().st_mode) for path in there)
    return submission


def told(submission: Submission) -> str:
    return "\n".join(finding.message for finding in submission.findings)
