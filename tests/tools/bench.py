"""``make bench``: what grading costs, as ratios from one run.

cold  one submission by ``autograder grade``, against a bare process that imports the same frameworks and calls the
      same functions once
warm  one submission more in a class, in wall time of the whole class and against the same bare process

Both grade the quick tasks only, whose tests neither train a network nor read a trained one; the last row shows the
whole class with all tasks for comparison.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from pathlib import Path

from rich.table import Table

from autograder.audit import model_answer
from autograder.audit.build_submission import write_submission
from autograder.audit.variants import Variant
from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of
from autograder.records import Assignment
from autograder.report import terminal
from tests.tools.quick_tasks import quick_tasks

ROOT = Path(__file__).resolve().parents[2]
CLASS = 12
REPEAT = 5
BARE = """
import importlib, os, sys
for name in {preload!r}:
    importlib.import_module(name)
from pathlib import Path
sys.path.insert(0, {root!r})
os.chdir({folder!r})
from tests.{package}.typical_calls import call_everything
from autograder.course.notebook_cells import read_cells
from autograder.worker.program import Program
call_everything({{name: Program.load(read_cells(Path(name))).get for name in {notebooks!r}}})
"""


def main(slugs: list[str]) -> None:
    """Measure and print one table for each assignment."""
    for slug in slugs_of(slugs, ROOT):
        assignment = load(slug, ROOT)
        model = model_answer.prepare(assignment, ROOT)
        work = ROOT / "build" / slug / "bench"
        folders = [
            write_submission(model, assignment, [student], work / "class" / student.name)
            for student in (Variant(f"student {n}", "", "the model answer", f"STUDENT = {n}") for n in range(CLASS))
        ]
        only = [word for task in quick_tasks(assignment) for word in ("--task", task.id)]
        bare = repeated([sys.executable, "-c", bare_program(assignment, model)])
        cold = repeated(grade(slug, [folders[0]], work, only))
        whole = timed(grade(slug, [work / "class"], work, only))
        everything = timed(grade(slug, [work / "class"], work, []))
        show(assignment, bare, cold, whole, everything)


def grade(slug: str, uploads: list[Path], work: Path, only: list[str]) -> list[str]:
    """The command that a user types, without the journal."""
    paths = [str(path) for path in uploads]
    out = ["--out", str(work / "reports"), "--root", str(ROOT), "--fresh"]
    return [sys.executable, "-m", "autograder", "grade", slug, *paths, *out, *only]


def bare_program(assignment: Assignment, model: Path) -> str:
    """A program that imports the frameworks and calls each function of the answer once, without any grading."""
    return BARE.format(
        preload=assignment.preload + assignment.preload_worker,
        root=str(ROOT),
        folder=str(model),
        package=assignment.slug,
        notebooks=assignment.notebooks,
    )


def timed(command: list[str]) -> float:
    """Wall seconds of a command that must succeed."""
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - started


def repeated(command: list[str]) -> list[float]:
    """REPEAT measurements after one that fills the caches of the disk."""
    timed(command)
    return [timed(command) for _ in range(REPEAT)]


def show(assignment: Assignment, bare: list[float], cold: list[float], whole: float, everything: float) -> None:
    """Medians with their spread, and the ratios."""
    base = statistics.median(bare)
    table = Table(title=f"{assignment.title}: cost of grading", title_justify="left")
    for name in ("what", "seconds", "spread", "× bare process"):
        table.add_column(name, justify="left" if name == "what" else "right")
    for name, values in (("bare process", bare), ("one submission, cold", cold)):
        middle = statistics.median(values)
        table.add_row(name, f"{middle:.2f}", f"{min(values):.2f} … {max(values):.2f}", f"{middle / base:.2f}")
    start = statistics.median(cold)
    for name, total in (("definitions only", whole), ("with trained weights", everything)):
        table.add_row(f"class of {CLASS}, {name}", f"{total:.2f}", "", f"{total / base:.2f}")
        table.add_row("   for each submission", f"{total / CLASS:.2f}", "", f"{total / CLASS / base:.2f}")
    more = (whole - start) / (CLASS - 1)
    table.add_row("   one submission more (definitions)", f"{more:.2f}", "", f"{more / base:.2f}")
    terminal.make_console().print(table)


if __name__ == "__main__":
    main(sys.argv[1:])
