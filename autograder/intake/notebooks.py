"""Which file of an upload is which notebook of the assignment, and the sheet's rule for its first cell."""

from __future__ import annotations

import re
from pathlib import Path

from autograder.cells import read_notebook
from autograder.intake.filenames import matches, shown, stem
from autograder.model import Assignment, Finding, SubmissionError, SubmissionForm


def choose(
    files: dict[str, str], upload: str, assignment: Assignment, into: Path, findings: list[Finding]
) -> dict[str, str]:
    """Name of the assignment's own notebook → name of the file handed in for it; at least one.

    Notebooks that are none of them are taken out of ``files`` and ``into``. Raises ``SubmissionError`` when there is
    none, or when it is not clear which is meant.
    """
    found = sorted(name for name in files if name.lower().endswith(".ipynb"))
    if not found:
        there = ", ".join(map(shown, sorted(files))) or "no file that may be graded"
        raise SubmissionError(
            f"The upload holds no notebook that can be taken. Expected {_expected(assignment)}; found {there}."
        )
    if len(assignment.notebooks) == 1:
        chosen = {assignment.notebooks[0]: _the_one(found, upload, assignment)}
    else:
        chosen = _several(found, assignment, findings)
    rest = [name for name in found if name not in chosen.values()]
    for name in rest:
        (into / name).unlink()
        del files[name]
    if rest:
        taken = ", ".join(map(shown, chosen.values()))
        wanted = "one" if len(assignment.notebooks) == 1 else str(len(assignment.notebooks))
        findings.append(Finding(f"The upload holds {len(found)} notebooks, expected {wanted}; only {taken} was taken."))
    return chosen


def first_cell(path: Path, form: SubmissionForm) -> list[Finding]:
    """What is against the sheet's rule for the first cell of a notebook."""
    if not form.first_cell:
        return []
    text = read_notebook(path, form.max_bytes)[0].source
    right = re.search(form.first_cell, text)
    named = form.first_cell_without and re.search(form.first_cell_without, text)
    return [] if right and not named else [Finding(f"The first cell of {shown(path.name)}: {form.first_cell_says}")]


def _the_one(found: list[str], upload: str, assignment: Assignment) -> str:
    """The only notebook, or the only one that has the name that the sheet asks for."""
    if len(found) == 1:
        return found[0]
    right = [name for name in found if matches(name, assignment.form.notebooks)]
    right = [name for name in right if stem(name) == stem(upload)] or right
    if len(right) != 1:
        raise SubmissionError(
            f"The upload holds {len(found)} notebooks ({', '.join(map(shown, found))}), expected one, named such as "
            f"{_example(assignment)}. Hand in only the one to be graded."
        )
    return right[0]


def _several(found: list[str], assignment: Assignment, findings: list[Finding]) -> dict[str, str]:
    """By name; one notebook that is left over stands for the only one that is missing."""
    chosen: dict[str, str] = {}
    for own, pattern in zip(assignment.notebooks, assignment.form.notebooks, strict=True):
        named = [name for name in found if matches(name, (pattern,))]
        if named:
            chosen[own] = named[0]
    missing = [own for own in assignment.notebooks if own not in chosen]
    over = [name for name in found if name not in chosen.values()]
    if len(missing) == 1 and len(over) == 1:
        chosen[missing[0]] = over[0]
    elif missing:
        findings.append(Finding(f"{' and '.join(missing)} was not found in the upload; its tasks cannot be graded."))
    if not chosen:
        raise SubmissionError(
            f"Expected {_expected(assignment)}; found {', '.join(map(shown, found))}. Give them these names."
        )
    return chosen


def _expected(assignment: Assignment) -> str:
    if len(assignment.notebooks) == 1:
        return f"one such as {_example(assignment)}"
    return " and ".join(assignment.notebooks)


def _example(assignment: Assignment) -> str:
    return stem(assignment.form.example) + ".ipynb" if assignment.form.example else assignment.notebooks[0]
