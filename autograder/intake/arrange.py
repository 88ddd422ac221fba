"""Where each file of an upload is stored: what the sheet asks for at the top, the others in their folders.

It decides by names and declared sizes alone, before anything is read.
"""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from autograder.course.files import size_text
from autograder.intake.classify import UploadedFile, rename_file
from autograder.intake.filenames import collision_key, quote_name, remove_browser_ending
from autograder.intake.left_out import describe_list, report_left_out, report_skipped
from autograder.intake.sheet_names import accepted_extensions
from autograder.records import Assignment, Finding, SubmissionRules


@dataclass(frozen=True)
class Arrangement:
    """The place of each file that is taken, and what the student reads about the others."""

    files: Mapping[int, UploadedFile]
    """Number of the member → its record; ``name`` is the path that it is stored under."""
    findings: tuple[Finding, ...]


def arrange(files: Sequence[UploadedFile], assignment: Assignment) -> Arrangement:
    """Find a place for every file. ``files`` are all members of the upload, in their order."""
    outer = _find_outer_folder(files)
    paths = [file.member.name.removeprefix(outer) for file in files]
    refusals = {
        number: f"{quote_name(paths[number])} was skipped: {file.refusal}."
        for number, file in enumerate(files)
        if file.kind == "refused"
    }
    taken = {number: file for number, file in enumerate(files) if file.kind in ("notebook", "script", "extra")}
    top = _place_at_top(taken, paths, assignment, refusals)
    roots = {posixpath.dirname(paths[number]) for number, file in top.items() if file.roles and file.kind != "extra"}
    stray = {
        number
        for number, file in taken.items()
        if file.kind == "extra" and not file.roles and posixpath.dirname(paths[number]) not in roots | {""}
    }
    others = {number: file for number, file in taken.items() if number not in {*top, *stray, *refusals}}
    places = top | _place_in_folders(others, paths, roots - {""}, top, refusals)
    places, too_many = _apply_limits(places, assignment.rules, refusals)
    unasked = [
        path
        for number, (path, file) in enumerate(zip(paths, files, strict=True))
        if file.kind == "unasked" or number in stray
    ]
    accepted = describe_list(accepted_extensions(assignment.rules))
    findings = (
        *_report_renamed([places[number] for number in sorted(places)]),
        *_report_moved([paths[number] for number in sorted(top) if number in places]),
        *report_skipped([refusals[number] for number in sorted(refusals)]),
        *report_left_out(unasked, f"the assignment sheet does not ask for {{}} (it takes {accepted} files)"),
        *report_left_out(
            [paths[number] for number in too_many], f"at most {assignment.rules.max_files} files are taken"
        ),
    )
    return Arrangement(dict(sorted(places.items())), findings)


def _find_outer_folder(files: Sequence[UploadedFile]) -> str:
    """Return the folder (with ``/``) that everything is in which a person may have put into the upload; "" for none."""
    clean = [file.member.name for file in files if file.kind != "junk" and file.kind != "refused"]
    folders = [name.rpartition("/")[0] for name in clean]
    if not folders or any(name.startswith("/") or ".." in name.split("/") for name in clean):
        return ""
    folder = posixpath.commonpath(folders) if all(folders) else ""
    return f"{folder}/" if folder else ""


def _place_at_top(
    files: Mapping[int, UploadedFile], paths: Sequence[str], assignment: Assignment, refusals: dict[int, str]
) -> dict[int, UploadedFile]:
    """Choose, for each name that is asked for, the file that has it; the others of that name are refused.

    A file of this very name goes before one that is merely similar, then the one that is in fewer folders. Where
    several are similar and none is right, it is not clear which is meant: then each keeps its own name.
    """
    claims: dict[str, list[int]] = defaultdict(list)
    for number, file in files.items():
        if file.asked:
            claims[collision_key(file.name)].append(number)
    places: dict[int, UploadedFile] = {}
    for numbers in claims.values():
        ranked = sorted(numbers, key=lambda number: (_is_renamed(files[number]), paths[number].count("/"), number))
        best, *others = ranked
        tied = [other for other in others if paths[other].count("/") == paths[best].count("/")]
        if _is_renamed(files[best]) and tied:
            for number in numbers:
                own_name = remove_browser_ending(files[number].given_name)
                places[number] = rename_file(files[number], own_name, assignment)
            continue
        places[best] = files[best]
        for other in others:
            given = remove_browser_ending(files[other].given_name)
            if files[other].kind == "notebook" and collision_key(given) != collision_key(files[best].name):
                places[other] = rename_file(files[other], given, assignment)
                continue
            same = collision_key(given) == collision_key(files[best].name)
            reason = "another file has the same name" if same else f"another file is used as {files[best].name}"
            refusals[other] = f"{quote_name(paths[other])} was skipped: {reason}."
    return _drop_collisions(places, paths, refusals)


def _drop_collisions(
    places: dict[int, UploadedFile], paths: Sequence[str], refusals: dict[int, str]
) -> dict[int, UploadedFile]:
    kept: dict[str, int] = {}
    for number, file in places.items():
        if kept.setdefault(collision_key(file.name), number) != number:
            refusals[number] = f"{quote_name(paths[number])} was skipped: another file has the same name."
    return {number: places[number] for number in kept.values()}


def _place_in_folders(
    files: Mapping[int, UploadedFile],
    paths: Sequence[str],
    roots: set[str],
    top: Mapping[int, UploadedFile],
    refusals: dict[int, str],
) -> dict[int, UploadedFile]:
    """Keep the other files in their folders. What is beside a notebook or a script (in ``roots``) stays beside it."""
    used = {collision_key(file.name) for file in top.values()}
    places: dict[int, UploadedFile] = {}
    for number, file in files.items():
        own = [paths[number].removeprefix(f"{root}/") for root in roots if paths[number].startswith(f"{root}/")]
        near = [*sorted(own, key=len), paths[number]]
        options = [*(_with_name(path, file.name) for path in near), *near]
        path = next((option for option in options if not _is_used(option, used)), "")
        if path:
            used |= _occupy(path)
            places[number] = replace(file, name=path)
        else:
            refusals[number] = f"{quote_name(paths[number])} was skipped: another file has the same name."
    return places


def _with_name(path: str, name: str) -> str:
    return posixpath.join(posixpath.dirname(path), name)


def _occupy(path: str) -> set[str]:
    """The key of a stored file, and keys (with ``/``) of the folders that it is in."""
    folders = {f"{collision_key(str(folder))}/" for folder in PurePosixPath(path).parents if str(folder) != "."}
    return {collision_key(path), *folders}


def _is_used(path: str, used: set[str]) -> bool:
    """True if a file has this path, or one of its folders, or if a folder has this path."""
    key = collision_key(path)
    files = {key, *(str(folder) for folder in PurePosixPath(key).parents)}
    return not used.isdisjoint(files) or f"{key}/" in used


def _apply_limits(
    places: Mapping[int, UploadedFile], rules: SubmissionRules, refusals: dict[int, str]
) -> tuple[dict[int, UploadedFile], list[int]]:
    """Return the files that are taken, and the numbers of those that are too many. What is asked for goes first."""
    ranked = sorted(places, key=lambda number: (not places[number].asked, places[number].kind != "script", number))
    taken: dict[int, UploadedFile] = {}
    left = rules.max_total_bytes
    for number in ranked[: rules.max_files]:
        size = places[number].member.size
        if size > left:
            refusals[number] = (
                f"{quote_name(places[number].member.name)} was skipped: it is larger than the {size_text(left)} that "
                f"are still allowed ({size_text(rules.max_total_bytes)} for all files together)."
            )
        else:
            taken[number] = places[number]
            left -= size
    return taken, sorted(ranked[rules.max_files :])


def _is_renamed(file: UploadedFile) -> bool:
    return posixpath.basename(file.name) != file.given_name


def _report_renamed(files: Sequence[UploadedFile]) -> list[Finding]:
    renamed = [file for file in files if _is_renamed(file)]
    uses = [f"{quote_name(file.given_name)} was used as {file.name}" for file in renamed if file.roles]
    request = "it exactly that name" if len(uses) == 1 else "them exactly these names"
    findings = [Finding(f"{describe_list(uses)}. Please give {request}.")] if uses else []
    return findings + [
        Finding(f"{quote_name(file.given_name)} was read as a notebook, although its name does not end in .ipynb.")
        for file in renamed
        if not file.roles
    ]


def _report_moved(paths: Sequence[str]) -> list[Finding]:
    moved = [quote_name(path) for path in paths if "/" in path]
    if not moved:
        return []
    were, them = ("was", "it") if len(moved) == 1 else ("were", "them")
    return [Finding(f"{describe_list(moved)} {were} moved to the top level, where the grader looks for {them}.")]
