"""Says before the deadline which imports will fail where the work is graded. No code is run."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from autograder.records import Assignment, Cell
from autograder.worker.ipython_syntax import read_cell
from autograder.worker.packages import PACKAGES
from autograder.worker.parse_cell import parse
from autograder.worker.statement import name_cell

FRAMEWORKS = {"torch": ("torch", "torchvision", "torchinfo"), "tensorflow": ("tensorflow", "keras")}
"""Extra of the package → what it brings beside the packages that are always there."""


def find_missing_packages(assignment: Assignment, cells: Sequence[Cell]) -> dict[str, list[str]]:
    """Package → the cells and files that import it, for packages that are not there when the work is graded.

    An import inside of ``try`` counts as guarded, and the submission's own files and modules are left out.
    """
    there = {*sys.stdlib_module_names, *_installed(assignment), "autograder"}
    texts = [(cell, read_cell(cell.source)) for cell in cells]
    own = {PurePosixPath(cell.file).parts[0].removesuffix(".py") for cell in cells if cell.file}
    own |= {PurePosixPath(path).parts[0].removesuffix(".py") for _, text in texts for path in text.written}
    stems = {PurePosixPath(cell.file).stem for cell in cells if cell.file}
    missing: dict[str, list[str]] = {}
    for cell, text in texts:
        for name in sorted(set(_list_imports(parse(text.text)[1])) - there - own - stems):
            missing.setdefault(name, []).append(name_cell(cell))
    return missing


def describe_packages(assignment: Assignment) -> str:
    """The packages that are there when the work is graded, as a list in words."""
    return ", ".join(_installed(assignment))


def _installed(assignment: Assignment) -> list[str]:
    others = {name for extra, names in FRAMEWORKS.items() if extra not in assignment.extras for name in names}
    return [package for package in PACKAGES if package not in others]


def _list_imports(nodes: Sequence[ast.AST]) -> Iterator[str]:
    """The first parts of the names of imported modules, without those in ``try``."""
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]
        elif not isinstance(node, ast.Try):
            yield from _list_imports(list(ast.iter_child_nodes(node)))
