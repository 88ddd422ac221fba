"""Describes the isolation of a server's workers for the report of a grading run."""

from __future__ import annotations

from typing import Any

from autograder.sandbox import namespaces
from autograder.sandbox.visible_paths import VisiblePaths, find_unreachable_python


def describe_isolation(level: int, why_not_higher: str, landlock_abi: int, visible: VisiblePaths) -> dict[str, Any]:
    """Return the fields of ``ForkServer.isolation`` without the outcome of the self-test."""
    return {
        "level": level,
        "why_not_higher": why_not_higher,
        "uid": level >= 1,
        "no_new_privs": level >= 1,
        "seccomp": level >= 1,
        "landlock_abi": landlock_abi,
        "namespaces": list(namespaces.NAMES) if level >= 3 else [],
        "warnings": _list_warnings(level, visible),
    }


def _list_warnings(level: int, visible: VisiblePaths) -> list[str]:
    if level == 0:
        return ["no boundary (level 0): student code can read, write and signal whatever the user who grades can"]
    if level >= 3:
        return []
    return [
        *(
            f"workers run as another user, who cannot enter {folder}: student code can import nothing from there that "
            "was not imported before. Use a Python that all users can read, chmod o+rx that folder, or grade at level 3"
            for folder in find_unreachable_python()
        ),
        *(f"only its file modes hide {path}, which is in a readable folder" for path in visible.exposed),
    ]
