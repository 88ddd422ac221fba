"""Repeats chance: what a submission draws at random is the same after each call with the same seed."""

from __future__ import annotations

from typing import Any


def same_chance(student: Any, seed: int) -> None:
    """Let every random generator that the submission can reach, and its clock, start from ``seed``.

    ``student`` is the first argument of a probe. Call it before each of several runs that are compared. A generator
    that the submission itself gives a seed inside the function that is called keeps that seed.
    """
    student.__same_chance__(seed)
