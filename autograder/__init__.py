"""Grades deep-learning assignments. ``from autograder import grade`` is what a notebook's test cells use."""

from __future__ import annotations

from typing import Any

__all__ = ["__version__", "grade"]


def __getattr__(name: str) -> Any:
    if name == "grade":
        from autograder.nbgrader_road.grade_cell import grade

        return grade
    if name == "__version__":
        from importlib.metadata import version

        return version("deep-learning-autograder")
    raise AttributeError(f"module 'autograder' has no attribute {name!r}")
