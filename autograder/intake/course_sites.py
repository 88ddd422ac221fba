"""Names that course sites (Moodle, Gradescope) give to files and folders when an instructor exports a class."""

from __future__ import annotations

import re
from typing import NamedTuple

GRADESCOPE_METADATA = "submission_metadata.yml"
"""The list of submissions that Gradescope puts beside them."""
_MOODLE = re.compile(r"(?P<owner>.+?_\d+)_assignsubmission_file(_(?P<name>.*))?")
_GRADESCOPE = re.compile(r"submission_\d+")


class ExportedName(NamedTuple):
    """A name in two parts: ``owner`` is the site's name for the student, "" where no site gave the name."""

    owner: str
    own_name: str
    """The name that the student handed the file in under; "" for Moodle's folders, which have none."""


def split_exported_name(name: str) -> ExportedName:
    """Separate what a course site added to a name from the name itself.

    Moodle: ``Ada Lovelace_4711_assignsubmission_file_hw2.ipynb`` → (``Ada Lovelace_4711``, ``hw2.ipynb``).
    Gradescope: ``submission_17`` → (``submission_17``, ``submission_17``). Any other name → ("", name).
    """
    moodle = _MOODLE.fullmatch(name)
    if moodle:
        return ExportedName(moodle["owner"], moodle["name"] or "")
    return ExportedName(name if _GRADESCOPE.fullmatch(name) else "", name)
