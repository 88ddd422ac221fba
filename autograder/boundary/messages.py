"""TODO: split off worker.py."""

from __future__ import annotations


def subject(request: dict) -> str:
    """What a sentence about a request speaks of: the student's function, not the probe that looks at it."""
    return f"`{request['name']}`" if request["op"] == "call" else "the code of this task"
