"""``.py`` files that students complete: the source with its answers → the hand-out with stubs.

The regions are those of a notebook's solution cells. A stub names the task, and a script has no cells that could: the
task is the one that needs the function, class or value that the region stands in or makes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from autograder.course import solution_regions as regions
from autograder.records import Assignment, Task
from autograder.errors import AuthorError


def render(path: Path, assignment: Assignment) -> bytes:
    """The hand-out's version of a script. Raises AuthorError for ambiguous markers and answers of no task."""
    source = path.read_text(encoding="utf-8")
    faults = list(_faults(source, path.name, assignment))
    if faults:
        listed = "\n".join(f"  {path.name}, {fault}" for fault in faults)
        raise AuthorError(f"the script cannot be released:\n{listed}")
    lines, tree = source.split("\n"), ast.parse(source)
    for region in reversed(regions.split(source)[0]):
        begin = lines[region.first - 2]
        indent = begin[: len(begin) - len(begin.lstrip())]
        task = _task_of(region, tree, path.name, assignment)
        assert task is not None  # else it is a fault
        end = region.first + len(region.lines)
        lines[region.first - 2 : end] = [f'{indent}raise NotImplementedError("{task.id}")']
    return "\n".join(lines).encode()


def _faults(source: str, name: str, assignment: Assignment) -> Iterator[str]:
    """What is wrong with a source script, in sentences that begin with the line's number."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"line {error.lineno}: no valid Python ({error.msg})"
        return
    found, faults = regions.split(source)
    yield from faults
    for region in found:
        if region.kind != "SOLUTION":
            yield f"line {region.first - 1}: a script holds no tests; put them into tests/{assignment.slug}/hidden"
        elif _task_of(region, tree, name, assignment) is None:
            yield (
                f"line {region.first - 1}: the answer is in no function, class or value that a task needs; name it in "
                f"`needs` of a task with script = {name!r}"
            )
    defined = {name for node in tree.body for name in _binds(node)}
    for task in assignment.tasks:
        for needed in task.needs:
            if task.script == name and needed not in defined:
                yield f"line 1: {task.id} needs `{needed}`, which is not defined at the top level"


def _task_of(region: regions.Region, tree: ast.Module, name: str, assignment: Assignment) -> Task | None:
    """The first task of the script that needs what the region stands in or makes."""
    last = region.first + len(region.lines) - 1
    inside = {
        bound
        for node in tree.body
        if node.lineno <= last and (node.end_lineno or node.lineno) >= region.first
        for bound in _binds(node)
    }
    return next((task for task in assignment.tasks if task.script == name and inside & set(task.needs)), None)


def _binds(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
