"""Turns the code cells of a submission into a namespace without running the whole submission.

Loading runs nothing. When a test asks for a name, only the statements that this name depends on run, in the order of
the notebook: imports, definitions, and the values that the called functions need (a dependency slice). Training loops,
plots and prints at top level produce no value that a function needs, so they do not run; a cell that hangs costs only
what depends on it. Where the slice may have left out something that matters, ``worker.replay`` runs everything.
This module runs in the worker, on unchecked code.
"""

from __future__ import annotations
import __future__

import ast
import linecache
import os
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from autograder.records import Cell
from autograder.worker import shell
from autograder.worker.ipython_syntax import expand_magics, read_cell, registered_magics, run_target
from autograder.worker.name_use import names_of
from autograder.worker.parse_cell import parse
from autograder.worker.statement import Problem, Statement, describe, name_cell

MODULE = "submission"


@dataclass
class Program:
    """The statements of a submission and the module that they are executed in."""

    statements: list[Statement] = field(default_factory=list)
    cells: tuple[Cell, ...] = ()
    future: int = 0
    """Compiler flags of all ``from __future__`` imports."""
    problems: list[Problem] = field(default_factory=list)
    name: str = MODULE
    is_notebook: bool = False
    """True where the code runs as a kernel's ``__main__``."""
    files: Mapping[str, Cell] = field(default_factory=dict)
    """The ``.py`` files that ``%run`` finds, by path."""
    written: dict[str, str] = field(default_factory=dict)
    """Files that ``%%writefile`` makes: path → text."""
    module: types.ModuleType = field(default_factory=lambda: types.ModuleType(MODULE))
    attributes: dict[str, str] = field(default_factory=dict)
    """``__file__`` and the like, for the code of a file."""
    around: Callable[[str], AbstractContextManager[Any]] = nullcontext
    """Entered, with the name that is asked for, while statements run."""
    replayed: bool = False
    """True when all statements were run in order, see ``worker.replay``."""
    magics: frozenset[str] = frozenset()
    """Magics that the notebook defines itself."""
    runs_with_arguments: bool = False
    """True if a cell has ``%run file.py …`` with arguments, which the file may read."""
    _retried: set[str] = field(default_factory=set)
    _run_names: frozenset[str] = frozenset()
    """Names bound in cells that were run, where some were not."""

    @classmethod
    def load(
        cls,
        cells: Iterable[Cell],
        name: str = MODULE,
        *,
        is_notebook: bool = False,
        files: Mapping[str, Cell] | None = None,
    ) -> Program:
        """Read all cells and execute nothing. ``name`` is the name of the module that they are executed in later."""
        cells = tuple(cells)
        program = cls(cells=cells, name=name, is_notebook=is_notebook, files=files or {})
        program.magics = registered_magics([cell.source for cell in cells])
        for cell in cells:
            program._parse(cell)
        program._spare_modules()
        program._add_bindings_of_calls()
        if not all(cell.ran for cell in cells):
            program._run_names = frozenset(n for s in program.statements if s.cell.ran for n in s.names.binds)
        program.reset()
        return program

    @property
    def definitions(self) -> dict[str, int]:
        """{top-level name: index of the cell that binds it last}, of a cell that was run if there is one."""
        return {name: s.cell.index for s in self.statements for name in s.names.binds if self._counts(s, name)}

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
        if self.replayed and name in vars(self.module):
            return vars(self.module)[name]
        needed = [s for s in self.slice_of(name) if not s.executed]
        if not self.replayed and any(self._is_out_of_order(s) for s in needed):
            needed = [s for s in self.statements if s.executed or s in needed]
            self.reset()
        self.activate()
        if needed:
            with self.around(f"{self.name}.{name}"):
                for statement in needed:
                    self.execute(statement)
        if any(statement.failed for statement in needed) and name not in self._retried:
            self._retried.add(name)  # what the failed statements were to bind may have an older value
            return self.get(name)
        return vars(self.module)[name]

    def source_of(self, names: Iterable[str]) -> str:
        """Return the statements that these names need as one text, in normal form: imports sorted, no comments."""
        needed = {s.position: s for name in names for s in self.slice_of(name)}
        statements = [needed[position] for position in sorted(needed)]
        imports = {ast.unparse(s.node) for s in statements if s.is_import}
        rest = [ast.unparse(s.node) for s in statements if not s.is_import]
        return "\n".join([*sorted(imports), *rest])

    @property
    def stubbed(self) -> bool:
        """True if a cell still raises the hand-out's NotImplementedError at top level, in place of a value."""
        raised = (s.node.exc for s in self.statements if isinstance(s.node, ast.Raise))
        calls = (node.func for node in raised if isinstance(node, ast.Call))
        return any(isinstance(f, ast.Name) and f.id == NotImplementedError.__name__ for f in calls)

    @property
    def runs_partly(self) -> bool:
        """True if some cells were run in Jupyter and others were not."""
        return bool(self._run_names)

    @property
    def notable_problems(self) -> list[Problem]:
        """What the student should read in any case. What a replay met concerns only those who need it."""
        return [problem for problem in self.problems if not (self.replayed and problem.while_running)]

    def problem_with(self, name: str) -> Problem | None:
        """Return the latest problem that lost ``name``, or None."""
        return next((p for p in reversed(self.problems) if p.binds & {name, "*"}), None)

    def activate(self) -> None:
        """Be the ``__main__`` of the process, with what a kernel offers, if this is a notebook."""
        if self.is_notebook:
            sys.modules["__main__"] = self.module
            shell.install(self.module)

    def reset(self) -> None:
        """Begin anew with an empty module."""
        self.module = types.ModuleType("__main__" if self.is_notebook else self.name)
        vars(self.module).update(self.attributes)
        own = self.name == MODULE or self.name.startswith(f"{MODULE}.")
        sys.modules[self.name if own else f"{MODULE}.{self.name}"] = self.module
        for statement in self.statements:
            statement.executed = statement.failed = False
        self._retried.clear()

    def execute(self, statement: Statement) -> None:
        """Run one statement unless it has run; an error becomes a problem."""
        if statement.executed:
            return
        try:
            statement.execute(self.module, self.future)
        except BaseException as error:  # quit() raises SystemExit; nothing of a cell may end the worker
            statement.failed = True
            message = f"{statement.label}, line {statement.node.lineno}, failed: {describe(error)}"
            self.problems.append(Problem(statement.label, message, statement.names.binds, while_running=True))

    def slice_of(self, name: str) -> list[Statement]:
        """Return, in order, the statements that give ``name`` the value that it has at the end of the notebook."""
        visited: set[tuple[str, int]] = set()
        needed = {s for s in self.statements if "*" in s.names.binds}
        settings = [s for s in self.statements if s.names.is_setting]
        needed.update(settings)
        pending = [(name, len(self.statements))]
        pending += [(used, s.position) for s in settings for used in s.names.uses | s.names.lazy]
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

    def _counts(self, statement: Statement, name: str) -> bool:
        """What was run is the answer: a cell that was not run does not replace a name of one that was."""
        return statement.cell.ran or name not in self._run_names

    def _find_sources(self, name: str, limit: int) -> Iterator[Statement]:
        """Yield the statement that binds ``name`` last before ``limit``, and those that change it later."""
        for statement in reversed(self.statements[:limit]):
            if statement.failed or not self._counts(statement, name):
                continue
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

    def _parse(self, cell: Cell) -> None:
        label = name_cell(cell)
        read = read_cell(cell.source, self.magics)
        for path, (text, is_appended) in read.written.items():
            older = self.written.get(path) or (self.files[path].source if path in self.files else "")
            self.written[path] = older + text if is_appended else text
        if read.skipped:
            self.problems.append(Problem(label, f"{label} {read.skipped}"))
            return
        source, nodes, issues = parse(read.text)
        for issue in issues:
            self.problems.append(Problem(label, f"{label} {issue.message}", issue.binds, is_unread=issue.is_unread))
        linecache.cache[f"<{label}>"] = (len(source), None, source.splitlines(keepends=True), f"<{label}>")
        for node in expand_magics(nodes, self.magics):
            if isinstance(node, ast.ImportFrom) and node.module == "__future__":
                for alias in node.names:
                    self.future |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
            elif target := run_target(node):
                self._include(target, cell, node)
            else:
                self.statements.append(Statement(len(self.statements), cell, node, names_of(node)))

    def _include(self, target: str, cell: Cell, node: ast.stmt) -> None:
        """Take the statements of a file in the place of ``%run file.py``."""
        self.runs_with_arguments |= len(ast.unparse(node).split(target, 1)[1].split()) > 0
        path = str(PurePosixPath(os.path.normpath(target.replace("\\", "/"))))
        path = path if path.endswith((".py", ".ipynb")) else f"{path}.py"
        text = self.written.get(path, self.files[path].source if path in self.files else None)
        if text is None:
            label = name_cell(cell)
            message = f"{label} runs {target}, which is not in the upload. Hand it in too."
            self.problems.append(Problem(label, message))
        elif cell.file != path:  # a file that runs itself
            self._parse(Cell(cell.index, text, cell.ran, file=path))

    def _spare_modules(self) -> None:
        """A call such as ``nn.init.zeros_(w)`` or ``np.random.shuffle(x)`` changes no module."""
        imported = {name for s in self.statements if s.is_import for name in s.names.binds}
        imported -= {name for s in self.statements if not s.is_import for name in s.names.binds}
        for statement in self.statements:
            names = statement.names
            if names.changes & imported - names.stores:
                statement.names = replace(names, changes=names.changes - imported | names.stores)

    def _add_bindings_of_calls(self) -> None:
        """Let a statement bind what the functions that it calls declare ``global``."""
        bound: dict[str, frozenset[str]] = {}
        for _ in range(10):  # functions that call functions, a few levels deep
            older = dict(bound)
            for statement in (s for s in self.statements if s.is_definition):
                inner = [bound[used] for used in statement.names.lazy if used in bound]
                everything = statement.names.lazy_binds.union(*inner)
                for name in statement.names.binds if everything else ():
                    bound[name] = bound.get(name, frozenset()) | everything
            if bound == older:
                break
        for statement in self.statements if bound else ():
            names = statement.names
            new = frozenset().union(*(bound.get(used, frozenset()) for used in names.uses)) - names.binds
            if new and not statement.is_definition:
                statement.names = replace(names, binds=names.binds | new, maybe=names.maybe | new)


def explain_absence(namespace: Any, name: str) -> str:
    """Return ``, because …`` if it is known why the namespace does not have the name; else ""."""
    problem = namespace.problem_with(name)
    return f", because {problem.message}" if problem else ""
