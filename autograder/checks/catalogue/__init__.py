"""All problems and mistakes that the checks themselves know, with their codes; an assignment adds its own.

``tests/<slug>/hidden/catalogue.py`` holds those of one assignment. ``entries_of`` lists what a module defines.
"""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType

from autograder.checks.outcome import WRONG, Problem


def entries_of(module: ModuleType) -> Iterator[tuple[str, Problem]]:
    """(name, entry) of every problem and mistake that a module defines."""
    yield from ((name, value) for name, value in vars(module).items() if isinstance(value, Problem))


def general_entries() -> list[Problem]:
    """Those of this package: any check of any assignment may report them."""
    from autograder.checks.catalogue import arrays, dense, networks, randomness, values

    modules = (values, arrays, dense, networks, randomness)
    return [WRONG, *(entry for module in modules for _, entry in entries_of(module))]
