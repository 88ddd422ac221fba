"""Runs the commands of a course in processes of their own and reads the points they leave."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.helpers.samples import REPOSITORY


def run(root: Path, *arguments: str) -> str:
    """``python -m`` a command in ``root``; returns its output, fails with it."""
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "OMP_NUM_THREADS": "1", "AUTOGRADER_SECRET": "test"}
    environment["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{environment['PATH']}"  # nbgrader calls `alembic`
    environment.pop("AUTOGRADER_HOME", None)
    command = [sys.executable, "-m", *arguments]
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


def nbgrader(root: Path, *arguments: str) -> str:
    return run(root, "nbgrader", *arguments)


def graded(root: Path, slug: str, uploads: list[Path]) -> dict[str, dict[str, float]]:
    """``{upload: {task: points}}`` of ``autograder grade``."""
    run(root, "autograder", "grade", slug, *map(str, uploads), "--jobs", "1", "--allow-weak-isolation")
    reports = [json.loads(path.read_text(encoding="utf-8")) for path in (root / "results" / slug).glob("*.json")]
    return {report["submission"]: {v["task"]: v["score"] for v in report["verdicts"]} for report in reports}


def scores(root: Path, slug: str) -> dict[str, dict[str, float | None]]:
    """``{student: {grade_id: automatic score}}`` from nbgrader's own gradebook."""
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{root}/gradebook.db") as book:
        return {
            submission.student.id: {g.name: g.auto_score for n in submission.notebooks for g in n.grades}
            for submission in book.assignment_submissions(slug)
        }
