"""Turns the code cells of a submission into a namespace without running the submission.

Nothing runs when the cells are read. When a test asks for a name, the statements that this name depends on run (a
dependency slice: imports, definitions, the values that the called functions need), in the order of the notebook.
Training loops, plots and prints at top level make no value that a function needs, so they do not run; a cell that
hangs costs only what depends on it. Runs in the worker, on code that nobody has checked.
"""

from __future__ import annotations
import __future__

import ast
import linecache
import re
import sys
import types
from collections.abc import Iterable, Iterator
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
    """A cell or statement that could not be loaded, in a sentence for the student."""

    where: str
    message: str
    binds: frozenset[str] = frozenset()


@dataclass(eq=False)
class Statement:
    """One top-level statement. ``position`` orders statements through all cells."""

    position: int
    cell: Cell
    node: ast.stmt
    names: Names
    executed: bool = False

    @property
    def constant(self) -> bool:
        """A value that takes no call to make."""
        return isinstance(self.node, ast.Assign) and not any(isinstance(n, ast.Call) for n in ast.walk(self.node.value))

    @property
    def defines(self) -> bool:
        """A function or class: what it reads when it is called is as at the end of the notebook."""
        return isinstance(self.node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


@dataclass
class Program:
    """The statements of a submission and the module they are executed in."""

    statements: list[Statement] = field(default_factory=list)
    future: int = 0
    """Compiler flags of the ``from __future__`` imports met."""
    problems: list[Problem] = field(default_factory=list)
    name: str = MODULE
    module: types.ModuleType = field(default_factory=lambda: types.ModuleType(MODULE))

    @classmethod
    def load(cls, cells: Iterable[Cell], name: str = MODULE) -> Program:
        """Read all cells; execute nothing. ``name`` is that of the module that they are executed in."""
        program = cls(name=name)
        for cell in cells:
            program._parse(cell)
        program._fresh_module()
        return program

    @property
    def definitions(self) -> dict[str, int]:
        """Top-level name → index of the cell that binds it last."""
        return {name: s.cell.index for s in self.statements for name in s.names.binds}

    @property
    def importable(self) -> set[str]:
        """What ``from file import *`` brings: functions, classes, imported names and constants, without underscore."""
        plain = [
            s for s in self.statements if s.defines or isinstance(s.node, ast.Import | ast.ImportFrom) or s.constant
        ]
        return {name for s in plain for name in s.names.binds if not name.startswith("_") and name != "*"}

    def get(self, name: str) -> Any:
        """The value of ``name`` as at the end of the notebook, made now if nothing made it yet.

        Raises KeyError when no statement binds the name or the one that does failed.
        """
        needed = [s for s in self._slice(name) if not s.executed]
        if any(self._out_of_order(s) for s in needed):
            needed = [s for s in self.statements if s.executed or s in needed]
            self._fresh_module()
        self._execute(needed)
        return vars(self.module)[name]

    def source_of(self, names: Iterable[str]) -> str:
        """The statements that these names need, as one text, however they were written down and imported."""
        needed = {s.position: s.node for name in names for s in self._slice(name)}
        nodes = [needed[position] for position in sorted(needed)]
        imports = {ast.unparse(node) for node in nodes if isinstance(node, ast.Import | ast.ImportFrom)}
        rest = [ast.unparse(node) for node in nodes if not isinstance(node, ast.Import | ast.ImportFrom)]
        return "\n".join([*sorted(imports), *rest])

    @property
    def stubbed(self) -> bool:
        """Whether a cell still raises the hand-out's error at top level, where a value is asked for."""
        raised = (s.node.exc for s in self.statements if isinstance(s.node, ast.Raise))
        calls = (node.func for node in raised if isinstance(node, ast.Call))
        return any(isinstance(f, ast.Name) and f.id == NotImplementedError.__name__ for f in calls)

    def problem_with(self, name: str) -> Problem | None:
        """Why ``name`` is not there, if loading it failed."""
        return next((p for p in reversed(self.problems) if name in p.binds), None)

    def _fresh_module(self) -> None:
        self.module = types.ModuleType(self.name)
        sys.modules[self.name] = self.module  # dataclasses, pickle and typing look a class's module up
        for statement in self.statements:
            statement.executed = False

    def _parse(self, cell: Cell) -> None:
        source = cell.source
        label = place(cell)
        if _FOREIGN_CELL.match(source.lstrip()):
            return
        source, bodies, faults = parse(source)
        for fault in faults:
            self.problems.append(Problem(label, f"{label} {fault.message}", fault.binds))
        linecache.cache[f"<{label}>"] = (len(source), None, source.splitlines(keepends=True), f"<{label}>")
        for node in bodies:
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for alias in node.names:
                    self.future |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
            else:
                self.statements.append(Statement(len(self.statements), cell, node, names_of(node)))

    def _slice(self, name: str) -> list[Statement]:
        """Statements that ``name`` needs to have its value as at the end of the notebook, in order."""
        seen: set[tuple[str, int]] = set()
        found = {s for s in self.statements if "*" in s.names.binds}
        pending = [(name, len(self.statements))]
        while pending:
            name, limit = pending.pop()
            if (name, limit) in seen:
                continue
            seen.add((name, limit))
            for statement in self._makers(name, limit):
                found.add(statement)
                # What a statement reads at once stood before it; what a function reads, when it is called.
                pending += [(used, statement.position) for used in statement.names.uses]
                lazy_limit = limit if statement.defines else statement.position
                pending += [(used, lazy_limit) for used in statement.names.lazy]
        return sorted(found, key=lambda s: s.position)

    def _makers(self, name: str, limit: int) -> Iterator[Statement]:
        """The statement that binds ``name`` last before ``limit``, and those that change it after that."""
        for statement in reversed(self.statements[:limit]):
            if name in statement.names.binds:
                yield statement
                if name not in statement.names.maybe:
                    return
            elif name in statement.names.changes:
                yield statement

    def _out_of_order(self, statement: Statement) -> bool:
        touched = statement.names.binds | statement.names.uses | statement.names.changes
        return any(s.executed and touched & s.names.binds for s in self.statements[statement.position + 1 :])

    def _execute(self, statements: Iterable[Statement]) -> None:
        for statement in statements:
            if statement.executed:
                continue
            statement.executed = True
            label = place(statement.cell)
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


def place(cell: Cell) -> str:
    """How a student finds the cell: ``cell 12`` or the file's name."""
    return cell.file or f"cell {cell.index}"


def describe(error: BaseException) -> str:
    """One line: the type and the message, with a hint where students are known to need one."""
    if isinstance(error, SystemExit):
        return "it calls exit() or quit(); remove the call"
    text = " ".join(str(error).split())
    return f"{type(error).__name__}: {text[:300]}{hint(text)}" if text else type(error).__name__


def explained(namespace: Any, name: str) -> str:
    """``, because …`` when it is known why a namespace lacks a name, else ""."""
    problem = namespace.problem_with(name)
    return f", because {problem.message}" if problem else ""
