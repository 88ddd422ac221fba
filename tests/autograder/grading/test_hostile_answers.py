"""Every hostile sample attacks the functions that each assignment asks for, and earns nothing by it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from autograder.audit.build_submission import write_submission
from autograder.course.assignment_file import load
from autograder.course.tree import slugs_of
from tests.helpers.samples import REPOSITORY
from tests.tools import hostile
from tests.tools.quick_tasks import quick_tasks

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0, reason="grading behind the boundary needs root"
    ),
]
HONEST = "honest"


QUICKEST = "initialization"
"""The assignment whose class `make test` grades; CI grades all."""


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(slug, marks=() if slug == QUICKEST else pytest.mark.thorough) for slug in slugs_of((), REPOSITORY)
    ],
)
def slug(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def verdicts(slug: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, dict[str, Any]]]:
    """Submission → task → verdict, of a class with the model answer and each attack on it, graded by the command."""
    assignment = load(slug, REPOSITORY)
    tasks = quick_tasks(assignment)
    base = tmp_path_factory.mktemp(slug)
    model = REPOSITORY / "assignments" / slug
    write_submission(model, assignment, (), base / "class" / HONEST)
    for attack in hostile.ATTACKS:
        write_submission(model, assignment, hostile.answers(attack, assignment, tasks), base / "class" / attack)
    only = [word for task in tasks for word in ("--task", task.id)]
    command = [sys.executable, "-m", "autograder", "grade", slug, str(base / "class"), "--out", str(base / "out")]
    done = subprocess.run([*command, *only], cwd=REPOSITORY, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return {name: read_verdicts(base / "out" / f"{name}.json") for name in (HONEST, *hostile.ATTACKS)}


def read_verdicts(report: Path) -> dict[str, dict[str, Any]]:
    return {verdict["task"]: verdict for verdict in json.loads(report.read_text())["verdicts"]}


def test_an_honest_answer_beside_them_earns_everything(slug, verdicts):
    """The attacks do not reach another submission."""
    assert {task: verdict["score"] for task, verdict in verdicts[HONEST].items()} == {
        task.id: task.points for task in quick_tasks(load(slug, REPOSITORY))
    }


@pytest.mark.parametrize("attack", hostile.ATTACKS)
def test_an_attack_costs_the_attacked_tasks_and_no_others(slug, verdicts, attack):
    """An attacked task earns no full marks and says why; a task that is left alone earns them."""
    tasks = quick_tasks(load(slug, REPOSITORY))
    attacked = {task.id for task in hostile.attacked_tasks(attack, tasks)}
    assert attacked
    assert {id for id, verdict in verdicts[attack].items() if verdict["score"] < verdict["max_score"]} == attacked
    assert all(verdicts[attack][id]["message"] for id in attacked)


def test_neither_hidden_tests_nor_references_can_be_read(verdicts):
    """The attack shows the beginning of what it has found; there is nothing to show."""
    messages = [verdict["message"] for verdict in verdicts["reads_hidden_tests"].values()]
    assert all("No module named 'solutions'" in message for message in messages)
    assert not any("stolen" in message for message in messages)
