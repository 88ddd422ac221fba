"""One top-level statement of a submission, and how it is executed."""

from __future__ import annotations

import ast
import asyncio
import inspect
import types
from dataclasses import dataclass
from typing import Any

from autograder.records import Cell
from autograder.worker.legacy_code import hint
from autograder.worker.name_use import Names


@dataclass(frozen=True)
class Problem:
    """A cell or statement that could not be loaded; ``message`` is a sentence for the student."""

    where: str
    message: str
    binds: frozenset[str] = frozenset()
    while_running: bool = False
    """True for what happened when it ran, False for what was noticed before."""
    is_unread: bool = False
    """True for a part of a cell that could not be read."""


@dataclass(eq=False)
class Statement:
    """One top-level statement. ``position`` is its number, counted through all cells."""

    position: int
    cell: Cell
    node: ast.stmt
    names: Names
    executed: bool = False
    failed: bool = False

    @property
    def label(self) -> str:
        """The name by which a student finds its cell."""
        return name_cell(self.cell)

    @property
    def is_constant(self) -> bool:
        """True for an assignment whose value needs no function call."""
        return isinstance(self.node, ast.Assign) and not any(isinstance(n, ast.Call) for n in ast.walk(self.node.value))

    @property
    def is_import(self) -> bool:
        return isinstance(self.node, ast.Import | ast.ImportFrom)

    @property
    def is_definition(self) -> bool:
        """True for a function or class; when called, it reads its globals as they are at the end of the notebook."""
        return isinstance(self.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)

    def execute(self, module: types.ModuleType, future: int) -> None:
        """Run it with the names of ``module``. ``future`` are compiler flags. Raises whatever the code raises."""
        self.executed = True
        flags = future | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
        code = compile(ast.Module([self.node], []), f"<{self.label}>", "exec", flags, True)
        if code.co_flags & inspect.CO_COROUTINE:
            event_loop().run_until_complete(eval(code, vars(module)))
        elif "asyncio" in vars(module):
            event_loop().run_until_complete(_run_inside_loop(code, vars(module)))
        else:
            exec(code, vars(module))


def name_cell(cell: Cell) -> str:
    """Return the name by which a student finds the cell: ``cell 12`` or the file's name."""
    return cell.file or f"cell {cell.index}"


def describe(error: BaseException) -> str:
    """Return one line with the error's type and message, and with a hint for errors that students often meet."""
    if isinstance(error, SystemExit):
        return "it calls exit() or quit(); remove the call"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:300]}{hint(text)}" if text else type(error).__name__


_loops: list[asyncio.AbstractEventLoop] = []


def event_loop() -> asyncio.AbstractEventLoop:
    """The loop of the notebook, as a kernel has one: tasks that one cell starts are awaited by another."""
    if not _loops:
        _loops.append(asyncio.new_event_loop())
        asyncio.set_event_loop(_loops[0])
    return _loops[0]


async def _run_inside_loop(code: types.CodeType, names: dict[str, Any]) -> None:
    """Run code that awaits nothing itself, but may start tasks, which needs a running loop."""
    exec(code, names)
