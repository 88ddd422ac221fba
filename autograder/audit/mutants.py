"""Makes mutants: small changes of the model answers. One that costs no points shows a gap in the tests."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from autograder.audit.variants import Variant
from autograder.course.grade_ids import is_answer
from autograder.records import Assignment, Cell
from autograder.worker.name_use import names_of

_OPERATORS: dict[type, tuple[type, ...]] = {
    ast.Add: (ast.Sub,),
    ast.Sub: (ast.Add,),
    ast.Mult: (ast.Div, ast.Add),
    ast.Div: (ast.Mult,),
    ast.Pow: (ast.Mult,),
    ast.MatMult: (),
    ast.FloorDiv: (ast.Mult,),
    ast.Lt: (ast.GtE,),
    ast.Gt: (ast.LtE,),
    ast.LtE: (ast.Gt,),
    ast.GtE: (ast.Lt,),
    ast.Eq: (ast.NotEq,),
}
_CALLS = {
    "sum": "mean", "mean": "sum", "max": "min", "min": "max", "sqrt": "square", "exp": "log", "log": "exp",
    "randn": "rand", "rand": "randn", "ones": "zeros", "zeros": "ones", "cumsum": "cumprod", "normal_": "uniform_",
    "isnan": "isinf", "isinf": "isnan", "sin": "cos", "cos": "sin", "maximum": "minimum",
}  # fmt: skip

NEAR_ZERO = 1e-8
"""Numbers below this only keep a logarithm or a division finite, so they are not changed."""


@dataclass(frozen=True)
class Mutant:
    """One function of the model answer with one thing changed."""

    function: str
    change: str
    """``line 4: a + b → a - b``."""
    source: str


def mutants_of(function: ast.FunctionDef) -> Iterator[Mutant]:
    """All single changes of a function: operators, constants, calls, signs, axes, dropped statements.

    Code whose result is only printed is no part of an answer and is not changed; nor is the signature, which the
    hand-out gives.
    """
    unchanged = [function.args, *(node for node in ast.walk(function) if _prints(node, function) or _is_verbose(node))]
    skipped = {id(inner) for node in unchanged for inner in ast.walk(node)}
    for number, node in enumerate(ast.walk(function)):
        if id(node) in skipped:
            continue
        for fields in _changes(node):
            twin = copy.deepcopy(function)
            target = list(ast.walk(twin))[number]
            _set_fields(target, fields)
            before, after = ast.unparse(node), ast.unparse(target)
            if before != after:
                line = getattr(node, "lineno", function.lineno) - function.lineno + 1
                yield Mutant(
                    function.name, f"line {line}: {before} → {after}", ast.unparse(ast.fix_missing_locations(twin))
                )
    yield from _drop_statements(function)


def _prints(node: ast.AST, function: ast.AST) -> bool:
    """True for a ``print(...)`` statement, and for an ``if`` block that only prints or prepares what it prints."""
    if isinstance(node, ast.If):
        return not node.orelse and all(
            _prints(step, function) or _prepares_only(node, step, function) for step in node.body
        )
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "print"


def _is_verbose(node: ast.AST) -> bool:
    """True for Keras' argument ``verbose=``, which decides what is printed."""
    return isinstance(node, ast.keyword) and node.arg == "verbose"


def _prepares_only(block: ast.If, step: ast.stmt, function: ast.AST) -> bool:
    """True for an assignment whose names are read nowhere outside the block."""
    if not isinstance(step, ast.Assign):
        return False
    inside = {id(node) for node in ast.walk(block)}
    names = [node for node in ast.walk(function) if isinstance(node, ast.Name)]
    read = {node.id for node in names if isinstance(node.ctx, ast.Load) and id(node) not in inside}
    targets = [node for target in step.targets for node in ast.walk(target)]
    return all(
        isinstance(target, ast.Tuple | ast.expr_context) or (isinstance(target, ast.Name) and target.id not in read)
        for target in targets
    )


def _without_printing(definition: ast.stmt) -> ast.stmt:
    """A copy of a definition without the statements that only print."""
    twin = copy.deepcopy(definition)
    for block in _blocks(twin):
        block.body = [ast.Pass() if _prints(step, twin) else step for step in block.body]
    return twin


def _blocks(tree: ast.AST) -> list[Any]:
    """The nodes that hold statements, in the order of ``ast.walk``."""
    return [node for node in ast.walk(tree) if isinstance(getattr(node, "body", None), list)]


def _drop_statements(function: ast.FunctionDef) -> Iterator[Mutant]:
    """The function without one of its statements, at any depth; its own first and last statement stay."""
    for number, block in enumerate(_blocks(function)):
        inner = block is not function
        for index in range(0 if inner else 1, len(block.body) - (not inner)):
            step = block.body[index]
            if not isinstance(step, ast.AugAssign | ast.Expr) or len(block.body) == 1 or _prints(step, function):
                continue
            twin = copy.deepcopy(function)
            dropped = ast.unparse(_blocks(twin)[number].body.pop(index))
            yield Mutant(function.name, f"without: {dropped}", ast.unparse(twin))


def make_mutants(cells: Iterable[Cell], assignment: Assignment) -> list[Variant]:
    """Mutants of the model answers to tasks without trained files, as chaffs that any test of the task may catch.

    Changed are the functions and methods in cells ``<task>_answer…`` that the functions a task needs call, directly or
    not (others draw figures). In cells without an id, the functions that a task needs are changed.
    """
    cells = list(cells)
    owner = {name: task.id for task in assignment.tasks if not task.files for name in task.needs}
    used = {task.id: _used_by(task.needs, cells) for task in assignment.tasks}
    variants = []
    for cell in cells:
        for node in _statements(cell):
            if not isinstance(node, ast.FunctionDef | ast.ClassDef):
                continue
            task = _task_of(node, cell, owner, assignment)
            if task and node.name in used[task]:
                for number, mutant in enumerate(_mutants_of_definition(node)):
                    name = f"{mutant.function}-{number}"
                    variants.append(Variant(name, task, mutant.change, mutant.source, caught_by=("*",)))
    return variants


def _statements(cell: Cell) -> list[ast.stmt]:
    """The top-level statements of a cell; none where it is not plain Python."""
    try:
        return ast.parse(cell.source).body
    except SyntaxError:  # a cell with magics holds no answer
        return []


def _used_by(needs: Iterable[str], cells: Iterable[Cell]) -> set[str]:
    """The names that are used when the functions ``needs`` are called."""
    reads: dict[str, set[str]] = {}
    for cell in cells:
        for node in _statements(cell):
            names = names_of(_without_printing(node))
            for bound in names.binds:
                reads.setdefault(bound, set()).update(names.uses | names.lazy)
    used: set[str] = set()
    pending = list(needs)
    while pending:
        name = pending.pop()
        if name not in used:
            used.add(name)
            pending += reads.get(name, ())
    return used


def _task_of(node: ast.FunctionDef | ast.ClassDef, cell: Cell, owner: dict[str, str], assignment: Assignment) -> str:
    """The task that a definition helps to answer; "" for none, and for a task that hands in trained files."""
    ids = [task.id for task in assignment.tasks if is_answer(cell.grade_id, task.id)]
    if not ids:
        return owner.get(node.name, "")
    return "" if assignment.task(ids[0]).files else ids[0]


def _mutants_of_definition(node: ast.FunctionDef | ast.ClassDef) -> Iterator[Mutant]:
    """Mutants of a function, or of each method of a class (then the source is the whole class)."""
    if isinstance(node, ast.FunctionDef):
        yield from mutants_of(node)
        return
    for index, method in enumerate(node.body):
        if not isinstance(method, ast.FunctionDef):
            continue
        for mutant in mutants_of(method):
            twin = copy.deepcopy(node)
            twin.body[index] = ast.parse(mutant.source).body[0]
            yield Mutant(f"{node.name}.{mutant.function}", mutant.change, ast.unparse(twin))


def _changes(node: ast.AST) -> Iterator[dict[str, object]]:
    """The changes of one node, each as new values of its fields."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        for operator in _OPERATORS.get(type(node.op), ()):
            yield {"op": operator()}
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for operator in _OPERATORS.get(type(node.ops[0]), ()):
            yield {"ops": [operator()]}
    elif _is_significant_number(node):
        assert isinstance(node, ast.Constant) and isinstance(node.value, int | float)
        yield {"value": node.value + 1}
        if node.value not in (0, 1):
            yield {"value": node.value / 2 if isinstance(node.value, float) else node.value - 1}
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield {"op": ast.UAdd()}
    elif isinstance(node, ast.Attribute) and node.attr in _CALLS:
        yield {"attr": _CALLS[node.attr]}
    elif isinstance(node, ast.Name) and node.id in _CALLS:
        yield {"id": _CALLS[node.id]}
    elif isinstance(node, ast.BoolOp):
        yield {"op": ast.And() if isinstance(node.op, ast.Or) else ast.Or()}


def _is_significant_number(node: ast.AST) -> bool:
    """True for a number other than one very near zero."""
    if not isinstance(node, ast.Constant) or not isinstance(node.value, int | float) or isinstance(node.value, bool):
        return False
    return node.value == 0 or abs(node.value) >= NEAR_ZERO


def _set_fields(node: ast.AST, fields: dict[str, object]) -> None:
    for name, value in fields.items():
        setattr(node, name, value)
