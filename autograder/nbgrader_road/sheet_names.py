"""Finds the notebooks of a hand-in for nbgrader, which knows only the names of the assignment's own notebooks."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from pathlib import Path

from autograder.intake.sheet_names import match_name
from autograder.records import Assignment


def link_notebooks(folder: Path, assignment: Assignment) -> tuple[list[Path], list[str]]:
    """Link the assignment's own names, in the folder of one hand-in, to the notebooks that it has for them.

    Returns the notebooks that nbgrader can grade, and a sentence about every name that is not as it should be. Nothing
    is lost: a notebook with an own name that is not the one to grade gets a new name.
    """
    handed_in = sorted(path.name for path in folder.glob("*.ipynb") if not path.is_symlink())
    chosen, messages = choose_notebooks(handed_in, assignment)
    for own, name in chosen.items():
        link = folder / own
        if own == name:
            continue
        if link.is_symlink():
            link.unlink()
        elif link.exists():
            link.rename(_make_free_path(link))
        link.symlink_to(name)
        messages.append(f"{name} is graded as {own}.")
    ignored = [name for name in handed_in if name not in chosen.values()]
    if chosen and ignored:
        messages.append(f"{', '.join(ignored)} is not graded; only {', '.join(chosen.values())} counts.")
    return [folder / own for own in chosen], messages


def choose_notebooks(handed_in: Collection[str], assignment: Assignment) -> tuple[dict[str, str], list[str]]:
    """Return {name of the assignment's own notebook: name of the file for it}, and a sentence for each without a file.

    The sheet's name comes first, then the assignment's own name, then any name where only one file is left.
    """
    chosen: dict[str, str] = {}
    messages: list[str] = []
    for own, pattern in zip(assignment.notebooks, assignment.rules.notebooks, strict=True):
        by_sheet = [name for name in handed_in if match_name(name, [pattern]) and name not in assignment.notebooks]
        if own in handed_in and (match_name(own, [pattern]) or not by_sheet):
            chosen[own] = own
        elif len(by_sheet) == 1:
            chosen[own] = by_sheet[0]
    missing = [own for own in assignment.notebooks if own not in chosen]
    left_over = [name for name in handed_in if name not in chosen.values()]
    if len(missing) == 1 and len(left_over) == 1:
        chosen[missing[0]] = left_over[0]
    elif missing:
        there = f"it is not clear which of {', '.join(left_over)} it is" if left_over else "it is not there"
        messages += [f"{own} cannot be graded: {there}. Leave one file, named {own}." for own in missing]
    return chosen, messages


def _make_free_path(path: Path) -> Path:
    names = (path.with_name(f"{path.stem}_not_graded{number}{path.suffix}") for number in itertools.count(1))
    return next(name for name in names if not name.exists())
