"""Writes ``constraints.txt``, the exact versions of what is installed here: ``make lock``.

Each line says which extras of the package need the distribution, so that a part of the file can be cut out for one
assignment (``autograder.gradescope.constraints``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from autograder.gradescope.constraints import ALWAYS, FILE

PACKAGE = "deep-learning-autograder"
CHOSEN_BY_TORCH = ("cuda-", "nvidia-", "triton")
"""Beginnings of names that a build of PyTorch brings along for its kind of machine; a build for CPUs has none."""
HEADER = f"""\
# The versions that the tests ran with. `make lock` writes this file; `make setup` and the images for Gradescope
# install these. Behind each version: the extras of {PACKAGE} that need it, or `{ALWAYS}`.
"""


def needed(package: str, extras: Iterable[str] = ()) -> set[str]:
    """Canonical names of all distributions that ``package[extras]`` needs on this machine, itself included.

    Raises PackageNotFoundError when one of them is not installed.
    """
    waiting = [(canonicalize_name(package), extra) for extra in ("", *extras)]
    visited: set[tuple[str, str]] = set()
    while waiting:
        name, extra = waiting.pop()
        if (name, extra) in visited:
            continue
        visited.add((name, extra))
        for line in metadata.requires(name) or ():
            requirement = Requirement(line)
            if requirement.marker is None or requirement.marker.evaluate({"extra": extra}):
                waiting += [(canonicalize_name(requirement.name), wanted) for wanted in ("", *requirement.extras)]
    return {name for name, _ in visited}


def lock_lines(package: str = PACKAGE) -> list[str]:
    """``name==version  # extras``, by name. A build's mark (``2.10.0+cpu``) is left out: any build of it will do."""
    always = needed(package)
    users: dict[str, list[str]] = defaultdict(list)
    for extra in sorted(metadata.metadata(package).get_all("Provides-Extra") or ()):
        for name in needed(package, [extra]) - always:
            users[name].append(extra)
    users |= {name: [ALWAYS] for name in always - {canonicalize_name(package)}}
    return [
        f"{name}=={Version(metadata.version(name)).public}  # {', '.join(extras)}"
        for name, extras in sorted(users.items())
        if not name.startswith(CHOSEN_BY_TORCH)
    ]


if __name__ == "__main__":
    Path(FILE).write_text(HEADER + "\n".join(lock_lines()) + "\n", encoding="utf-8")
