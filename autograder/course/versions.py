"""TODO: split off judge.py."""

from __future__ import annotations

import importlib.metadata
import platform
from typing import TYPE_CHECKING

from autograder.records import Assignment

if TYPE_CHECKING:
    pass


def versions(assignment: Assignment) -> dict[str, str]:
    """Versions of Python, of this package and of the frameworks that the assignment loads."""
    found = {"python": platform.python_version()}
    for name in (
        "deep-learning-autograder",
        *dict.fromkeys(name.split(".")[0] for name in assignment.preload + assignment.preload_worker),
    ):
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return found
