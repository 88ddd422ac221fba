"""Small wrong changes of the model answers: each should cost points, and one that does not shows a gap in the tests."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from autograder.model import Assignment, Cell
from autograder.overlay import Overlay

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


@dataclass(frozen=True)
class Mutant:
    """One function of the model answer with one thing changed."""

    function: str
    change: str
    """``line 4: a + b → a - b``."""
    source: str


def mutants_of(function: ast.FunctionDef) -> Iterator[Mutant]:
    """All single changes of a function: operators, constants, calls, signs, axes, dropped statements."""
    for number, node in enumerate(ast.walk(function)):
        for changed in _changes(node):
            twin = copy.deepcopy(function)
            target = list(ast.walk(twin))[number]
            _replace(target, changed)
            before, after = ast.unparse(node), ast.unparse(target)
            if before != after:
                line = getattr(node, "lineno", function.lineno) - function.lineno + 1
                yield Mutant(
                    function.name, f"line {line}: {before} → {after}", ast.unparse(ast.fix_missing_locations(twin))
                )
    for index in range(1, len(function.body) - 1):
        if isinstance(function.body[index], ast.AugAssign | ast.Expr):
            twin = copy.deepcopy(function)
            dropped = ast.unparse(twin.body.pop(index))
            yield Mutant(function.name, f"without: {dropped}", ast.unparse(twin))


def overlays(cells: Iterable[Cell], assignment: Assignment) -> list[Overlay]:
    """Mutants of the functions that tasks without trained files ask for, as chaffs that any test may catch."""
    owner = {name: task.id for task in assignment.tasks if not task.files for name in task.needs}
    found = []
    for cell in cells:
        try:
            tree = ast.parse(cell.source)
        except SyntaxError:
            continue
        for node in tree.body:
            if isinstance(node, ast.FunctionDef) and node.name in owner:
                for number, mutant in enumerate(mutants_of(node)):
                    name = f"{mutant.function}-{number}"
                    found.append(Overlay(name, owner[node.name], mutant.change, mutant.source, caught_by=("*",)))
    return found


def _changes(node: ast.AST) -> Iterator[dict[str, object]]:
    """New field values for one node."""
    if isinstance(node, ast.BinOp | ast.AugAssign):
        for operator in _OPERATORS.get(type(node.op), ()):
            yield {"op": operator()}
    elif isinstance(node, ast.Compare) and len(node.ops) == 1:
        for operator in _OPERATORS.get(type(node.ops[0]), ()):
            yield {"ops": [operator()]}
    elif isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
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


def _replace(node: ast.AST, fields: dict[str, object]) -> None:
    for name, value in fields.items():
        setattr(node, name, value)
