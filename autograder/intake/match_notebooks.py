"""Decides which file of an upload is which notebook or script of the assignment, and checks names by the sheet."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from autograder.course.notebook_cells import read_cells, read_notebook
from autograder.errors import SubmissionError
from autograder.intake.classify import OPTIONAL, UploadedFile, UploadName
from autograder.intake.definitions import find_definitions
from autograder.intake.filenames import get_stem, quote_name
from autograder.intake.left_out import name_few
from autograder.intake.name_hints import explain_wrong_name
from autograder.records import Assignment, Cell, Finding, SubmissionRules

MAX_COMPLAINTS = 3
"""Wrong names that have a sentence each, with a right name to copy."""


def choose_notebooks(
    files: dict[str, UploadedFile], upload: UploadName, assignment: Assignment, into: Path, findings: list[Finding]
) -> dict[str, str]:
    """Return {name of the assignment's own notebook: name of the file handed in for it}.

    Other notebooks are removed from ``files`` and ``into``. Raises ``SubmissionError`` when there is neither a notebook
    nor a script, or when it is not clear which notebook is meant.
    """
    notebooks = sorted(name for name, file in files.items() if file.kind == "notebook")
    missing = [name for name in assignment.scripts if name not in files]
    if not notebooks and len(missing) == len(assignment.scripts):
        present = ", ".join(map(quote_name, sorted(files))) or "no file that can be graded"
        raise SubmissionError(
            f"The upload contains no notebook that can be graded. Expected {_describe_expected(assignment)}; "
            f"the upload has {present}."
        )
    if missing:
        findings.append(_report_missing(missing))
    if not notebooks:
        return {}
    if len(assignment.notebooks) == 1:
        chosen = {assignment.notebooks[0]: _choose_one(notebooks, files, upload, assignment)}
    else:
        chosen = _choose_several(notebooks, files, assignment, findings)
    ignored = [name for name in notebooks if name not in chosen.values()]
    for name in ignored:
        (into / name).unlink()
        del files[name]
    if ignored:
        used = ", ".join(map(quote_name, chosen.values()))
        expected = "one" if len(assignment.notebooks) == 1 else str(len(assignment.notebooks))
        findings.append(
            Finding(f"The upload contains {len(notebooks)} notebooks, expected {expected}; only {used} counts.")
        )
    return chosen


def check_names(
    files: dict[str, UploadedFile], notebooks: dict[str, str], upload: UploadName, assignment: Assignment
) -> list[Finding]:
    """Check the names of the files against the sheet, and the student IDs in them against those of the upload's name.

    Where the upload's name has no IDs, those of the first notebook count. Findings about notebooks come first.
    """
    rules = assignment.rules
    patterns = dict(zip(assignment.notebooks, rules.notebooks, strict=True))
    roles = {file: notebook for notebook, file in notebooks.items()}
    expected_ids, source = upload.student_ids, "uploaded file"
    if not expected_ids and notebooks:
        first_notebook, first_file = next(iter(notebooks.items()))
        expected_ids, source = files[first_file].roles.get(first_notebook, ()), "notebook"
    findings: list[Finding] = []
    unexpected: dict[str, str] = {}
    for name in sorted(files, key=lambda name: (name not in roles, name)):
        role = roles.get(name, OPTIONAL)
        student_ids = files[name].roles.get(role)  # None where the sheet asks for no such name
        if name == upload.name and (student_ids is not None or not upload.accepted):
            continue  # a bare notebook: its name was checked by the rule for uploads
        if student_ids is None:
            accepted = rules.optional if role == OPTIONAL else (patterns[role],)
            unexpected[name] = explain_wrong_name(name, rules.example, accepted)
        elif student_ids and student_ids != expected_ids:
            ids_text = ", ".join(expected_ids)
            findings.append(
                Finding(f"{quote_name(name)} contains different student IDs from the {source}'s name ({ids_text}).")
            )
    return _report_unexpected(unexpected) + findings


def _report_unexpected(complaints: dict[str, str]) -> list[Finding]:
    """``complaints`` maps names to sentences; of many names only a few are told, in one sentence."""
    if len(complaints) <= MAX_COMPLAINTS:
        return [Finding(f"{complaint} The file was kept under its name.") for complaint in complaints.values()]
    return [
        Finding(
            f"{len(complaints)} files have names that the assignment sheet does not ask for, but were kept: "
            f"{name_few(list(complaints))}."
        )
    ]


def read_script(folder: Path, file: str, assignment: Assignment) -> Cell:
    """Read the ``.py`` file with the relative path ``file``: a script of the assignment, or a file beside it.

    Only a script has to contain something: an empty ``__init__.py`` is as it should be.
    """
    if file in assignment.scripts:
        (cell,) = read_cells(folder / file)
        return replace(cell, file=file, notebook=file)
    if not (folder / file).stat().st_size:
        return Cell(index=0, source="", ran=True, file=file)
    (cell,) = read_cells(folder / file)
    return replace(cell, file=file)


def find_answers_outside(cells: list[Cell], assignment: Assignment, findings: list[Finding]) -> list[Cell]:
    """Give the tasks of a notebook that was not handed in to the ``.py`` file that answers most of them.

    For an upload of scripts without any notebook. It is reported which file was taken, or that the notebook is missing.
    """
    beside = [cell for cell in cells if cell.file and not cell.notebook]
    for notebook in assignment.notebooks:
        needed = {name for task in assignment.tasks if task.place == notebook for name in task.needs}
        answers = {cell.file: sorted(needed & find_definitions([cell]).keys()) for cell in beside}
        best = max(answers, key=lambda file: len(answers[file]), default="")
        if not best or not answers[best]:
            findings.append(_report_missing([notebook]))
            continue
        cells = [replace(cell, notebook=notebook) if cell.file == best else cell for cell in cells]
        findings.append(
            Finding(f"{quote_name(best)} was read in place of {notebook}, because it defines {answers[best][0]}.")
        )
    return cells


def check_first_cell(path: Path, rules: SubmissionRules) -> list[Finding]:
    """Check the first cell of a notebook against the sheet's rule for it."""
    if not rules.first_cell:
        return []
    text = read_notebook(path)[0].source
    has_required = re.search(rules.first_cell, text)
    has_forbidden = rules.first_cell_without and re.search(rules.first_cell_without, text)
    if has_required and not has_forbidden:
        return []
    return [Finding(f"The first cell of {quote_name(path.name)}: {rules.first_cell_says}")]


def _report_missing(names: list[str]) -> Finding:
    if len(names) == 1:
        return Finding(f"{names[0]} is missing from the upload. Without it, its tasks cannot be graded.")
    listed = ", ".join(names)
    return Finding(f"{listed} are missing from the upload. Without them, their tasks cannot be graded.")


def _choose_one(
    notebooks: list[str], files: dict[str, UploadedFile], upload: UploadName, assignment: Assignment
) -> str:
    """Choose the only notebook, or the only one that has the name that the sheet asks for."""
    if len(notebooks) == 1:
        return notebooks[0]
    correct = [name for name in notebooks if assignment.notebooks[0] in files[name].roles]
    correct = [name for name in correct if files[name].stem == upload.stem] or correct
    if len(correct) != 1:
        raise SubmissionError(
            f"The upload contains {len(notebooks)} notebooks ({', '.join(map(quote_name, notebooks))}), expected one "
            f"with a name like {_make_example(assignment)}. Hand in only the notebook that should be graded."
        )
    return correct[0]


def _choose_several(
    notebooks: list[str], files: dict[str, UploadedFile], assignment: Assignment, findings: list[Finding]
) -> dict[str, str]:
    """Choose by name; if one notebook is left over and one is missing, it is taken for the missing one."""
    chosen: dict[str, str] = {}
    for own in assignment.notebooks:
        named = [name for name in notebooks if own in files[name].roles]
        if named:
            chosen[own] = named[0]
    missing = [own for own in assignment.notebooks if own not in chosen]
    left_over = [name for name in notebooks if name not in chosen.values()]
    if len(missing) == 1 and len(left_over) == 1:
        chosen[missing[0]] = left_over[0]
    elif missing:
        findings.append(_report_missing(missing))
    if not chosen:
        raise SubmissionError(
            f"Expected {_describe_expected(assignment)}; the upload has {', '.join(map(quote_name, notebooks))}. "
            "Give the notebooks these names."
        )
    return chosen


def _describe_expected(assignment: Assignment) -> str:
    if len(assignment.notebooks) == 1:
        return f"a notebook with a name like {_make_example(assignment)}"
    return " and ".join(assignment.notebooks)


def _make_example(assignment: Assignment) -> str:
    return get_stem(assignment.rules.example) + ".ipynb" if assignment.rules.example else assignment.notebooks[0]
