"""The versions that decide about a report: those of Python, of this package and of the frameworks."""

from __future__ import annotations

import importlib.metadata
import platform

from autograder.records import Assignment


def versions(assignment: Assignment) -> dict[str, str]:
    """Versions of Python, of this package and of the frameworks that the assignment loads.

    A framework that is not installed is left out.
    """
    version_of = {"python": platform.python_version()}
    frameworks = dict.fromkeys(name.split(".")[0] for name in assignment.preload + assignment.preload_worker)
    for name in ("deep-learning-autograder", *frameworks):
        try:
            version_of[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            continue
    return version_of
