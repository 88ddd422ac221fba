"""Says whether statements that a dependency slice leaves out could change an answer.

The slice sees what statements bind and change by their form; what a call does behind its name (a class patched by a
helper, weights changed by a function) it cannot see. ``may_matter`` is careful: where it says no, a second run in order
(``worker.replay``) would give the same.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterable
from dataclasses import dataclass, field

from autograder.worker.program import Program
from autograder.worker.side_effects import (
    CLASSES,
    DRAWS,
    HARMLESS_ROOTS,
    HISTORY,
    HOOKS,
    READS,
    SEEDS,
    Effects,
    calls,
    effects_of,
    has_state,
    is_plain,
    sets_something,
)
from autograder.worker.statement import Statement


def may_matter(program: Program, names: Iterable[str]) -> bool:
    """True if a statement that the slices of ``names`` leave out could change what these names give."""
    effects = {id(statement): effects_of(statement) for statement in program.statements}
    return any(_may_matter(program, set(program.slice_of(name)), effects) for name in names)


def _may_matter(program: Program, needed: set[Statement], effects: dict[int, Effects]) -> bool:
    if _needs_the_kernel(program, needed, effects):
        return True
    facts = _Facts.of(program, needed)
    for statement in program.statements:
        if statement in needed or (program.runs_partly and not statement.cell.ran):
            continue
        if is_plain(statement, program.magics, facts.shows_run_code):
            continue
        reach = _follow(program, statement, effects)
        if reach.is_dynamic or reach.names & facts.mutable or reach.changes & facts.bound:
            return True
        if reach.late_bindings & facts.touched or any(HISTORY.fullmatch(n) for n in reach.names - facts.all_bound):
            return True
        if sets_something(statement) or (facts.draws and (calls(statement, DRAWS) or calls(statement, SEEDS))):
            return True
        if (facts.makes_objects and calls(statement, SEEDS)) or (facts.reads and reach.writes):
            return True
    return False


@dataclass(frozen=True)
class _Facts:
    """What the slices show."""

    touched: frozenset[str]
    bound: frozenset[str]
    all_bound: frozenset[str]
    """By any statement of the program."""
    mutable: frozenset[str]
    draws: bool
    makes_objects: bool
    """True if a value in it is made by a class, which may draw numbers: a layer, a network."""
    reads: bool
    """True if something in it reads files."""
    shows_run_code: bool
    """True if making a class, or showing an object, may run code that matters."""

    @classmethod
    def of(cls, program: Program, needed: set[Statement]) -> _Facts:
        touched = frozenset(name for s in needed for name in s.names.binds | s.names.uses | s.names.lazy)
        mutable = frozenset(name for s in needed if has_state(s) for name in s.names.binds)
        all_bound = frozenset(name for statement in program.statements for name in statement.names.binds)
        sources = [cell.source for cell in (*program.cells, *program.files.values())]
        return cls(
            touched=touched,
            bound=frozenset(name for s in needed for name in s.names.binds),
            all_bound=all_bound,
            mutable=mutable | _own_modules(program, needed),
            draws=any(has_state(s) and not s.is_definition for s in needed) and any(calls(s, DRAWS) for s in needed),
            makes_objects=any(calls(s, CLASSES) for s in needed if not (s.is_definition or s.is_import)),
            reads=any(calls(statement, READS) for statement in needed),
            shows_run_code=bool(all_bound & {"print", "display"} or touched & HARMLESS_ROOTS)
            or any(HOOKS.search(source) for source in sources),
        )


def _needs_the_kernel(program: Program, needed: set[Statement], effects: dict[int, Effects]) -> bool:
    """True where a slice shows that it is not all: something in it failed, could not be read, or asks the kernel."""
    bound = {name for statement in program.statements for name in statement.names.binds}
    used = {name for s in needed for name in s.names.uses | s.names.lazy}
    unknown = {name for name in used - bound if not hasattr(builtins, name)}
    return (
        any(statement.failed for statement in program.statements)
        or any(effects[id(statement)].is_dynamic for statement in needed)
        or any(HISTORY.fullmatch(name) for name in used - bound)
        or (bool(unknown) and any(not problem.while_running for problem in program.problems))
        or any(problem.is_unread for problem in program.problems)
        or program.runs_with_arguments
    )


@dataclass
class _Reach:
    """What running a statement touches, through everything that it calls."""

    names: set[str] = field(default_factory=set)
    changes: set[str] = field(default_factory=set)
    late_bindings: set[str] = field(default_factory=set)
    is_dynamic: bool = False
    writes: bool = False


def _follow(program: Program, statement: Statement, effects: dict[int, Effects]) -> _Reach:
    reach = _Reach()
    pending, visited = [statement], {statement}
    while pending:
        current = pending.pop()
        own = effects[id(current)]
        used = current.names.uses | current.names.changes | current.names.lazy | current.names.maybe
        reach.names |= used | _own_modules(program, [current])
        reach.changes |= own.changes
        reach.late_bindings |= current.names.lazy_binds
        reach.is_dynamic |= own.is_dynamic
        reach.writes |= own.writes
        for name in used:
            for source in program.statements:
                if source not in visited and (name in source.names.binds or name in source.names.changes):
                    visited.add(source)
                    pending.append(source)
    return reach


def _own_modules(program: Program, statements: Iterable[Statement]) -> frozenset[str]:
    """``module helpers`` for each statement that imports the submission's own helpers.py: it has state."""
    own = {path.replace("\\", "/").split("/")[0].removesuffix(".py") for path in (*program.files, *program.written)}
    found = set()
    for statement in statements:
        node = statement.node
        if isinstance(node, ast.ImportFrom):
            found.add((node.module or "").split(".")[0])
        elif isinstance(node, ast.Import):
            found.update(alias.name.split(".")[0] for alias in node.names)
    return frozenset(f"module {name}" for name in found & own)
