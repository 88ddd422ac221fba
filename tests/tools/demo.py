"""``make demo``: the whole way on a sample class, from the source notebook to a table of points.

python -m tests.tools.demo [slug …]         # answers only: the tasks that need no trained network, half a minute
python -m tests.tools.demo --all [slug …]   # every task, with the trained files that the model answers' notebooks write
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from autograder.audit import model_answer
from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of
from autograder.records import Assignment
from tests.tools import hostile, sample_class
from tests.tools.quick_tasks import quick_tasks

ROOT = Path(__file__).resolve().parents[2]
GRADER = Path(__file__).with_name("grade_side_by_side.py")
ATTACKED_TASKS = 2
"""So many tasks a hostile student attacks: an attack that ends the worker costs a new one at every call."""


def main(arguments: list[str]) -> int:
    """Render, hand in, grade; the exit code is the grader's."""
    slugs = slugs_of([word for word in arguments if word != "--all"], ROOT)
    started = time.perf_counter()
    code = trained(slugs) if "--all" in arguments else quick(slugs)
    say(f"done in {time.perf_counter() - started:.0f} s")
    return code


def quick(slugs: Sequence[str]) -> int:
    """Grade what needs no trained network, the assignments side by side.

    The grader starts at once, for it imports the frameworks, and waits on its standard input for the classes.
    """
    command = [sys.executable, "-c", GRADER.read_text(encoding="utf-8"), *slugs]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, text=True) as grader:
        say("rendering the students' versions")
        run("release", *slugs)
        assignments = [load(slug, ROOT) for slug in slugs]
        for number, assignment in enumerate(assignments):
            say_tasks(assignment)
            make_small_class(assignment, hostile.ATTACKS[number :: len(assignments)])
        say("grading the classes; some of the submissions are hostile")
        grader.communicate(json.dumps({a.slug: [task.id for task in quick_tasks(a)] for a in assignments}))
    return grader.returncode


def make_small_class(assignment: Assignment, attacks: Sequence[str]) -> None:
    """Right, blank, flawed, damaged and hostile uploads. All classes together show every attack."""
    damaged = ("truncated", "zip with dots")
    choice = sample_class.Choice(quick_tasks(assignment), 2, attacks, ATTACKED_TASKS, damaged)
    sample_class.make(assignment, ROOT, ROOT / "assignments" / assignment.slug, class_folder(assignment), choice)


def trained(slugs: Sequence[str]) -> int:
    """Grade every task, one assignment after another, with the model answers' trained networks."""
    worst = 0
    say("every task, with trained networks: 15 to 40 minutes the first time, which runs the model answers' notebooks")
    for slug in slugs:
        say(f"{slug}: rendering the students' version")
        run("release", slug)
        say(f"{slug}: a sample class, with what the model answer's notebook writes")
        assignment = load(slug, ROOT)
        choice = sample_class.Choice(assignment.tested, 4)
        model = model_answer.prepare(assignment, ROOT)
        uploads = sample_class.make(assignment, ROOT, model, class_folder(assignment), choice)
        say(f"{slug}: grading {len(uploads)} submissions; some of them are hostile")
        out = ROOT / "results" / slug
        worst = max(worst, run("grade", slug, str(class_folder(assignment)), "--out", str(out), check=False))
    return worst


def class_folder(assignment: Assignment) -> Path:
    """Where the uploads of the sample class are."""
    return ROOT / "build" / assignment.slug / "class"


def say_tasks(assignment: Assignment) -> None:
    """Which tasks are graded, and how the others can be."""
    chosen = quick_tasks(assignment)
    print(f"{assignment.slug}: {len(chosen)} of the {len(assignment.tested)} tasks with tests:", end=" ")
    print(", ".join(task.number for task in chosen), end=". ")
    print("The others need trained networks: `make demo-all`.", flush=True)


def say(text: str) -> None:
    print(f"\n== {text}", flush=True)


def run(*arguments: str, check: bool = True) -> int:
    """One command of the package, as a user types it."""
    return subprocess.run([sys.executable, "-m", "autograder", *arguments], cwd=ROOT, check=check).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
