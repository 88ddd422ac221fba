"""Makes the ``.py`` files of a submission importable and, like notebook cells, loads them without running them.

``from network import NN`` runs what ``NN`` depends on and nothing else. So a file that trains, reads data or calls
``quit()`` on import costs only the names that need that.
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
from autograder.worker.program import Program, explain_absence


class SubmittedModule(ModuleType):
    """A submitted file as a module; each attribute is computed when it is first used."""

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
            if why := explain_absence(program, name):  # `from … import` drops the message of an AttributeError
                raise ImportError(f"{self.__name__}.py has no {name}{why}") from None
            raise AttributeError(f"{self.__name__}.py does not define {name}") from None


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports the submission's own files; ``programs`` maps module names to what they contain."""

    def __init__(self, programs: dict[str, Program]) -> None:
        self.programs = programs

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        return importlib.machinery.ModuleSpec(name, self) if self._find_program(name) else None

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        program = self._find_program(spec.name)
        assert program is not None  # find_spec has found it
        return SubmittedModule(spec.name, program)

    def _find_program(self, name: str) -> Program | None:
        """Find a module by its name; capitals make no difference, just as for files on Windows and macOS."""
        same_letters = (program for stem, program in self.programs.items() if stem.casefold() == name.casefold())
        return self.programs.get(name) or next(same_letters, None)

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing: the attributes are computed later."""


def programs_of(cells: Iterable[Cell]) -> dict[str, Program]:
    """Return {notebook or script: its program}.

    The other files come before a notebook's own cells, so a definition in a cell replaces one of the same name there.
    """
    cells = list(cells)
    files = [cell for cell in cells if cell.file and not cell.notebook]
    scripts = [cell for cell in cells if cell.file and cell.notebook]
    modules = install([*files, *scripts])
    notebooks = dict.fromkeys(cell.notebook for cell in cells if not cell.file)
    programs = {}
    for name in notebooks if notebooks or scripts else [""]:
        own_cells = [cell for cell in cells if not cell.file and cell.notebook == name]
        programs[name] = Program.load([*files, *own_cells], _module_name(name))
    return programs | {cell.notebook: modules[PurePath(cell.file).stem] for cell in scripts}


def install(files: Iterable[Cell]) -> dict[str, Program]:
    """Make the files importable instead of those of an earlier submission. Returns {module: program}.

    A file with the name of a module that is loaded already (``numpy.py``) cannot be imported.
    """
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
    for name in [name for name, module in sys.modules.items() if isinstance(module, SubmittedModule)]:
        del sys.modules[name]
    programs = {
        stem: Program.load([cell], f"submission.{stem}") for cell in files if (stem := PurePath(cell.file).stem)
    }
    sys.meta_path.insert(0, Finder({stem: program for stem, program in programs.items() if stem not in sys.modules}))
    return programs


def imported_programs() -> list[Program]:
    """Return the programs of the files that the submission can import."""
    return [program for finder in sys.meta_path if isinstance(finder, Finder) for program in finder.programs.values()]


def _module_name(notebook: str) -> str:
    return "submission" if not notebook else f"submission.{PurePath(notebook).stem}"
