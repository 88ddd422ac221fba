"""What a student sees in the released folder: pytest, and `autograder check`."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of

pytestmark = [pytest.mark.slow, pytest.mark.framework]

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(params=slugs_of((), ROOT))
def folder(request, tmp_path):
    """A copy of the released folder, under another name, away from the course."""
    copy = tmp_path / "my homework"
    shutil.copytree(ROOT / "release" / request.param, copy)
    return copy


def run(folder: Path, *command: str) -> subprocess.CompletedProcess:
    environment = {k: v for k, v in os.environ.items() if not k.startswith(("PYTEST", "AUTOGRADER_HOME", "PYTHONPATH"))}
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


def test_the_blank_notebook_is_not_attempted_everywhere(folder):
    """Every task says "not attempted"; nothing fails and no traceback is shown."""
    done = run(folder, "pytest")
    assignment = load(folder / "assignment.toml")
    assert done.returncode == 0, done.stdout
    for task in assignment.tested:
        assert any(line.split()[1:] == [task.id, "not", "attempted"] for line in done.stdout.splitlines()), task.id
    assert "Traceback" not in done.stdout
    assert "NotImplementedError" not in done.stdout
    assert "failed" not in done.stdout


@pytest.mark.parametrize("folder", ["initialization", "spirals", "autoencoders"], indirect=True)
def test_right_answers_pass_all_public_tests(folder):
    """With the model answers in the notebook nothing fails and nothing is left out.

    One notebook, two, and scripts; the audit holds the right answers of every assignment to its public tests.
    """
    assignment = load(folder / "assignment.toml")
    for name in (*assignment.notebooks, *assignment.scripts):
        shutil.copy2(ROOT / "assignments" / assignment.slug / name, folder / name)
    done = run(folder, "pytest")
    assert done.returncode == 0, done.stdout
    assert "skipped" not in done.stdout
    for task in assignment.tested:
        assert any(line.split()[1:] == [task.id, "ok"] for line in done.stdout.splitlines()), task.id


@pytest.mark.parametrize("folder", ["initialization", "spirals"], indirect=True)
def test_two_notebooks_are_asked_about(folder):
    """With a notebook too many in the folder pytest says so and how to choose; several of its own are no question."""
    names = load(folder / "assignment.toml").notebooks
    name = names[0]
    if len(names) > 1:
        (folder / name).unlink()
        done = run(folder, "pytest")
        assert done.returncode != 0
        assert f"{name} not found" in done.stdout + done.stderr
        return
    shutil.copy2(folder / name, folder / "copy.ipynb")
    done = run(folder, "pytest")
    assert done.returncode != 0
    assert "--notebook" in done.stdout + done.stderr
    one_task = sorted((folder / "tests").glob("test_*.py"))[0]
    assert run(folder, "pytest", "--notebook", name, str(one_task)).returncode == 0


def test_check_says_what_is_missing(folder):
    """On the blank hand-out the form is not yet right, each thing has its line, and the exit code says so."""
    done = run(folder, "autograder", "check")
    assert done.returncode == 1
    assert "NO " in done.stdout
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("words", "missing"), [(["release", "initialization", "--check"], "nbgrader"), (["audit", "spirals"], "filelock")]
)
def test_a_command_of_the_instructor_says_what_to_install_for_it(words, missing):
    """Without the extra [instructor] there is one sentence and exit code 2, no traceback."""
    code = f"import sys; sys.modules[{missing!r}] = None; from autograder.cli.main import main; main({words!r})"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2, done.stdout + done.stderr
    assert f"needs {missing}" in done.stderr and "deep-learning-autograder[instructor]" in done.stderr
    assert "Traceback" not in done.stderr
