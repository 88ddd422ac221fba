"""Reads ``assignment.toml`` into the ``Assignment`` of ``records`` and compares the source notebook with it."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec

from autograder.course.assignment_schema import MarksTable, SheetTable, SubmissionTable, TaskTable
from autograder.course.notebook_cells import AnyCell, read_notebook
from autograder.course.source_notebook import find_disagreements
from autograder.course.toml_file import TomlTable, describe_value, list_alternatives, parse_toml
from autograder.course.tree import TOML, find_root, folder_of
from autograder.errors import AuthorError, SubmissionError
from autograder.records import Assignment, SubmissionRules, Task

DATA_KINDS = ("real", "stand-in")
ID = r"[a-z][a-z0-9_]*"
RESERVED_NAMES = ("probe", "file")
"""What the object ``student`` of the tests has beside the student's functions (``judge.student.StudentFunctions``)."""


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
    known = _find_slugs(root)
    if slug not in known:
        raise AuthorError(f"no assignment {slug!r} in {root}; there are {list_alternatives(slug, known)}")
    return _read(file)


def check_notebook(assignment: Assignment, root: Path) -> None:
    """Compare the nbgrader cells of the source notebooks with the toml; ``AuthorError`` lists every difference."""
    cells: list[AnyCell] = []
    folder = folder_of(assignment.slug, root)
    for name in assignment.notebooks:
        try:
            cells += read_notebook(folder / name)
        except SubmissionError as error:
            raise AuthorError(f"{folder / name}: {error}") from None
    differences = find_disagreements(assignment, cells)
    if differences:
        listed = "\n".join(f"- {message}" for message in differences)
        raise AuthorError(f"{folder}: {', '.join(assignment.notebooks)} and {TOML} disagree:\n{listed}")


def _find_slugs(root: Path) -> list[str]:
    if (root / TOML).is_file():
        return [_read_slug(root / TOML)]
    return sorted(file.parent.name for file in root.glob(f"assignments/*/{TOML}"))


def _read_slug(file: Path) -> str:
    """The slug in the toml, or else the folder's name. A hand-out names its slug: students rename its folder."""
    slug = parse_toml(file).get("slug")
    return slug if isinstance(slug, str) else file.resolve().parent.name


def _read(file: Path) -> Assignment:
    """The assignment in a toml file: each table is read by its schema, then what the tables say of each other."""
    top = TomlTable(parse_toml(file), "", file)
    sheet = top.read(SheetTable)
    slug = sheet.slug or file.resolve().parent.name
    _check_sheet(sheet, slug, top)
    rules = _read_rules(TomlTable(sheet.submission, "[submission]", file), sheet.scripts)
    if len(rules.notebooks) != len(sheet.notebooks):
        raise top.error("[submission] notebooks", f"expected one pattern for each of {list(sheet.notebooks)}")
    tasks = _read_tasks(top, sheet, rules)
    return Assignment(
        slug=slug,
        title=sheet.title,
        course=sheet.course,
        notebooks=sheet.notebooks,
        rules=rules,
        tasks=tasks,
        scripts=sheet.scripts,
        preload=sheet.preload,
        preload_worker=sheet.preload_worker,
        extras=sheet.extras,
        data=sheet.data,
        thresholds=_read_thresholds(TomlTable(sheet.thresholds, "[thresholds]", file), tasks),
    )


def _check_sheet(sheet: SheetTable, slug: str, top: TomlTable) -> None:
    if not re.fullmatch(ID, slug):
        raise top.error("slug", f"expected lower-case letters, digits and _, found {slug!r}")
    top.check_unique(
        notebooks=sheet.notebooks,
        scripts=sheet.scripts,
        preload=sheet.preload,
        preload_worker=sheet.preload_worker,
        extras=sheet.extras,
        data=sheet.data,
    )
    for name in sheet.notebooks:
        if not name.endswith(".ipynb") or "/" in name:
            raise top.error("notebooks", f"expected names such as {slug}.ipynb, found {name!r}")
    for name in sheet.scripts:
        if not name.endswith(".py") or not name.removesuffix(".py").isidentifier():
            raise top.error("scripts", f"expected names such as {slug}.py that can be imported, found {name!r}")


def _read_rules(table: TomlTable, scripts: tuple[str, ...]) -> SubmissionRules:
    rules = table.read(SubmissionTable)
    table.check_unique(upload=rules.upload, notebooks=rules.notebooks, optional=rules.optional)
    table.check_patterns("upload", rules.upload)
    table.check_patterns("notebooks", rules.notebooks)
    table.check_patterns("optional", rules.optional)
    table.check_patterns("first_cell", [rules.first_cell])
    table.check_patterns("first_cell_without", [rules.first_cell_without])
    if rules.example and not any(re.fullmatch(pattern, rules.example) for pattern in rules.upload):
        raise table.error("example", f"expected a name that upload accepts, found {rules.example!r}")
    if rules.max_bytes > rules.max_total_bytes:
        raise table.error("max_bytes", f"expected at most max_total_bytes = {rules.max_total_bytes}")
    fields = msgspec.structs.asdict(rules)
    return SubmissionRules(**fields | {"optional": (*map(re.escape, scripts), *rules.optional)})


def _read_tasks(top: TomlTable, sheet: SheetTable, rules: SubmissionRules) -> tuple[Task, ...]:
    tasks: dict[str, Task] = {}
    for number, values in enumerate(sheet.task, start=1):
        id = values.get("id")
        task = _read_task(TomlTable(values, f'[[task]] "{id}"' if id else f"[[task]] {number}", top.file), sheet, rules)
        if task.id in tasks:
            raise top.error(f'[[task]] "{task.id}"', "expected each id once, found it twice")
        tasks[task.id] = task
    if not tasks:
        raise top.error("task", "expected at least one [[task]], found none")
    return tuple(tasks.values())


def _read_task(table: TomlTable, sheet: SheetTable, rules: SubmissionRules) -> Task:
    fields = msgspec.structs.asdict(table.read(TaskTable))
    task = Task(**fields | {"notebook": fields["notebook"] or sheet.notebooks[0]})
    table.check_unique(needs=task.needs, files=task.files)
    if not re.fullmatch(ID, task.id):
        raise table.error("id", f"expected lower-case letters, digits and _, found {task.id!r}")
    if task.points + task.manual_points == 0:
        raise table.error("points", "expected points or manual_points above 0, found 0 for both")
    if task.notebook not in sheet.notebooks:
        alternatives = list_alternatives(task.notebook, sheet.notebooks)
        raise table.error("notebook", f"unknown notebook; there are {alternatives}")
    if task.script and task.script not in sheet.scripts:
        raise table.error("script", f"unknown script; there are {list_alternatives(task.script, sheet.scripts)}")
    if task.seconds == 0:
        raise table.error("seconds", "expected a number above 0, found 0")
    if task.data and task.data not in sheet.data:
        raise table.error("data", f"expected one of {list(sheet.data)}, found {task.data!r}")
    _check_needs(task, table)
    for name in task.files:
        if not any(re.fullmatch(pattern, name) for pattern in rules.optional):
            raise table.error("files", f"{name!r} matches no pattern of [submission] optional; intake would refuse it")
    return task


def _check_needs(task: Task, table: TomlTable) -> None:
    for name in task.needs:
        if not name.isidentifier():
            raise table.error("needs", f"expected names of functions, found {name!r}")
        if name.startswith("_"):
            raise table.error("needs", f"{name!r} cannot be asked for: names with a leading _ are private; rename it")
        if name in RESERVED_NAMES:
            listed = " and ".join(f"student.{reserved}" for reserved in RESERVED_NAMES)
            raise table.error(
                "needs", f"{name!r} cannot be asked for: {listed} belong to the grader; ask for another name"
            )


def _read_thresholds(table: TomlTable, tasks: tuple[Task, ...]) -> dict[str, dict[str, dict[str, float]]]:
    thresholds: dict[str, dict[str, dict[str, float]]] = {}
    ids = [task.id for task in tasks]
    for id, kinds in table.values.items():
        of_task = TomlTable(kinds, f"[thresholds.{id}]", table.file)
        if id not in ids:
            raise of_task.error("", f"unknown task; there are {list_alternatives(id, ids)}")
        if not isinstance(kinds, dict):
            raise of_task.error("", f"expected a table, found {describe_value(kinds)}")
        for kind in kinds:
            if kind not in DATA_KINDS:
                complaint = f"unknown kind of data; there are {list_alternatives(kind, DATA_KINDS)}"
                raise TomlTable({}, f"[thresholds.{id}.{kind}]", table.file).error("", complaint)
        thresholds[id] = {
            kind: _read_marks(TomlTable(marks, f"[thresholds.{id}.{kind}]", table.file))
            for kind, marks in kinds.items()
        }
    return thresholds


def _read_marks(table: TomlTable) -> dict[str, float]:
    marks = table.read(MarksTable)
    by_name = {"pass": marks.passing, "full": marks.full}
    if not 0 < marks.passing <= marks.full <= 1:
        raise table.error("", f"expected 0 < pass <= full <= 1 (fractions), found {by_name}")
    return by_name
