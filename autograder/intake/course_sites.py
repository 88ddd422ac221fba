"""Whose the files of a class download are, and what they were called, before a course site renamed them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple

from autograder.intake.site_layouts import GRADESCOPE, GRADESCOPE_METADATA, MOODLE, NAMED_SITES, SITES, SiteFile
from autograder.records import Assignment

__all__ = ["GRADESCOPE_METADATA", "SiteFile", "recognise", "split_exported_name"]


class ExportedName(NamedTuple):
    """A name in two parts: ``owner`` is the site's name for the student, "" where no site gave the name."""

    owner: str
    own_name: str
    """The name that the student handed the file in under; "" for Moodle's folders, which have none."""


def split_exported_name(name: str) -> ExportedName:
    """Separate what Moodle or Gradescope added to a name from the name itself.

    Moodle: ``Ada Lovelace_4711_assignsubmission_file_hw2.ipynb`` → (``Ada Lovelace_4711``, ``hw2.ipynb``).
    Gradescope: ``submission_17`` → (``submission_17``, ``submission_17``). Any other name → ("", name).
    """
    moodle = MOODLE.fullmatch(name)
    if moodle:
        return ExportedName(f"{moodle['name']}_{moodle['id']}", moodle["file"] or "")
    return ExportedName(name if GRADESCOPE.fullmatch(name) else "", name)


def recognise(
    names: Sequence[PurePosixPath], folder: str, assignment: Assignment, *, by_name: bool = False
) -> Mapping[PurePosixPath, SiteFile]:
    """Return what a course site says about ``names``, the files of a folder called ``folder``; {} if none made it.

    Files that are not in the answer were put there by somebody else. ``by_name``: only by names that no student gives.
    """
    for site in NAMED_SITES if by_name else SITES:
        files = site(names, folder, assignment)
        if any(file.kind != "note" for file in files.values()):
            return files
    return {}
