"""``.py`` files that students complete: the source with its answers → the students' version with stubs.

The regions are those of a notebook's solution cells. A stub names its task. A script has no cells that could name it,
so it is the task that needs the function, class or value that the region is in or defines.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from autograder.course import solution_regions as regions
from autograder.errors import AuthorError
from autograder.records import Assignment, Task


def render_script(path: Path, assignment: Assignment) -> bytes:
    """Render the students' version of a script.

    Raises ``AuthorError`` for ambiguous markers, and for an answer that belongs to no task.
    """
    source = path.read_text(encoding="utf-8")
    problems = list(_find_problems(source, path.name, assignment))
    if problems:
        listed = "\n".join(f"  {path.name}, {problem}" for problem in problems)
        raise AuthorError(f"the script cannot be released:\n{listed}")
    lines, tree = source.split("\n"), ast.parse(source)
    for region in reversed(regions.split(source)[0]):
        begin = lines[region.first - 2]
        indent = begin[: len(begin) - len(begin.lstrip())]
        task = _find_task(region, tree, path.name, assignment)
        assert task is not None  # otherwise it is one of the problems
        end = region.first + len(region.lines)
        lines[region.first - 2 : end] = [f'{indent}raise NotImplementedError("{task.id}")']
    return "\n".join(lines).encode()


def _find_problems(source: str, name: str, assignment: Assignment) -> Iterator[str]:
    """Say what is wrong with a source script, in sentences that begin with the line number."""
    try:
        tree = ast.parse(source)
    except SyntaxError as error:
        yield f"line {error.lineno}: this is not valid Python ({error.msg})"
        return
    all_regions, problems = regions.split(source)
    yield from problems
    for region in all_regions:
        if region.kind != "SOLUTION":
            yield (
                f"line {region.first - 1}: a script cannot contain tests; put them into tests/{assignment.slug}/hidden"
            )
        elif _find_task(region, tree, name, assignment) is None:
            yield (
                f"line {region.first - 1}: the answer is in no function, class or value that a task needs; name it in "
                f"`needs` of a task with script = {name!r}"
            )
    defined = {bound for node in tree.body for bound in _names_bound_by(node)}
    for task in assignment.tasks:
        for needed in task.needs:
            if task.script == name and needed not in defined:
                yield f"line 1: {task.id} needs `{needed}`, which is not defined at the top level"


def _find_task(region: regions.Region, tree: ast.Module, name: str, assignment: Assignment) -> Task | None:
    """Find the first task of the script that needs what the region is in or defines."""
    last = region.first + len(region.lines) - 1
    names_in_region = {
        bound
        for node in tree.body
        if node.lineno <= last and (node.end_lineno or node.lineno) >= region.first
        for bound in _names_bound_by(node)
    }
    return next((task for task in assignment.tasks if task.script == name and names_in_region & set(task.needs)), None)


def _names_bound_by(node: ast.stmt) -> set[str]:
    if isinstance(node, ast.FunctionDef | ast.ClassDef):
        return {node.name}
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    return {part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name)}
