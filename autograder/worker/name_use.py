"""Finds which names a top-level statement binds, uses and changes: the edges of the dependency slice."""

from __future__ import annotations

import ast
import symtable
from dataclasses import dataclass

_MUTATORS = frozenset("append extend insert add update setdefault remove discard pop clear sort reverse".split())


@dataclass(frozen=True)
class Names:
    """Top-level names of one statement."""

    binds: frozenset[str]
    maybe: frozenset[str]
    """Those of ``binds`` that may not be bound (in ``if``, ``for``, ``try``) or need the older value (``+=``)."""
    uses: frozenset[str]
    """Read while the statement runs."""
    lazy: frozenset[str]
    """Read when a function defined in the statement is called."""
    changes: frozenset[str]
    """Changed in place: ``x[0] = …``, ``x.a = …``, ``x.append(…)``."""


def names_of(node: ast.stmt) -> Names:
    """Analyse one statement with Python's own symbol tables, which distinguish local variables from globals."""
    try:
        table = symtable.symtable(ast.unparse(ast.Module([node], [])), "<statement>", "exec")
    except (SyntaxError, RecursionError, ValueError):
        return Names(frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
    if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
        return Names(frozenset("*"), frozenset(), frozenset(), frozenset(), frozenset())
    binds = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    uses = {s.get_name() for s in table.get_symbols() if s.is_referenced()}
    lazy: set[str] = set()
    for child in table.get_children():
        _add_globals(child, uses, lazy)
    maybe = binds if _is_conditional(node) else set()
    changes = _find_changes(node)
    return Names(frozenset(binds), frozenset(maybe), frozenset(uses | changes), frozenset(lazy), frozenset(changes))


def _add_globals(table: symtable.SymbolTable, uses: set[str], lazy: set[str], called: bool = False) -> None:
    """Add the globals that a scope reads: at once in a class body or a comprehension, later in a function."""
    later = called or (table.get_type() == "function" and table.get_name() not in _COMPREHENSIONS)
    names = {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
    (lazy if later else uses).update(names)
    for child in table.get_children():
        _add_globals(child, uses, lazy, later)


_COMPREHENSIONS = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr"})


def _is_conditional(node: ast.stmt) -> bool:
    return isinstance(node, ast.AugAssign | ast.If | ast.For | ast.While | ast.Try | ast.With | ast.Match)


def _find_changes(node: ast.AST) -> set[str]:
    """Return the names that the statement itself changes in place, without those that its functions change."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Lambda):
        return set()
    changed = set()
    if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
        changed |= _find_base(node)
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MUTATORS:
        changed |= _find_base(node.func)
    for child in ast.iter_child_nodes(node):
        changed |= _find_changes(child)
    return changed


def _find_base(node: ast.expr) -> set[str]:
    """Return {"x"} for ``x.a[0]``; nothing if the expression does not start with a name."""
    while isinstance(node, ast.Attribute | ast.Subscript):
        node = node.value
    return {node.id} if isinstance(node, ast.Name) else set()
