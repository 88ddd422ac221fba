"""Finds the regions of a source notebook that students never see, and refuses markers that are not exact.

A region is enclosed by two lines of its cell: ``### BEGIN SOLUTION`` and ``### END SOLUTION``, or
``### BEGIN HIDDEN TESTS`` and ``### END HIDDEN TESTS``. nbgrader looks for these words anywhere in a line and ignores
a marker that it does not recognise, which would publish the answer below it. Here a line either is a marker or is
not, and a line that only resembles one is an error.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from autograder.errors import AuthorError

Kind = Literal["SOLUTION", "HIDDEN TESTS"]
KINDS: tuple[Kind, ...] = ("SOLUTION", "HIDDEN TESTS")
MARKERS: Mapping[str, tuple[Literal["BEGIN", "END"], Kind]] = {
    f"### {edge} {kind}": (edge, kind) for edge in ("BEGIN", "END") for kind in KINDS
}
_WORDS = (*(marker.removeprefix("### ") for marker in MARKERS), "BEGIN MARK SCHEME", "END MARK SCHEME")
_SIMILAR = 0.85  # "BEGIN SOLUTON" scores 0.96, "END OF SOLUTION" 0.89, a heading "Solution" 0.80


@dataclass(frozen=True)
class Region:
    """Lines between two markers. ``first`` is the 1-based line number of ``lines[0]`` in the cell."""

    kind: Kind
    first: int
    lines: tuple[str, ...]


def resembles_marker(line: str) -> bool:
    """True for a marker, and for a line that was probably meant as one (misspelt, in lower case, beside code)."""
    text = " ".join(line.upper().split())
    if any(words in text for words in _WORDS):
        return True
    comment = text.lstrip("# ") if text.startswith("#") else ""
    return bool(difflib.get_close_matches(comment, _WORDS, n=1, cutoff=_SIMILAR))


def split(source: str) -> tuple[list[Region], list[str]]:
    """The regions of one cell, and a sentence for each wrong marker, which begins with the line's number."""
    regions: list[Region] = []
    complaints: list[str] = []
    lines = source.split("\n")
    opened: tuple[Kind, int] | None = None
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        edge, kind = MARKERS.get(text, (None, None))
        if edge is None or kind is None:
            if resembles_marker(line):
                complaints.append(
                    f"line {number}: {text!r} is not a marker; expected a line that is one of {', '.join(MARKERS)}"
                )
        elif edge == "BEGIN":
            if opened:
                complaints.append(
                    f"line {number}: {text!r} inside the region begun in line {opened[1]}; end that first"
                )
            opened = (kind, number)
        elif opened is None:
            complaints.append(f"line {number}: {text!r} ends nothing; put ### BEGIN {kind} above it")
        elif opened[0] != kind:
            complaints.append(f"line {number}: {text!r} cannot end the region {opened[0]} begun in line {opened[1]}")
            opened = None
        else:
            regions.append(Region(kind, opened[1] + 1, tuple(lines[opened[1] : number - 1])))
            opened = None
    if opened:
        complaints.append(f"line {opened[1]}: ### BEGIN {opened[0]} is never ended; put ### END {opened[0]} below it")
    return regions, complaints


def check(cells: Iterable[Mapping[str, Any]], name: str) -> None:
    """Refuse a source notebook whose regions are ambiguous or are in the wrong kind of cell.

    ``cells`` are nbformat cells with joined sources, ``name`` the notebook's file name. Raises AuthorError with one
    line for every complaint, by cell (1-based, all cells counted) and line.
    """
    complaints = [
        f"{name}, cell {index}{_name_cell(cell)}, {complaint}"
        for index, cell in enumerate(cells, start=1)
        for complaint in _find_complaints(cell)
    ]
    if complaints:
        listed = "\n".join(f"  {complaint}" for complaint in complaints)
        raise AuthorError(f"the notebook cannot be released:\n{listed}")


def _find_complaints(cell: Mapping[str, Any]) -> list[str]:
    regions, complaints = split(cell["source"])
    about = cell["metadata"].get("nbgrader", {})
    solution, graded = about.get("solution", False), about.get("grade", False)
    tests = graded and not solution
    kinds = {region.kind for region in regions}
    where = f"line {regions[0].first - 1}" if regions else "line 1"
    if "SOLUTION" in kinds and not solution:
        complaints.append(
            f"{where}: a solution region in a cell that is not a solution cell; set nbgrader's solution = true"
        )
    if "HIDDEN TESTS" in kinds and not tests:
        complaints.append(
            f"{where}: hidden tests in a cell that is not a test cell; set grade = true, solution = false"
        )
    if solution and "SOLUTION" not in kinds:
        complaints.append("line 1: a solution cell without a solution region; put its answer between the two markers")
    if tests and "HIDDEN TESTS" not in kinds:
        complaints.append(
            "line 1: a test cell without a hidden-tests region; put the hidden call between the two markers"
        )
    return complaints


def _name_cell(cell: Mapping[str, Any]) -> str:
    grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id", "")
    return f" ({grade_id})" if grade_id else ""
