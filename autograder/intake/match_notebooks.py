"""Which file of an upload is which notebook or script of the assignment, and the sheet's rule for its first cell."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from autograder.course.notebook_cells import read_cells, read_notebook
from autograder.errors import SubmissionError
from autograder.intake.filenames import matches, shown, stem
from autograder.records import Assignment, Cell, Finding, SubmissionRules


def choose(
    files: dict[str, str], upload: str, assignment: Assignment, into: Path, findings: list[Finding]
) -> dict[str, str]:
    """Name of the assignment's own notebook → name of the file handed in for it.

    Notebooks that are none of them are taken out of ``files`` and ``into``. Raises ``SubmissionError`` when there is
    none and no script either, or when it is not clear which is meant.
    """
    found = sorted(name for name in files if name.lower().endswith(".ipynb"))
    lacking = [name for name in assignment.scripts if name not in files]
    if not found and len(lacking) == len(assignment.scripts):
        there = ", ".join(map(shown, sorted(files))) or "no file that may be graded"
        raise SubmissionError(
            f"The upload holds no notebook that can be taken. Expected {_expected(assignment)}; found {there}."
        )
    if not found:
        lacking = [*assignment.notebooks, *lacking]
    if lacking:
        told = f"{', '.join(lacking)} {'was' if len(lacking) == 1 else 'were'} not found in the upload"
        findings.append(Finding(f"{told}; what is answered there cannot be graded."))
    if not found:
        return {}
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


def correct(files: dict[str, str], assignment: Assignment, into: Path, findings: list[Finding]) -> None:
    """Give files that are asked for by name that name where theirs differs only in capitals, or in - for _."""
    wanted = [*assignment.scripts, *sorted({name for task in assignment.tasks for name in task.files})]
    for right in wanted:
        alike = [name for name in files if name != right and _loose(name) == _loose(right)]
        if right in files or len(alike) != 1 or alike[0] in wanted:
            continue
        (into / alike[0]).rename(into / right)
        files[right] = files.pop(alike[0])
        findings.append(Finding(f"{shown(alike[0])} was taken as {right}; give it exactly that name."))


def read_script(path: Path, assignment: Assignment, max_bytes: int = SubmissionRules.max_bytes) -> tuple[Cell, ...]:
    """A ``.py`` file as cells: of its own place if it is a script of the assignment, else of none."""
    name = path.name if path.name in assignment.scripts else ""
    return tuple(replace(cell, notebook=name) for cell in read_cells(path, max_bytes))


def _loose(name: str) -> str:
    return name.casefold().replace("-", "_").replace(" ", "_")


def first_cell(path: Path, rules: SubmissionRules) -> list[Finding]:
    """What is against the sheet's rule for the first cell of a notebook."""
    if not rules.first_cell:
        return []
    text = read_notebook(path, rules.max_bytes)[0].source
    right = re.search(rules.first_cell, text)
    named = rules.first_cell_without and re.search(rules.first_cell_without, text)
    return [] if right and not named else [Finding(f"The first cell of {shown(path.name)}: {rules.first_cell_says}")]


def _the_one(found: list[str], upload: str, assignment: Assignment) -> str:
    """The only notebook, or the only one that has the name that the sheet asks for."""
    if len(found) == 1:
        return found[0]
    right = [name for name in found if matches(name, assignment.rules.notebooks)]
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
    for own, pattern in zip(assignment.notebooks, assignment.rules.notebooks, strict=True):
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
    return stem(assignment.rules.example) + ".ipynb" if assignment.rules.example else assignment.notebooks[0]
