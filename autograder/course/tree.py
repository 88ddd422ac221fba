"""Where things are in an instructor's course and in the folder that students get.

    course root                         hand-out
    ├── assignments/<slug>/             ├── assignment.toml
    │   ├── assignment.toml             ├── <notebook>.ipynb
    │   └── <notebook>.ipynb            └── tests/
    ├── tests/<slug>/{public,hidden,…}
    └── solutions/<slug>/

Every search goes upwards from a folder; the environment variable ``AUTOGRADER_HOME`` names a root without a search.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from autograder.errors import AuthorError

TOML = "assignment.toml"
HOME = "AUTOGRADER_HOME"


def find_root(start: Path | None = None) -> Path:
    """The course root (it holds ``assignments/``), or a hand-out folder (it holds ``assignment.toml`` itself).

    Searched upwards from ``start``. Without ``start``, ``AUTOGRADER_HOME`` decides where it is set, else the
    search begins in the working directory. Raises ``AuthorError`` when there is none.
    """
    home = os.environ.get(HOME)
    if start is None and home:
        if not _is_root(Path(home)):
            raise AuthorError(
                f"{HOME} names {home}, expected a folder that holds assignments/ or {TOML}; correct or unset it"
            )
        return Path(home).resolve()
    begin = (start or Path.cwd()).resolve()
    for folder in _upwards(begin):
        if (folder / TOML).is_file():
            course = folder.parent.parent
            in_course = folder.parent.name == "assignments" and (course / "tests").is_dir()
            return course if in_course else folder
        if _is_root(folder):
            return folder
    if home and _is_root(Path(home)):
        return Path(home).resolve()
    raise AuthorError(
        f"no assignment in {begin} or above it: expected a folder that holds assignments/<name>/{TOML}, or "
        f"{TOML} itself; go to that folder, or name it in {HOME}"
    )


def find_root_near(path: Path) -> Path:
    """The root around a file or folder; where there is none, the one that ``find_root()`` gives."""
    try:
        return find_root(path if path.is_dir() else path.parent)
    except AuthorError:
        return find_root()


def find_assignment_folder(start: Path) -> Path:
    """The nearest folder with an ``assignment.toml``, upwards from ``start``: a hand-out, an assignment of a course, or
    the copy that nbgrader made of one. Raises ``AuthorError`` when there is none."""
    for folder in _upwards(start):
        if (folder / TOML).is_file():
            return folder
    raise AuthorError(f"no {TOML} in {start} or above it; start the notebook from the folder it came in")


def find_course(slug: str, folder: Path) -> Path | None:
    """The course root with the hidden tests of an assignment, above ``folder`` or named by ``AUTOGRADER_HOME``.

    None on a student's machine.
    """
    home = os.environ.get(HOME)
    candidates = [Path(home)] if home else folder.parents
    return next((root for root in candidates if (root / "tests" / slug / "hidden").is_dir()), None)


def folder_of(slug: str, root: Path) -> Path:
    """The folder with the assignment's toml and notebooks: ``assignments/<slug>`` of a course, or the hand-out."""
    return root if (root / TOML).is_file() else root / "assignments" / slug


def slugs_in(root: Path) -> list[str]:
    """All assignments of a course, in alphabetical order."""
    return sorted(path.parent.name for path in root.glob(f"assignments/*/{TOML}"))


def slugs_of(slugs: Iterable[str], root: Path) -> list[str]:
    """The named assignments, or all of the course. Raises ``AuthorError`` for one that is not there."""
    known = slugs_in(root)
    chosen = list(slugs) or known
    unknown = [slug for slug in chosen if slug not in known]
    if unknown or not chosen:
        raise AuthorError(
            f"no assignment {', '.join(unknown) or 'at all'} in {root}/assignments; there is {', '.join(known)}"
        )
    return chosen


def _upwards(folder: Path) -> tuple[Path, ...]:
    return (folder, *folder.parents)


def _is_root(folder: Path) -> bool:
    return (folder / TOML).is_file() or bool(slugs_in(folder))
