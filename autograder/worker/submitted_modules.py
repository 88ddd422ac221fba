"""Makes the ``.py`` files of a submission importable and, like notebook cells, loads them without running them.

``from network import NN`` runs what ``NN`` depends on and nothing else. So a file that trains, reads data or calls
``quit()`` on import costs only the names that need that. Folders are packages, with or without ``__init__.py``.
"""

from __future__ import annotations

import contextlib
import importlib
import importlib.abc
import importlib.machinery
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePosixPath
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

    def __setattr__(self, name: str, value: Any) -> None:
        """``helpers.RATE = 3`` in a notebook changes what the functions of helpers.py read."""
        super().__setattr__(name, value)
        if "__program" in self.__dict__ and not name.startswith("__"):
            program: Program = self.__dict__["__program"]
            with contextlib.suppress(KeyError):
                program.get(name)  # so that no later statement sets it again
            setattr(program.module, name, value)

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
    """Imports the submission's own files; ``programs`` maps module names (``mlp.net``) to what they contain."""

    def __init__(self, programs: Mapping[str, Program]) -> None:
        self.programs = programs

    def find_spec(self, name: str, path: Sequence[str] | None, target: ModuleType | None = None) -> Any:
        program = self._find_program(name)
        is_package = any(other.startswith(f"{name}.") for other in self.programs)
        if program is None and not is_package:
            return None
        return importlib.machinery.ModuleSpec(name, self, is_package=is_package)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType:
        return SubmittedModule(spec.name, self._find_program(spec.name) or Program(name=spec.name))

    def exec_module(self, module: ModuleType) -> None:
        """Run nothing: the attributes are computed later."""

    def _find_program(self, name: str) -> Program | None:
        """Find a module by its name; capitals make no difference, just as for files on Windows and macOS."""
        same_letters = (program for known, program in self.programs.items() if known.casefold() == name.casefold())
        return self.programs.get(name) or next(same_letters, None)


class LooseFinder(Finder):
    """Finds a file in a folder by the file's name alone: notebooks put such folders on ``sys.path``."""

    def __init__(self, programs: Mapping[str, Program]) -> None:
        stems = [name.rpartition(".")[2] for name in programs]
        super().__init__({stem: p for stem, p in zip(stems, programs.values(), strict=True) if stems.count(stem) == 1})


def programs_of(cells: Iterable[Cell]) -> dict[str, Program]:
    """Return {notebook or script: its program}.

    The other files come before a notebook's own cells, so a definition in a cell replaces one of the same name there.
    """
    cells = list(cells)
    files = [cell for cell in cells if cell.file and not cell.notebook]
    scripts = [cell for cell in cells if cell.file and cell.notebook]
    by_path = {cell.file: cell for cell in [*files, *scripts]}
    notebooks = dict.fromkeys(cell.notebook for cell in cells if not cell.file)
    programs = {}
    for name in notebooks if notebooks or scripts else [""]:
        own_cells = [cell for cell in cells if not cell.file and cell.notebook == name]
        programs[name] = Program.load([*files, *own_cells], _module_name(name), is_notebook=True, files=by_path)
    written = {path: text for program in programs.values() for path, text in program.written.items()}
    modules = install([*files, *scripts, *_write(written)])
    return programs | {cell.notebook: modules[module_name(cell.file)] for cell in scripts}


def install(files: Iterable[Cell]) -> dict[str, Program]:
    """Make the files importable instead of those of an earlier submission. Returns {module: program}.

    A file with the name of a module that is loaded already (``numpy.py``) cannot be imported. Of two cells for the same
    file the last one counts.
    """
    _forget_files()
    by_path = {cell.file: cell for cell in files}
    programs = {
        name: _load_module(name, cell, by_path) for cell in by_path.values() if (name := module_name(cell.file))
    }
    importable = {name: program for name, program in programs.items() if name.split(".")[0] not in sys.modules}
    sys.meta_path.insert(0, Finder(importable))
    sys.meta_path.append(LooseFinder(importable))
    return programs


def import_as_usual() -> None:
    """Let Python itself import the files from the current folder, as in a kernel: each runs as a whole."""
    _forget_files()
    importlib.invalidate_caches()
    if os.getcwd() not in sys.path:
        sys.path.insert(0, os.getcwd())


def _forget_files() -> None:
    """Let no file be found by us, or be known as imported, any more."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, Finder)]
    for name in [name for name, module in sys.modules.items() if isinstance(module, SubmittedModule)]:
        del sys.modules[name]


def submitted_programs() -> list[Program]:
    """The programs of the files that can be imported."""
    return [p for finder in sys.meta_path if type(finder) is Finder for p in finder.programs.values()]


def module_name(path: str) -> str:
    """``mlp.net`` for ``mlp/net.py``, ``mlp`` for ``mlp/__init__.py``."""
    parts = PurePosixPath(path).with_suffix("").parts
    return ".".join(parts[:-1] if len(parts) > 1 and parts[-1] == "__init__" else parts)


def _load_module(name: str, cell: Cell, files: Mapping[str, Cell]) -> Program:
    program = Program.load([cell], name, files=files)
    is_package = PurePosixPath(cell.file).stem == "__init__"
    program.attributes = {
        "__file__": os.path.abspath(cell.file),
        "__package__": name if is_package else name.rpartition(".")[0],
    }
    program.reset()
    return program


def _write(written: Mapping[str, str]) -> list[Cell]:
    """Write the files of ``%%writefile`` cells where the notebook runs, and return the modules among them."""
    modules = []
    for path, text in written.items():
        clean = PurePosixPath(path.replace("\\", "/"))
        if clean.is_absolute() or ".." in clean.parts:
            continue
        with contextlib.suppress(OSError, ValueError):
            Path(clean).parent.mkdir(parents=True, exist_ok=True)
            Path(clean).write_text(text, encoding="utf-8")
        if clean.suffix == ".py":
            modules.append(Cell(index=0, source=text, ran=True, file=str(clean)))
    return modules


def is_submitted(module: str) -> bool:
    """True for a module that is one of the submission's own files, and can be imported."""
    return any(isinstance(finder, Finder) and finder.find_spec(module, None, None) for finder in sys.meta_path)


def _module_name(notebook: str) -> str:
    return "submission" if not notebook else f"submission.{PurePosixPath(notebook).stem}"
