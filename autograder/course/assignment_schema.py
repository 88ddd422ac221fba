"""The tables of ``assignment.toml``: their keys, types and defaults. What the keys mean is said in ``records``."""

from __future__ import annotations

from typing import Annotated, Any

import msgspec

from autograder.course.toml_file import Number, Text, Texts, WholeNumber
from autograder.records import SubmissionRules, Task

SomeTexts = Annotated[Texts, msgspec.Meta(min_length=1)]


class _Table(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A table in which every key is known."""


class SheetTable(_Table, frozen=True, kw_only=True):
    """The top of the file. The tables in it are read by the schemas below, under their own names."""

    slug: Text = ""
    title: Text
    course: Text
    notebooks: SomeTexts
    scripts: Texts = ()
    preload: Texts = ()
    preload_worker: Texts = ()
    extras: Texts = ()
    data: Texts = ()
    submission: dict[str, Any]
    task: list[dict[str, Any]]
    thresholds: dict[str, Any] = msgspec.field(default_factory=dict)


class SubmissionTable(_Table, frozen=True, kw_only=True):
    """``[submission]``, which becomes a ``SubmissionRules``."""

    upload: SomeTexts
    notebooks: SomeTexts
    optional: Texts = SubmissionRules.optional
    example: Text = SubmissionRules.example
    first_cell: Text = SubmissionRules.first_cell
    first_cell_without: Text = SubmissionRules.first_cell_without
    first_cell_says: Text = SubmissionRules.first_cell_says
    must_be_run: bool = SubmissionRules.must_be_run
    max_bytes: WholeNumber = SubmissionRules.max_bytes
    max_total_bytes: WholeNumber = SubmissionRules.max_total_bytes
    max_files: WholeNumber = SubmissionRules.max_files


class TaskTable(_Table, frozen=True, kw_only=True):
    """``[[task]]``, which becomes a ``Task``."""

    id: Text
    number: Text
    title: Text
    points: Number
    manual_points: Number = Task.manual_points
    bonus: bool = Task.bonus
    notebook: Text = Task.notebook
    """The first notebook where it is left out."""
    script: Text = Task.script
    needs: Texts = Task.needs
    files: Texts = Task.files
    data: Text = Task.data
    seconds: Number = Task.seconds
    memory_mb: WholeNumber = Task.memory_mb


class MarksTable(_Table, frozen=True, kw_only=True):
    """``[thresholds.<task>.<kind of data>]``: fractions of 1 at which points begin, and from which on all are given."""

    passing: Number = msgspec.field(name="pass")
    full: Number
