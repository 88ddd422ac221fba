"""What the name of a file says about its part in a submission; whether files are one submission or several."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import PurePosixPath

from autograder.intake.filenames import get_stem, is_archive, is_notebook
from autograder.intake.sheet_names import match_name
from autograder.records import Assignment

ARCHIVE = "an archive"
"""The role of a file that can be a whole submission."""
UNKNOWN = "a notebook"
"""The role of a notebook whose name does not say which of several it is."""
DOCUMENTS = {".py", ".pdf", ".html", ".htm", ".doc", ".docx", ".odt", ".rtf", ".pages"}
"""What a student hands in by mistake instead of a notebook. Other files of this kind are nobody's: lists, notes."""
SUPPORT_FOLDERS = {
    *("data", "datasets", "runs", "logs", "models", "weights", "checkpoints", "figures", "images", "plots", "results"),
    *("src", "lib", "utils", "docs", "venv", "env", "site-packages", "node_modules", "old", "backup"),
}
"""Folders inside a student's own; no student is called that."""
MIN_CLASS = 3
"""Notebooks side by side in a zip that are a class, unless their names begin alike."""
MIN_COMMON = 3
"""Characters that the names of one student's versions have in common at their beginning."""
_BROWSER_SUFFIX = re.compile(r"(?i)(?<=\.ipynb)( ?\(\d+\))?\.(json|txt|download)$")


def strip_browser_suffix(name: str) -> str:
    """``hw2.ipynb.json`` → ``hw2.ipynb``: some browsers save a notebook under such a name."""
    return _BROWSER_SUFFIX.sub("", name)


def is_upload(name: str) -> bool:
    """True for a file that can be a whole upload, to which the sheet's rule for uploads applies."""
    return is_notebook(strip_browser_suffix(name)) or is_archive(name)


def find_role(name: str, assignment: Assignment) -> str:
    """Return which of the assignment's notebooks and scripts a file is meant to be, ``ARCHIVE``, or ``UNKNOWN``.

    "" for all other files.
    """
    name = strip_browser_suffix(name)
    if is_archive(name):
        return ARCHIVE
    if is_notebook(name):
        for own, pattern in zip(assignment.notebooks, assignment.rules.notebooks, strict=True):
            if len(assignment.notebooks) == 1 or match_name(name, (pattern,)):
                return own
        return _find_contained(name, assignment.notebooks) or UNKNOWN
    if name.lower().endswith(".py"):
        return _find_contained(name, assignment.scripts)
    return ""


def strip_role(name: str, assignment: Assignment) -> str:
    """Return what of a file's name says whose it is: ``jane_prob4_CNN.py`` → ``jane``; else its stem."""
    stem = get_stem(strip_browser_suffix(name))
    if is_archive(name) or len(assignment.notebooks) + len(assignment.scripts) == 1:
        return stem
    roles = [*assignment.notebooks, *assignment.scripts, *(name for task in assignment.tasks for name in task.files)]
    role = _find_contained(name, roles)
    at = _simplify(stem).find(_simplify(get_stem(role))) if role else -1
    rest = stem[:at] + stem[at + len(get_stem(role)) :] if at >= 0 else ""
    return rest.strip(" _-.") or stem


def is_class(names: Sequence[PurePosixPath], assignment: Assignment, *, zipped: bool) -> bool:
    """True if the files of a folder or zip are more than one submission, each a file or a folder of its own.

    They are one where no notebook or script is there twice, as in a folder with the two notebooks of one student.
    ``zipped``: a student's zip may hold several versions of a notebook side by side; a folder with them is a class.
    """
    roles: dict[str, list[str]] = {}  # of each file at the top and each folder there
    for path in names:
        if not any(part.lower() in SUPPORT_FOLDERS or part.startswith(".") for part in path.parts[:-1]):
            found = find_role(path.name, assignment)
            roles.setdefault(path.parts[0], []).extend([found] if found else [])
    folders = {path.parts[0] for path in names if len(path.parts) > 1} & roles.keys()
    answers = {unit: found for unit, found in roles.items() if found}
    if not answers:
        documents = [path for path in names if len(path.parts) == 1 and path.suffix.lower() in DOCUMENTS]
        return len(folders) > 1 or len(documents) > 1
    if len(answers) == 1:
        return answers.keys() <= folders and len(folders) > 1
    if folders.isdisjoint(answers):
        return _are_several(list(answers), assignment, zipped)
    return _repeat([role for found in answers.values() for role in set(found)], assignment)


def _are_several(files: Sequence[str], assignment: Assignment, zipped: bool) -> bool:
    """True if files side by side are of several students."""
    roles = {name: find_role(name, assignment) for name in files}
    scripts = {name for name in files if roles[name] in assignment.scripts}
    notebooks = [roles[name] for name in files if name not in scripts]
    if ARCHIVE in notebooks:
        return True
    # beside a script with exactly the right name, others are that student's older copies
    affixed = Counter(roles[name] for name in scripts if not scripts & {roles[name]})
    if any(count > 1 for count in affixed.values()):
        return True
    if not _repeat(notebooks, assignment):
        return False
    names = [strip_browser_suffix(name) for name in files if name not in scripts]
    rules = assignment.rules
    accepted = {get_stem(name) for name in names if match_name(name, (*rules.upload, *rules.notebooks))}
    if not zipped or accepted:
        return not zipped or len(accepted) > 1
    return len(names) >= MIN_CLASS and len({name[:MIN_COMMON].lower() for name in names}) > 1


def _repeat(roles: Sequence[str], assignment: Assignment) -> bool:
    """True if one submission cannot have all these: one is there twice, or there are more than the sheet asks for."""
    known = [role for role in roles if role not in (ARCHIVE, UNKNOWN)]
    unknown = roles.count(UNKNOWN)
    missing = len(set(assignment.notebooks) - set(known))
    one = len(set(known)) == len(known) and (not unknown or (bool(known) and unknown <= missing))
    return ARCHIVE in roles or not one


def _find_contained(name: str, wanted: Iterable[str]) -> str:
    """Return which of the wanted files a name contains the stem of, the longest one; capitals, - and _ do not count."""
    stem = _simplify(get_stem(name))
    contained = [file for file in wanted if _simplify(get_stem(file)) in stem]
    return max(contained, key=len, default="")


def _simplify(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")
