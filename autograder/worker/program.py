"""Turns the code cells of a submission into a namespace without running the whole submission.

Loading runs nothing. When a test asks for a name, only the statements that this name depends on run, in the order of
the notebook: imports, definitions, and the values that the called functions need (a dependency slice). Training loops,
plots and prints at top level produce no value that a function needs, so they do not run; a cell that hangs costs only
what depends on it. This module runs in the worker, on unchecked code.
"""

from __future__ import annotations
import __future__

import ast
import linecache
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

from autograder.records import Cell
from autograder.worker.legacy_code import hint
from autograder.worker.name_use import Names, names_of
from autograder.worker.parse_cell import parse

MODULE = "submission"
_FOREIGN_CELL = re.compile(r"^%%(?!time\b|timeit\b|capture\b|prun\b)\w+")


@dataclass(frozen=True)
class Problem:
    """A cell or statement that could not be loaded; ``message`` is a sentence for the student."""

    where: str
    message: str
    binds: frozenset[str] = frozenset()


@dataclass(eq=False)
class Statement:
    """One top-level statement. ``position`` is its number, counted through all cells."""

    position: int
    cell: Cell
    node: ast.stmt
    names: Names
    executed: bool = False

    @property
    def is_constant(self) -> bool:
        """True for an assignment whose value needs no function call."""
        return isinstance(self.node, ast.Assign) and not any(isinstance(n, ast.Call) for n in ast.walk(self.node.value))

    @property
    def is_import(self) -> bool:
        return _is_import(self.node)

    @property
    def is_definition(self) -> bool:
        """True for a function or class; when called, it reads its globals as they are at the end of the notebook."""
        return isinstance(self.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


@dataclass
class Program:
    """The statements of a submission and the module that they are executed in."""

    statements: list[Statement] = field(default_factory=list)
    future: int = 0
    """Compiler flags of all ``from __future__`` imports."""
    problems: list[Problem] = field(default_factory=list)
    name: str = MODULE
    module: types.ModuleType = field(default_factory=lambda: types.ModuleType(MODULE))
    around: Callable[[str], AbstractContextManager[Any]] = nullcontext
    """Entered, with the name that is asked for, while statements run."""

    @classmethod
    def load(cls, cells: Iterable[Cell], name: str = MODULE) -> Program:
        """Read all cells and execute nothing. ``name`` is the name of the module that they are executed in later."""
        program = cls(name=name)
        for cell in cells:
            program._parse(cell)
        program._reset_module()
        return program

    @property
    def definitions(self) -> dict[str, int]:
        """{top-level name: index of the cell that binds it last}."""
        return {name: s.cell.index for s in self.statements for name in s.names.binds}

    @property
    def variables(self) -> dict[str, Any]:
        """The names that have a value so far."""
        return vars(self.module)

    @property
    def importable(self) -> set[str]:
        """The names that ``from file import *`` binds: functions, classes, imports and constants without underscore."""
        exported = [s for s in self.statements if s.is_definition or s.is_constant or s.is_import]
        return {name for s in exported for name in s.names.binds if not name.startswith("_") and name != "*"}

    def get(self, name: str) -> Any:
        """Return the value that ``name`` has at the end of the notebook; run the statements that it needs first.

        Raises KeyError when no statement binds the name, or when the statement that binds it failed.
        """
        needed = [s for s in self._slice(name) if not s.executed]
        if any(self._is_out_of_order(s) for s in needed):
            needed = [s for s in self.statements if s.executed or s in needed]
            self._reset_module()
        if needed:
            with self.around(f"{self.name}.{name}"):
                self._execute(needed)
        return vars(self.module)[name]

    def source_of(self, names: Iterable[str]) -> str:
        """Return the statements that these names need as one text, in normal form: imports sorted, no comments."""
        needed = {s.position: s.node for name in names for s in self._slice(name)}
        nodes = [needed[position] for position in sorted(needed)]
        imports = {ast.unparse(node) for node in nodes if _is_import(node)}
        rest = [ast.unparse(node) for node in nodes if not _is_import(node)]
        return "\n".join([*sorted(imports), *rest])

    @property
    def stubbed(self) -> bool:
        """True if a cell still raises the hand-out's NotImplementedError at top level, in place of a value."""
        raised = (s.node.exc for s in self.statements if isinstance(s.node, ast.Raise))
        calls = (node.func for node in raised if isinstance(node, ast.Call))
        return any(isinstance(f, ast.Name) and f.id == NotImplementedError.__name__ for f in calls)

    def problem_with(self, name: str) -> Problem | None:
        """Return the latest problem that lost ``name``, or None."""
        return next((p for p in reversed(self.problems) if name in p.binds), None)

    def _reset_module(self) -> None:
        self.module = types.ModuleType(self.name)
        sys.modules[self.name] = self.module  # dataclasses, pickle and typing look a class's module up
        for statement in self.statements:
            statement.executed = False

    def _parse(self, cell: Cell) -> None:
        source = cell.source
        label = name_cell(cell)
        if _FOREIGN_CELL.match(source.lstrip()):
            return
        source, nodes, issues = parse(source)
        for issue in issues:
            self.problems.append(Problem(label, f"{label} {issue.message}", issue.binds))
        linecache.cache[f"<{label}>"] = (len(source), None, source.splitlines(keepends=True), f"<{label}>")
        for node in nodes:
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for alias in node.names:
                    self.future |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
            else:
                self.statements.append(Statement(len(self.statements), cell, node, names_of(node)))

    def _slice(self, name: str) -> list[Statement]:
        """Return, in order, the statements that give ``name`` the value that it has at the end of the notebook."""
        visited: set[tuple[str, int]] = set()
        needed = {s for s in self.statements if "*" in s.names.binds}
        pending = [(name, len(self.statements))]
        while pending:
            name, limit = pending.pop()
            if (name, limit) in visited:
                continue
            visited.add((name, limit))
            for statement in self._find_sources(name, limit):
                needed.add(statement)
                # A statement reads its values at once, so they come before it; a function reads them when it is called.
                pending += [(used, statement.position) for used in statement.names.uses]
                lazy_limit = limit if statement.is_definition else statement.position
                pending += [(used, lazy_limit) for used in statement.names.lazy]
        return sorted(needed, key=lambda s: s.position)

    def _find_sources(self, name: str, limit: int) -> Iterator[Statement]:
        """Yield the statement that binds ``name`` last before ``limit``, and those that change it later."""
        for statement in reversed(self.statements[:limit]):
            if name in statement.names.binds:
                yield statement
                if name not in statement.names.maybe:
                    return
            elif name in statement.names.changes:
                yield statement

    def _is_out_of_order(self, statement: Statement) -> bool:
        """Return True if a later statement that has run already binds a name that this one touches."""
        touched = statement.names.binds | statement.names.uses | statement.names.changes
        return any(s.executed and touched & s.names.binds for s in self.statements[statement.position + 1 :])

    def _execute(self, statements: Iterable[Statement]) -> None:
        for statement in statements:
            if statement.executed:
                continue
            statement.executed = True
            label = name_cell(statement.cell)
            try:
                code = compile(ast.Module([statement.node], []), f"<{label}>", "exec", self.future, True)
                exec(code, vars(self.module))
            except BaseException as error:  # quit() raises SystemExit; nothing of a cell may end the worker
                self.problems.append(
                    Problem(
                        label,
                        f"{label}, line {statement.node.lineno}, failed: {describe(error)}",
                        frozenset(statement.names.binds),
                    )
                )


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def name_cell(cell: Cell) -> str:
    """Return the name by which a student finds the cell: ``cell 12`` or the file's name."""
    return cell.file or f"cell {cell.index}"


def describe(error: BaseException) -> str:
    """Return one line with the error's type and message, and with a hint for errors that students often meet."""
    if isinstance(error, SystemExit):
        return "it calls exit() or quit(); remove the call"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:300]}{hint(text)}" if text else type(error).__name__


def explain_absence(namespace: Any, name: str) -> str:
    """Return ``, because …`` if it is known why the namespace does not have the name; else ""."""
    problem = namespace.problem_with(name)
    return f", because {problem.message}" if problem else ""
