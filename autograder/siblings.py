"""``.py`` files beside a notebook: importable by it, and like its cells loaded without being run.

``from network import NN`` runs what ``NN`` depends on and nothing else: a file that trains when it is imported, reads
data or quits costs only the names that need it.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import sys
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from types import ModuleType
from typing import Any

from autograder.loader import Program, explained
from autograder.model import Cell


class Sibling(ModuleType):
    """A file as a module whose attributes are made when they are asked for."""

    def __init__(self, name: str, program: Program) -> None:
        super().__init__(name)
        self.__dict__["__program"] = program
        self.__all__ = sorted(program.importable)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        program: Program = self.__dict__["__program"]
        try:
            return program.get(name)
        except KeyError:
            if why := explained(program, name):  # an AttributeError's words would be lost in `from … import`
                raise ImportError(f"{self.__name__}.py lacks {name}{why}") from None
            raise AttributeError(f"{self.__name__}.py does not define {name}") from None


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Finds the submission's own files, except under the name of a module that is loaded already."""

    def __init__(self, programs: dict[str, Program]) -> None:
        self.programs = programs

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        return importlib.machinery.ModuleSpec(name, self) if name in self.programs else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return Sibling(spec.name, self.programs[spec.name])

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs at import."""


def programs_of(cells: Iterable[Cell]) -> dict[str, Program]:
    """Notebook → its program. Files come before a notebook's own cells, so that the notebook has the last word."""
    cells = list(cells)
    files = [cell for cell in cells if cell.file]
    install(files)
    notebooks = dict.fromkeys(cell.notebook for cell in cells if not cell.file) or {"": None}
    return {
        name: Program.load([*files, *(c for c in cells if not c.file and c.notebook == name)], _module_name(name))
        for name in notebooks
    }


def install(files: Iterable[Cell]) -> None:
    """Make the files importable; those of an earlier submission no longer are."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
    for name in [name for name, module in sys.modules.items() if isinstance(module, Sibling)]:
        del sys.modules[name]
    stems = {PurePath(cell.file).stem: cell for cell in files}
    programs = {
        stem: Program.load([cell], f"submission.{stem}") for stem, cell in stems.items() if stem not in sys.modules
    }
    sys.meta_path.insert(0, Finder(programs))


def _module_name(notebook: str) -> str:
    return "submission" if not notebook else f"submission.{PurePath(notebook).stem}"
