"""``autograder audit``: grades answers whose points are known and shows where the tests are wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from rich.markup import escape
from rich.table import Table

from autograder.audit import model_answer
from autograder.audit.cases import tasks_of_trained_files
from autograder.audit.matrix import Matrix, Row
from autograder.audit.page import render_page
from autograder.audit.run import run_audit
from autograder.cli.progress import show_progress
from autograder.course.assignment_file import load
from autograder.course.tree import find_root, slugs_of
from autograder.grading.options import Options
from autograder.records import Assignment
from autograder.report import terminal


def run(
    slugs: Iterable[str],
    *,
    repeat: int,
    mutants: bool,
    tasks: tuple[str, ...],
    jobs: int | None,
    root: Path | None,
    write: bool = False,
    quick: bool = False,
) -> int:
    """Audit the assignments; 1 when the tests of one have to be fixed."""
    root = find_root(root)
    chosen = slugs_of(slugs, root)
    if len(chosen) > 1:
        if not quick:
            model_answer.prepare_all([load(slug, root) for slug in chosen], root)
        return _audit_one_by_one(
            chosen, root, repeat=repeat, mutants=mutants, task=tasks, jobs=jobs, write=write, quick=quick
        )
    assignment = load(chosen[0], root)
    only = frozenset(assignment.task(task).id for task in tasks) or None
    left_out = tasks_of_trained_files(assignment) if quick else []
    with show_progress("auditing", None) as advance:
        matrix = run_audit(
            assignment,
            Options(root, jobs or os.cpu_count() or 1),
            repeat=repeat,
            mutants=mutants,
            tasks=only,
            quick=quick,
            progress=lambda job, _: advance(job.id),
        )
    show(matrix, assignment, repeat)
    if left_out:
        terminal.make_console().print(
            f"Left out by --quick, which trains no network: {', '.join(left_out)}. "
            f"`autograder audit {assignment.slug}` grades them too."
        )
    if write:
        pages = root / "docs" / "audit"
        pages.mkdir(parents=True, exist_ok=True)
        (pages / f"{assignment.slug}.md").write_text(render_page(matrix, assignment), encoding="utf-8")
    return int(not matrix.sound)


def _audit_one_by_one(slugs: Iterable[str], root: Path, **options: Any) -> int:
    """Audit each assignment in a process of its own.

    Workers share the memory of the process that they are forked from: hidden tests of another assignment must not be
    in it.
    """
    words = ["--root", str(root)]
    for name, values in options.items():
        for value in values if isinstance(values, tuple) else (values,):
            if value:
                words += [f"--{name}"] if value is True else [f"--{name}", str(value)]
    exit_codes = [
        subprocess.run([sys.executable, "-m", "autograder", "audit", slug, *words], check=False).returncode
        for slug in slugs
    ]
    return max(exit_codes, default=0)


def show(matrix: Matrix, assignment: Assignment, repeat: int) -> None:
    """Print one row for each case, then a list of what has to be fixed."""
    table = Table(title=f"{assignment.title}: audit", title_justify="left", pad_edge=False)
    for name in ("", "answer", "task", "points", "caught by", "what is wrong with the tests"):
        table.add_column(name, overflow="fold")
    for row in matrix.rows:
        if row.case.kind != "mutant" or row in matrix.unexplained:
            table.add_row(*_format_row(row))
    console = terminal.make_console()
    console.print(table)
    for test in matrix.idle:
        console.print(f"[red]catches no chaff:[/red] {escape(test)}")
    for name in matrix.unstable:
        console.print(f"[red]verdict changes between repetitions:[/red] {escape(name)}")
    for row in matrix.rows:
        if row.case.kind == "mutant" and row.faults and row not in matrix.unexplained:
            reason = matrix.equivalent.reasons[row.case.mutant]
            console.print(f"not caught, and no mistake: {escape(row.case.mutant)}: {escape(reason)}")
    if matrix.mutants[1]:
        for change in matrix.equivalent.free:
            console.print(f"not mutated: {escape(change.function)}: {escape(change.change)}: {escape(change.why)}")
    console.print(_summarize(matrix, repeat))


def _format_row(row: Row) -> tuple[str, ...]:
    report = row.reports[0]
    points = f"{report.score:g}/{report.max_score:g}"
    faults = f"[red]{escape('; '.join(row.faults))}[/red]" if row.faults else "[green]ok[/green]"
    caught = "\n".join(dict.fromkeys(name.split("[")[0].removeprefix("test_") for name in row.caught_by))
    if row.case.variant is None:
        return row.case.kind, row.case.name, "all", points, caught if row.case.kind == "model" else "", faults
    return row.case.kind, row.case.name, row.case.variant.task, points, escape(caught), faults


def _summarize(matrix: Matrix, repeat: int) -> str:
    total = Counter(row.case.kind for row in matrix.rows)
    fine = Counter(row.case.kind for row in matrix.rows if not row.faults)
    parts = [f"{kind}: {fine[kind]} of {total[kind]} as expected" for kind in total]
    if repeat > 1:
        parts.append(f"{repeat} repetitions, {len(matrix.unstable)} changed verdicts")
    caught, mutants = matrix.mutants
    if mutants:
        parts.append(f"{100 * caught / mutants:.1f} % of the mutants caught, {len(matrix.unexplained)} unexplained")
    verdict = "[bold green]sound[/bold green]" if matrix.sound else "[bold red]NOT sound[/bold red]"
    return "; ".join(parts) + f"; the audit is {verdict}."
