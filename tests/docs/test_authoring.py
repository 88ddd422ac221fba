"""docs/authoring.md, followed literally from an empty folder."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.helpers.samples import REPOSITORY

PAGE = REPOSITORY / "docs" / "authoring.md"
BLOCK = re.compile(r"^```(sh|python file=(\S+))\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def follow(root: Path) -> str:
    """Save every file and run every command of the page, in its order; what the commands printed."""
    environment = os.environ | {"PYTHONPATH": str(REPOSITORY), "PATH": f"{_commands(root)}:{os.environ['PATH']}"}
    environment.pop("AUTOGRADER_HOME", None)
    printed = ""
    for kind, name, text in BLOCK.findall(PAGE.read_text(encoding="utf-8")):
        if kind == "sh":
            script = text.replace("--details", "--details --allow-weak-isolation")  # a machine without namespaces
            command = ["bash", "-euo", "pipefail", "-c", script]
            done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, timeout=600)
            assert done.returncode == 0, text + done.stdout + done.stderr
            printed += done.stdout
        else:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, encoding="utf-8")
    return printed


def _commands(root: Path) -> Path:
    """A folder with `autograder` and `python` as they are where the package is installed."""
    folder = root.parent / "bin"
    folder.mkdir()
    for name, start in {"autograder": "-m autograder", "python": ""}.items():
        path = folder / name
        path.write_text(f'#!/bin/sh\nexec "{sys.executable}" {start} "$@"\n')
        path.chmod(0o755)
    return folder


@pytest.mark.slow
@pytest.mark.thorough
def test_a_sixth_assignment_by_the_page(tmp_path):
    """Both audits are sound, every mutant is caught, both zips are made, and the model answer gets all seven points."""
    pytest.importorskip("nbgrader")
    root = tmp_path / "course"
    root.mkdir()
    printed = " ".join(follow(root).split())
    assert printed.count("the audit is sound") == 2
    assert "100.0 % of the mutants caught" in printed
    assert "3 repetitions, 0 changed verdicts" in printed
    assert {path.name for path in (root / "dist").iterdir()} == {"fourier-student.zip", "fourier-gradescope.zip"}
    assert re.search(r"\b7 of 7 points", printed)


def test_what_the_page_points_to_exists():
    """Every path of this course that it names is there."""
    named = set(
        re.findall(r"`((?:assignments|autograder|tests)/[\w/]+(?:\.\w+)?/?)`", PAGE.read_text(encoding="utf-8"))
    )
    own = {path for path in named if "fourier" not in path}
    assert len(own) > 8
    assert [path for path in own if not (REPOSITORY / path).exists()] == []
