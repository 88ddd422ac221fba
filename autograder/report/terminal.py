"""Reports as tables for a terminal."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from types import MappingProxyType

from rich.console import Console, Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from autograder.records import Assignment, Person, Report, Verdict

_STYLE = {"passed": "green", "partial": "yellow", "failed": "red", "ungraded": "bold magenta"}


def render_submission(report: Report, assignment: Assignment) -> RenderableType:
    """One row per task, with the sentence that the student reads where points were lost."""
    table = Table(title=f"{assignment.title} · {report.submission}", title_justify="left", pad_edge=False)
    for name in ("", "task", "points", "what is wrong"):
        table.add_column(name, justify="right" if name == "points" else "left", overflow="fold")
    for verdict in report.verdicts:
        task = assignment.task(verdict.task)
        style = _STYLE[verdict.status]
        points = Text(f"{verdict.score:g} / {verdict.max_score:g}", style=style)
        table.add_row(task.number, task.id, points, escape(_describe(verdict)))
    parts: list[RenderableType] = [table]
    parts += [Text(f"! {finding.message}", style="yellow") for finding in report.findings]
    parts += [Text(f"! {problem}", style="yellow") for problem in report.problems]
    parts.append(Text.from_markup(_total(report)))
    return Group(*parts)


def render_class(
    reports: Sequence[Report], assignment: Assignment, people: Mapping[str, Sequence[Person]] = MappingProxyType({})
) -> RenderableType:
    """One row per submission, with its points and why it lost some; ``people``: ID of a submission → its students."""
    table = Table(title=assignment.title, title_justify="left", pad_edge=False)
    table.add_column("submission", overflow="fold", min_width=20)
    table.add_column("points", justify="right", no_wrap=True)
    table.add_column("s", justify="right", no_wrap=True)
    table.add_column("MB", justify="right", no_wrap=True)
    table.add_column("lost points", overflow="fold")
    for report in reports:
        style = "green" if report.score == report.max_score else ""
        points = Text(f"{report.score:g} / {report.max_score:g}", style=style)
        table.add_row(
            escape(_name(report, people.get(report.submission, ()))),
            *(points, f"{report.seconds:.1f}", f"{report.memory_mb:.0f}", _losses(report)),
        )
    return Group(table, Text(render_footer(reports)))


def render_notes(notes: Sequence[str]) -> RenderableType:
    """What was left out of a class, one line for each sentence."""
    return Group(*(Text(f"! {note}", style="yellow") for note in notes))


def render_footer(reports: Sequence[Report]) -> str:
    """Under which isolation and on which data the reports were made, and how many tasks could not be graded."""
    if not reports:
        return "nothing was graded"
    report = reports[-1]
    kinds = ", ".join(f"{name}: {kind}" for name, kind in report.data.items())
    open_tasks = sum(verdict.status == "ungraded" for r in reports for verdict in r.verdicts)
    lines = [f"isolation level {report.isolation.get('level', '?')}; data: {kinds or 'none'}"]
    lines += [str(warning) for warning in report.isolation.get("warnings", ())]
    if open_tasks:
        lines.append(f"{open_tasks} tasks are UNGRADED because of an error in the grader; the reports say why.")
    return "\n".join(lines)


def make_console() -> Console:
    """Standard output, wide enough to read when it is not a terminal."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=150)


def _name(report: Report, people: Sequence[Person]) -> str:
    """The submission's ID, and the names of its students where the ID does not say them."""
    names = [person.name for person in people if person.name and person.name not in report.submission]
    return "\n".join([report.submission, *names])


def _describe(verdict: Verdict) -> str:
    if verdict.status == "ungraded":
        return f"UNGRADED: {verdict.reason[-600:]}"
    return verdict.message


def _losses(report: Report) -> RenderableType:
    """Why points were lost, tasks with the same reason in one line; then the cells that could not be read."""
    groups: dict[Hashable, list[Verdict]] = {}
    for verdict in report.verdicts:
        if verdict.status != "passed":
            groups.setdefault(_reason(verdict), []).append(verdict)
    lines = []
    for verdicts in groups.values():
        everything = len(verdicts) == len(report.verdicts) > 1
        tasks = "everything" if everything else ", ".join(verdict.task for verdict in verdicts)
        lines.append(f"[bold]{escape(tasks)}[/bold]: {escape(_short(_describe(verdicts[0])))}")
    return Text.from_markup("\n".join([*lines, *(escape(_short(problem)) for problem in report.problems)]))


def _reason(verdict: Verdict) -> Hashable:
    """Equal for two tasks that lost points for the same reason: the codes, or the sentence if there are none."""
    codes = frozenset((d.quantity, d.code) for check in verdict.checks for d in check.discrepancies)
    return codes or _describe(verdict)


def _short(message: str, length: int = 220) -> str:
    return message if len(message) <= length else message[: length - 1] + "…"


def _total(report: Report) -> str:
    manual = f"; {report.manual_points:g} more are given by hand" if report.manual_points else ""
    return f"[bold]{report.score:g} of {report.max_score:g} points[/bold]{manual}. {escape(render_footer([report]))}"
