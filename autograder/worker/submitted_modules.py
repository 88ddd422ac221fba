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

from autograder.records import Cell
from autograder.worker.program import Program, explained


class SubmittedModule(ModuleType):
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
        return importlib.machinery.ModuleSpec(name, self) if self._program(name) else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        program = self._program(spec.name)
        assert program is not None  # find_spec found it
        return SubmittedModule(spec.name, program)

    def _program(self, name: str) -> Program | None:
        """By its name, however it is capitalised: on Windows and macOS that makes no difference either."""
        alike = (program for stem, program in self.programs.items() if stem.casefold() == name.casefold())
        return self.programs.get(name) or next(alike, None)

    def exec_module(self, module: ModuleType) -> None:
        """Nothing runs at import."""


def programs_of(cells: Iterable[Cell]) -> dict[str, Program]:
    """Notebook or script → its program. Other files come before a notebook's own cells, which have the last word."""
    cells = list(cells)
    files = [cell for cell in cells if cell.file and not cell.notebook]
    scripts = [cell for cell in cells if cell.file and cell.notebook]
    modules = install([*files, *scripts])
    notebooks = dict.fromkeys(cell.notebook for cell in cells if not cell.file)
    programs = {
        name: Program.load([*files, *(c for c in cells if not c.file and c.notebook == name)], _module_name(name))
        for name in (notebooks if notebooks or scripts else {"": None})
    }
    return programs | {cell.notebook: modules[PurePath(cell.file).stem] for cell in scripts}


def install(files: Iterable[Cell]) -> dict[str, Program]:
    """Make the files importable; those of an earlier submission no longer are. Returns module → program."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
    for name in [name for name, module in sys.modules.items() if isinstance(module, SubmittedModule)]:
        del sys.modules[name]
    programs = {
        stem: Program.load([cell], f"submission.{stem}") for cell in files if (stem := PurePath(cell.file).stem)
    }
    sys.meta_path.insert(0, Finder({stem: one for stem, one in programs.items() if stem not in sys.modules}))
    return programs


def _module_name(notebook: str) -> str:
    return "submission" if not notebook else f"submission.{PurePath(notebook).stem}"
