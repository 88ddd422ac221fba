"""``make demo``: the whole way on a sample class, from the source notebook to a table of points.

python -m tests.demo [slug …]
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of
from tests import sample_class

ROOT = Path(__file__).resolve().parents[1]


def main(slugs: list[str]) -> int:
    """Render, hand in, grade; the exit code is the grader's."""
    worst = 0
    for slug in slugs_of(slugs, ROOT):
        say(f"{slug}: rendering the students' version")
        run("release", slug)
        say(f"{slug}: a sample class (the first time this runs the model answer's notebook, which trains its networks)")
        into = ROOT / "build" / slug / "class"
        assignment = load(slug, ROOT)
        sample_class.make(assignment, ROOT, into)
        say(f"{slug}: grading {sum(1 for _ in into.iterdir())} submissions; some of them are hostile")
        worst = max(worst, run("grade", slug, str(into), "--out", str(ROOT / "results" / slug), check=False))
    return worst


def say(text: str) -> None:
    print(f"\n== {text}", flush=True)


def run(*arguments: str, check: bool = True) -> int:
    """One command of the package, as a user types it."""
    return subprocess.run([sys.executable, "-m", "autograder", *arguments], cwd=ROOT, check=check).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
