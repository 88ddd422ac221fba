"""The tasks that can be graded in seconds: their tests read no trained file and train no network."""

from __future__ import annotations

from importlib import import_module

from autograder.records import Assignment, Task


def quick_tasks(assignment: Assignment) -> list[Task]:
    """Tasks without handed-in files, less those that ``tests/<slug>/typical_calls.py`` lists in ``TRAINED``."""
    trained = getattr(import_module(f"tests.{assignment.slug}.typical_calls"), "TRAINED", ())
    return [task for task in assignment.tested if not task.files and task.id not in trained]
