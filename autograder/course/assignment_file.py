"""Reads ``assignment.toml`` into the ``Assignment`` of ``model`` and holds the source notebook to it."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from autograder.course.notebook_cells import AnyCell, read_notebook
from autograder.course.source_notebook import disagreements
from autograder.course.toml_table import Table, alternatives
from autograder.course.tree import TOML, find_root, folder_of
from autograder.errors import AuthorError, SubmissionError
from autograder.records import Assignment, SubmissionRules, Task

DATA_KINDS = ("real", "stand-in")


def load(slug_or_path: str | Path, root: Path | None = None) -> Assignment:
    """The assignment named by its slug, or by the path of its folder or its ``assignment.toml``.

    ``load("initialization")`` looks below ``find_root()``. Raises ``AuthorError`` naming file, key, what was
    expected and what was found.
    """
    given = Path(slug_or_path)
    if given.name == TOML or (given / TOML).is_file():
        return _read(given if given.name == TOML else given / TOML)
    root = root or find_root()
    slug = str(slug_or_path)
    file = folder_of(slug, root) / TOML
    known = _slugs(root)
    if slug not in known:
        raise AuthorError(f"no assignment {slug!r} in {root}; there are {alternatives(slug, known)}")
    return _read(file)


def check_notebook(assignment: Assignment, root: Path) -> None:
    """Hold the nbgrader cells of the source notebooks to the toml; ``AuthorError`` lists every disagreement."""
    cells: list[AnyCell] = []
    folder = folder_of(assignment.slug, root)
    for name in assignment.notebooks:
        try:
            cells += read_notebook(folder / name)
        except SubmissionError as error:
            raise AuthorError(f"{folder / name}: {error}") from None
    wrong = disagreements(assignment, cells)
    if wrong:
        listed = "\n".join(f"- {message}" for message in wrong)
        raise AuthorError(f"{folder}: {', '.join(assignment.notebooks)} and {TOML} disagree:\n{listed}")


def _slugs(root: Path) -> list[str]:
    if (root / TOML).is_file():
        return [_slug(root / TOML)]
    return sorted(file.parent.name for file in root.glob(f"assignments/*/{TOML}"))


def _parse(file: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise AuthorError(f"{file}: cannot be read ({error.strerror})") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise AuthorError(f"{file}: expected toml in UTF-8, found an error: {error}") from None


def _slug(file: Path) -> str:
    """What the toml says, else the folder's name: a student may have renamed the hand-out folder."""
    slug = _parse(file).get("slug")
    return slug if isinstance(slug, str) else file.resolve().parent.name


def _read(file: Path) -> Assignment:
    top = Table(_parse(file), "", file)
    slug = top.text("slug", file.resolve().parent.name)
    if not re.fullmatch(r"[a-z][a-z0-9_]*", slug):
        raise top.error("slug", f"expected lower-case letters, digits and _, found {slug!r}")
    notebooks = top.texts("notebooks", required=True)
    for name in notebooks:
        if not name.endswith(".ipynb") or "/" in name:
            raise top.error("notebooks", f"expected names such as {slug}.ipynb, found {name!r}")
    scripts = top.texts("scripts")
    for name in scripts:
        if not name.endswith(".py") or not name.removesuffix(".py").isidentifier():
            raise top.error("scripts", f"expected names such as {slug}.py that can be imported, found {name!r}")
    rules = _read_rules(top.table("submission", "[submission]", required=True), scripts)
    if len(rules.notebooks) != len(notebooks):
        raise top.error("[submission] notebooks", f"expected one pattern for each of {list(notebooks)}")
    tasks = _read_tasks(top, rules, notebooks, scripts)
    assignment = Assignment(
        slug=slug,
        title=top.text("title"),
        course=top.text("course"),
        notebooks=notebooks,
        rules=rules,
        tasks=tasks,
        scripts=scripts,
        preload=top.texts("preload"),
        preload_worker=top.texts("preload_worker"),
        extras=top.texts("extras"),
        data=top.texts("data"),
        thresholds=_read_thresholds(top, tasks),
    )
    top.done()
    for task in tasks:
        if task.data and task.data not in assignment.data:
            raise top.error(
                f'[[task]] "{task.id}" data', f"expected one of {list(assignment.data)}, found {task.data!r}"
            )
    return assignment


def _read_rules(table: Table, scripts: tuple[str, ...]) -> SubmissionRules:
    rules = SubmissionRules(
        upload=table.patterns("upload", required=True),
        notebooks=table.patterns("notebooks", required=True),
        optional=(*map(re.escape, scripts), *table.patterns("optional")),
        example=table.text("example", SubmissionRules.example),
        first_cell=table.check_pattern("first_cell", table.text("first_cell", "")),
        first_cell_without=table.check_pattern("first_cell_without", table.text("first_cell_without", "")),
        first_cell_says=table.text("first_cell_says", ""),
        must_be_run=table.flag("must_be_run", SubmissionRules.must_be_run),
        max_bytes=table.whole("max_bytes", SubmissionRules.max_bytes),
        max_total_bytes=table.whole("max_total_bytes", SubmissionRules.max_total_bytes),
        max_files=table.whole("max_files", SubmissionRules.max_files),
    )
    if rules.example and not any(re.fullmatch(pattern, rules.example) for pattern in rules.upload):
        raise table.error("example", f"expected a name that upload accepts, found {rules.example!r}")
    if rules.max_bytes > rules.max_total_bytes:
        raise table.error("max_bytes", f"expected at most max_total_bytes = {rules.max_total_bytes}")
    table.done()
    return rules


def _read_tasks(
    top: Table, rules: SubmissionRules, notebooks: tuple[str, ...], scripts: tuple[str, ...]
) -> tuple[Task, ...]:
    tasks: dict[str, Task] = {}
    for place, values in enumerate(top.tables("task"), start=1):
        name = values.get("id") if isinstance(values, dict) else None
        table = Table(values, f'[[task]] "{name}"' if name else f"[[task]] {place}", top.file)
        task = _read_task(table, rules, notebooks)
        if task.script and task.script not in scripts:
            raise table.error("script", f"unknown script; there are {alternatives(task.script, scripts)}")
        if task.id in tasks:
            raise top.error(f'[[task]] "{task.id}"', "expected each id once, found it twice")
        tasks[task.id] = task
    if not tasks:
        raise top.error("task", "expected at least one [[task]], found none")
    return tuple(tasks.values())


def _read_task(table: Table, rules: SubmissionRules, notebooks: tuple[str, ...]) -> Task:
    task = Task(
        id=table.text("id"),
        number=table.text("number"),
        title=table.text("title"),
        points=table.number("points"),
        manual_points=table.number("manual_points", Task.manual_points),
        bonus=table.flag("bonus", Task.bonus),
        notebook=table.text("notebook", notebooks[0]),
        script=table.text("script", ""),
        needs=table.texts("needs"),
        files=table.texts("files"),
        data=table.text("data", ""),
        seconds=table.number("seconds", Task.seconds),
        memory_mb=table.whole("memory_mb", Task.memory_mb),
    )
    if not re.fullmatch(r"[a-z][a-z0-9_]*", task.id):
        raise table.error("id", f"expected lower-case letters, digits and _, found {task.id!r}")
    if task.points + task.manual_points == 0:
        raise table.error("points", "expected points or manual_points above 0, found 0 for both")
    if task.notebook not in notebooks:
        raise table.error("notebook", f"unknown notebook; there are {alternatives(task.notebook, notebooks)}")
    if task.seconds == 0:
        raise table.error("seconds", "expected a number above 0, found 0")
    for name in task.needs:
        if not name.isidentifier():
            raise table.error("needs", f"expected names of functions, found {name!r}")
    for name in task.files:
        if not any(re.fullmatch(pattern, name) for pattern in rules.optional):
            raise table.error("files", f"{name!r} matches no pattern of [submission] optional; intake would refuse it")
    table.done()
    return task


def _read_thresholds(top: Table, tasks: tuple[Task, ...]) -> dict[str, dict[str, dict[str, float]]]:
    thresholds: dict[str, dict[str, dict[str, float]]] = {}
    ids = [task.id for task in tasks]
    for id, kinds in top.table("thresholds", "[thresholds]").rest().items():
        if id not in ids:
            raise top.error(f"[thresholds.{id}]", f"unknown task; there are {alternatives(id, ids)}")
        thresholds[id] = {}
        for kind, values in Table(kinds, f"[thresholds.{id}]", top.file).rest().items():
            table = Table(values, f"[thresholds.{id}.{kind}]", top.file)
            if kind not in DATA_KINDS:
                raise table.error("", f"unknown kind of data; there are {alternatives(kind, DATA_KINDS)}")
            marks = {"pass": table.number("pass"), "full": table.number("full")}
            if not 0 < marks["pass"] <= marks["full"] <= 1:
                raise table.error("", f"expected 0 < pass <= full <= 1 (fractions), found {marks}")
            table.done()
            thresholds[id][kind] = marks
    return thresholds
