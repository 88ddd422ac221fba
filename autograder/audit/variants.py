"""Reads wheats and chaffs: answers to one task of which the author knows whether they are right.

A file of ``tests/<slug>/wheats/<task>`` or ``chaffs/<task>`` changes the model answer in one of two ways, or in both:

- Its code becomes one more cell, which redefines what the task asks for.
- ``REPLACE = [("old text", "new text"), …]`` changes the text of the model answer itself. Each old text must occur
  exactly once in the solution cells (or the script) of the task.

Code that several files need is written once, in ``_base.py`` beside them or one folder up. A file with ``BASE = True``
has that code put in front of its own (``BASE = "_other"`` for another name); it cannot import it, because a student's
notebook has no such module. In such a file ``REPLACE`` changes the shared code and not the model answer: the shared
code may be a right answer in another style, and each wrong answer changes a line of it.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.audit.replacements import replace_once
from autograder.errors import AuthorError
from autograder.records import Assignment

_ALLOWED = frozenset({"ALSO", "BASE", "CAUGHT_BY", "CODE", "FILES", "REPLACE"})
_KINDS = ("wheats", "chaffs")


@dataclass(frozen=True)
class Variant:
    """One answer of known worth: the model answer with a change to one task."""

    name: str
    task: str
    """Id of the task that the change belongs to; "" for the first notebook and every script."""
    description: str
    source: str
    """Code of the further cell, with the shared code in front; "" for none."""
    caught_by: tuple[str, ...] = ()
    """Chaffs: the tests that must fail."""
    code: str = ""
    """Chaffs: code of the mistake (or problem) that the student must be told."""
    also: tuple[str, ...] = ()
    """Wheats: further tasks that the answer is right for."""
    files: Mapping[str, str] = field(default_factory=dict)
    """File to hand in → function of the answer that writes it into the current directory."""
    replace: tuple[tuple[str, str], ...] = ()
    """Text of the model answer → text that takes its place."""

    @property
    def right(self) -> bool:
        """A wheat, which must earn every point."""
        return not self.caught_by

    def path(self, slug: str) -> str:
        """Where the file is, for messages."""
        kind = "wheats" if self.right else "chaffs"
        return f"tests/{slug}/{kind}/{self.task}/{self.name}.py"


def read(path: Path, assignment: Assignment) -> Variant:
    """Read a wheat or chaff without running it; its folder names the task. Raises AuthorError naming what is wrong."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source, str(path))
    facts: dict[str, Any] = {}
    code = []
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in _ALLOWED:
            facts[node.targets[0].id] = ast.literal_eval(node.value)
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "SAYS":
            raise AuthorError(f"{path}: SAYS is not read; pin the code of the mistake, CODE = '…' (docs/diagnoses.md)")
        else:
            code.append(node)
    description = ast.get_docstring(tree)
    if not description:
        raise AuthorError(f"{path}: expected a docstring that says what this answer does")
    also = tuple(facts.get("ALSO", ()))
    for task in also:
        assignment.task(task)
    caught_by = facts.get("CAUGHT_BY", ())
    caught_by = (caught_by,) if isinstance(caught_by, str) else tuple(caught_by)
    chaff = path.parent.parent.name == "chaffs"
    if chaff != bool(caught_by):
        raise AuthorError(f"{path}: a chaff names the tests that catch it in CAUGHT_BY, a wheat has none")
    base = _base(path, facts.get("BASE", False))
    replace = _replacements(path, facts.get("REPLACE", []))
    if base:
        (base,), replace = replace_once([base], replace, str(path)), ()
    adds_code = bool(base) or len(code) > 1  # the docstring is the first statement
    if not adds_code and not replace:
        raise AuthorError(f"{path}: expected code, or REPLACE with a change of the model answer")
    return Variant(
        path.stem,
        path.parent.name,
        description.split("\n\n")[0],
        base + source if adds_code else "",
        caught_by,
        facts.get("CODE", ""),
        also,
        facts.get("FILES", {}),
        replace,
    )


def _base(path: Path, name: object) -> str:
    """The shared code that a file asks for by ``BASE``, ready to stand in front of its own."""
    if not name:
        return ""
    file = "_base.py" if name is True else f"{name}.py"
    if not file.startswith("_"):
        raise AuthorError(f"{path}: BASE is {name!r}, expected True or a name that begins with _")
    for folder in (path.parent, path.parent.parent):
        if (folder / file).is_file():
            return (folder / file).read_text(encoding="utf-8").rstrip() + "\n\n\n"
    raise AuthorError(f"{path}: it asks for {file}, which is neither in {path.parent} nor in {path.parent.parent}")


def _replacements(path: Path, pairs: object) -> tuple[tuple[str, str], ...]:
    """``REPLACE`` as pairs of old and new text."""
    if not isinstance(pairs, list | tuple):
        raise AuthorError(f'{path}: REPLACE must be a list of pairs, [("old text", "new text"), …]')
    checked: list[tuple[str, str]] = []
    for pair in pairs:
        match pair:
            case (str(old), str(new)) if old and old != new:
                checked.append((old, new))
            case _:
                raise AuthorError(f"{path}: REPLACE holds {pair!r}, expected a pair of two different texts")
    return tuple(checked)


def read_all(assignment: Assignment, root: Path) -> list[Variant]:
    """All wheats and chaffs of an assignment, by task and name.

    Raises AuthorError for a file that is in no task's folder, and for two of a kind that have the same name.
    """
    order = [task.id for task in assignment.tasks]
    folder = root / "tests" / assignment.slug
    variants = [read(path, assignment) for kind in _KINDS for path in _files_of(folder / kind, order)]
    return sorted(variants, key=lambda variant: (order.index(variant.task), not variant.right, variant.name))


def _files_of(folder: Path, tasks: Sequence[str]) -> list[Path]:
    """The variants below ``wheats`` or ``chaffs``. Files whose names begin with ``_`` are none."""
    paths = [path for path in sorted(folder.rglob("*.py")) if not path.name.startswith("_")]
    known: dict[str, Path] = {}
    for path in paths:
        if path.parent.parent != folder or path.parent.name not in tasks:
            raise AuthorError(f"{path}: expected it in {folder}/<task>, where <task> is one of {', '.join(tasks)}")
        if path.stem in known:
            raise AuthorError(f"{path}: {known[path.stem]} has the same name; rename one of them")
        known[path.stem] = path
    return paths
