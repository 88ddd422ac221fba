"""Hostile answers: each file attacks with one function, which every function that a task asks for can be made to call.

A file defines ``attack(number, honest, args, kwargs)``: the place of the called function among the attacked ones, the
right answer's function and the arguments of the call. It never runs here: it is text that becomes a cell of an answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.audit.variants import Variant
from autograder.records import Assignment, Task

FOLDER = Path(__file__).parent
ATTACKS = tuple(sorted(path.stem for path in FOLDER.glob("*.py") if path.stem != "__init__"))
COSTLY = frozenset({"fork_bomb", "infinite_loop", "memory_hog"})
"""Attacks that use up a task's budget at every call; one attacked task shows all there is to see."""

CALL = """
honest_{name} = {name}


def {name}(*args, **kwargs):
    return attack({number}, honest_{name}, args, kwargs)
"""


def source(attack: str, names: Iterable[str]) -> str:
    """A cell in which each of the named functions, which stand above it, carries out the attack."""
    calls = (CALL.format(name=name, number=number) for number, name in enumerate(names))
    return (FOLDER / f"{attack}.py").read_text(encoding="utf-8") + "\n".join(["", *calls])


def attacked_tasks(attack: str, tasks: Iterable[Task]) -> list[Task]:
    """The tasks that a hostile answer attacks, of those that it could: all of them, or the first where that is slow."""
    possible = [task for task in tasks if functions_of(task)]
    return possible[:1] if attack in COSTLY else possible


def functions_of(task: Task) -> list[str]:
    """The functions that the task asks for; a name in capitals is a value."""
    return [name for name in task.needs if not name.isupper()]


def answers(attack: str, assignment: Assignment, tasks: Iterable[Task]) -> list[Variant]:
    """A further cell for each notebook or script with attacked tasks."""
    by_place: dict[str, list[Task]] = {}
    for task in attacked_tasks(attack, tasks):
        by_place.setdefault(task.place or assignment.notebooks[0], []).append(task)
    cells = []
    for attacked in by_place.values():
        names = dict.fromkeys(name for task in attacked for name in functions_of(task))
        cells.append(Variant(attack, attacked[0].id, "hostile", source(attack, names)))
    return cells
