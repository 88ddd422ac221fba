"""The exact versions that an image for Gradescope installs, cut from the course's lock file.

Two images that were built on different days hold the same packages, so they grade alike.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from autograder.errors import GraderError

FILE = "constraints.txt"
"""The lock file: beside pyproject.toml, and under the same name in the zip."""
ALWAYS = "always"
"""Marks a distribution that the package needs without any extra."""


def read_constraints(source: Path, extras: Collection[str]) -> str:
    """The lines of ``source``'s lock file that the package needs with these extras. Raises GraderError without one."""
    path = source / FILE
    if not path.is_file():
        raise GraderError(f"{path} is missing: it holds the versions that the image installs; `make lock` writes it")
    return cut_constraints(path.read_text(encoding="utf-8"), extras)


def cut_constraints(lock: str, extras: Collection[str]) -> str:
    """Keep the lines ``name==version  # extras`` that name one of ``extras``, or ``always``."""
    wanted = {ALWAYS, *extras}
    kept: list[str] = []
    for line in lock.splitlines():
        version, _, users = line.partition("#")
        if version.strip() and wanted.intersection(users.replace(",", " ").split()):
            kept.append(version.strip())
    return "".join(f"{line}\n" for line in kept)
