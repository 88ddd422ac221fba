"""Finds which names a top-level statement binds, uses and changes: the edges of the dependency slice."""

from __future__ import annotations

import ast
import re
import symtable
from collections.abc import Iterator
from dataclasses import dataclass

_METHODS_THAT_CHANGE = frozenset(
    "append extend insert add update setdefault remove discard pop popitem clear sort reverse appendleft extendleft "
    "rotate fill put resize partition byteswap setflags add_argument set_defaults add_module register_module "
    "register_buffer register_parameter load_state_dict set_weights double float half bfloat16 cuda cpu to eval build "
    "compile seed register use subscribe add_edge add_node push enqueue write".split()
)
"""Methods that change the object they are called on. Training (``fit``, ``train``) is left out: it takes long, and what
is trained is handed in."""
_FUNCTIONS_THAT_CHANGE = frozenset(
    "fill_diagonal copyto put place putmask shuffle heappush heappop heapify heapreplace heappushpop insort "
    "insort_left insort_right setattr delattr setitem at".split()
)
"""Functions, whatever module they are of, that change their first argument."""
_SETTING = re.compile(
    r"set_default_(dtype|tensor_type)|set_floatx|set_global_policy|seterr|set_dtype_policy|set_policy"
)
_SETTING_ROOTS = frozenset({("sys", "path"), ("os", "environ")})
_NAMESPACES = frozenset({"globals", "vars", "locals"})
_COMPREHENSIONS = frozenset({"listcomp", "setcomp", "dictcomp", "genexpr"})


@dataclass(frozen=True)
class Names:
    """Top-level names of one statement."""

    binds: frozenset[str] = frozenset()
    maybe: frozenset[str] = frozenset()
    """Those of ``binds`` that may not be bound (in ``if``, ``for``, ``try``) or need the older value (``+=``)."""
    uses: frozenset[str] = frozenset()
    """Read while the statement runs."""
    lazy: frozenset[str] = frozenset()
    """Read when a function defined in the statement is called."""
    changes: frozenset[str] = frozenset()
    """Changed in place: ``x[0] = …``, ``x.a = …``, ``x.append(…)``, ``x.fill_(0)``, ``@add_to(x)``."""
    stores: frozenset[str] = frozenset()
    """Those of ``changes`` that are assigned to: ``x[0] = …``, ``x.a = …``. A module changes in no other way."""
    lazy_binds: frozenset[str] = frozenset()
    """Bound by a function of the statement when it is called (``global x``)."""
    is_setting: bool = False
    """True for what all code after it depends on, such as ``torch.set_default_dtype(torch.float64)``."""


def names_of(node: ast.stmt) -> Names:
    """Analyse one statement with Python's own symbol tables, which distinguish local variables from globals."""
    try:
        table = symtable.symtable(ast.unparse(ast.Module([node], [])), "<statement>", "exec")
    except (SyntaxError, RecursionError, ValueError):
        return Names()
    if isinstance(node, ast.ImportFrom) and node.names[0].name == "*":
        return Names(frozenset("*"))
    binds = {s.get_name() for s in table.get_symbols() if s.is_assigned() or s.is_imported() or s.is_namespace()}
    uses = {s.get_name() for s in table.get_symbols() if s.is_referenced()}
    lazy: set[str] = set()
    lazy_binds: set[str] = set()
    for child in table.get_children():
        _add_globals(child, uses, lazy, lazy_binds)
    maybe = set(binds) if _is_conditional(node) else set()
    indirect = set(_find_indirect_bindings(node)) - binds
    stores = set(_find_stores(node))
    changes = stores | set(_find_changes(node))
    return Names(
        frozenset(binds | indirect),
        frozenset(maybe | indirect),
        frozenset(uses | changes),
        frozenset(lazy),
        frozenset(changes),
        frozenset(stores),
        frozenset(lazy_binds),
        _is_setting(node),
    )


def base_name(node: ast.expr) -> str:
    """``x`` for ``x.a[0]``, and for ``vars(x)["a"]``; "" if the expression does not start with a name."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Starred):
        node = node.value
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.args:
        return base_name(node.args[0]) if node.func.id in {"vars", "getattr", "type"} else ""
    return node.id if isinstance(node, ast.Name) else ""


def _add_globals(
    table: symtable.SymbolTable, uses: set[str], lazy: set[str], lazy_binds: set[str], called: bool = False
) -> None:
    """Add the globals that a scope reads: at once in a class body or a comprehension, later in a function."""
    later = called or (table.get_type() == "function" and table.get_name() not in _COMPREHENSIONS)
    symbols = table.get_symbols()
    (lazy if later else uses).update(s.get_name() for s in symbols if s.is_global() and s.is_referenced())
    lazy_binds.update(s.get_name() for s in symbols if s.is_declared_global() and s.is_assigned())
    for child in table.get_children():
        _add_globals(child, uses, lazy, lazy_binds, later)


def _is_conditional(node: ast.stmt) -> bool:
    return isinstance(
        node,
        ast.AugAssign | ast.If | ast.For | ast.AsyncFor | ast.While | ast.Try | ast.With | ast.AsyncWith | ast.Match,
    )


def _own_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes of a statement without the bodies of its functions, which run only when they are called."""
    yield node
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        children: list[ast.AST] = list(getattr(node, "decorator_list", []))
    else:
        children = list(ast.iter_child_nodes(node))
    for child in children:
        yield from _own_nodes(child)


def _find_stores(statement: ast.stmt) -> Iterator[str]:
    """Yield the names to whose parts the statement itself assigns."""
    for node in _own_nodes(statement):
        if isinstance(node, ast.Attribute | ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del):
            yield from filter(None, [base_name(node)])


def _find_changes(statement: ast.stmt) -> Iterator[str]:
    """Yield the names that the statement itself changes in place by a call or a decorator."""
    for node in _own_nodes(statement):
        if isinstance(node, ast.Call):
            yield from filter(None, _changed_by_call(node))
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield from filter(None, _changed_by_decorators(node))


def _changed_by_call(call: ast.Call) -> Iterator[str]:
    yield from (base_name(word.value) for word in call.keywords if word.arg == "out")
    if isinstance(call.func, ast.Attribute):
        name = call.func.attr
        in_place = name.endswith("_") and not name.endswith("__")
        if name in _METHODS_THAT_CHANGE or in_place or name in {"__setattr__", "__setitem__"}:
            yield base_name(call.func.value)
    else:
        name = call.func.id if isinstance(call.func, ast.Name) else ""
        in_place = name.endswith("_") and not name.endswith("__")
    if call.args and (name in _FUNCTIONS_THAT_CHANGE or in_place):
        yield base_name(call.args[0])


def _changed_by_decorators(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> Iterator[str]:
    """``@add_to_class(Net)`` changes Net; ``@table.register`` changes table."""
    for decorator in node.decorator_list:
        if isinstance(decorator, ast.Call):
            yield from (base_name(argument) for argument in decorator.args)
            decorator = decorator.func
        if isinstance(decorator, ast.Attribute):
            yield base_name(decorator)


def _find_indirect_bindings(statement: ast.stmt) -> Iterator[str]:
    """Yield names bound as ``globals()["x"] = …`` or in a text given to ``exec``."""
    for node in _own_nodes(statement):
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and _is_call_of(node.value, _NAMESPACES):
            if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
                yield node.slice.value
        elif _is_call_of(node, {"exec"}) and isinstance(node, ast.Call) and node.args:
            text = node.args[0].value if isinstance(node.args[0], ast.Constant) else None
            try:
                code = ast.parse(text) if isinstance(text, str) else ast.Module([], [])
            except (SyntaxError, ValueError):
                continue
            for inner in code.body:
                yield from names_of(inner).binds


def _is_call_of(node: ast.AST, functions: frozenset[str] | set[str]) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in functions


def _is_setting(node: ast.stmt) -> bool:
    """True for a statement that changes a setting of a framework or the interpreter that answers depend on."""
    if isinstance(node, ast.Assign):
        return any(
            isinstance(target, ast.Subscript) and _dotted(target.value) in _SETTING_ROOTS for target in node.targets
        )
    call = node.value if isinstance(node, ast.Expr) else None
    if not (isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute)):
        return False
    return bool(_SETTING.fullmatch(call.func.attr)) or _dotted(call.func.value) in _SETTING_ROOTS


def _dotted(node: ast.expr) -> tuple[str, str]:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return node.value.id, node.attr
    return "", ""
