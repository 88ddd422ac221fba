"""The rehearsal: the zip of `initialization` builds its image and grades in it, with Gradescope's paths and rights.

Everything is what Gradescope would run: the zip's own setup.sh and run_autograder, as root with a container's
capabilities. Only the download of the frameworks is taken from this machine (see ``rehearsal``). The answers train
nothing but the small perceptron; the tasks of the convolutional network are left out.
"""

from __future__ import annotations

import copy
import json
import shutil
from typing import Any

import pytest

from autograder.audit.build_submission import executed_cell, mark_as_run
from autograder.course.assignment_file import load
from autograder.gradescope import build
from tests.helpers import rehearsal
from tests.helpers.later import import_later, needs
from tests.helpers.samples import REPOSITORY

jsonschema = import_later("jsonschema")
pytestmark = [pytest.mark.slow, pytest.mark.framework, needs("jsonschema", "torchvision")]

SLUG = "initialization"
NAME = "ee046211_hw2_123456789_987654321.ipynb"
LEFT_OUT = "svhn_"
SHEET = load(SLUG, REPOSITORY)
POINTS = {f"{task.title} ({task.id})": task.points for task in SHEET.tasks}

BAD = """
import numpy as np
right_step = backprop_step
def backprop_step(x, t, w, b, learning_rate):
    found = right_step(x, t, w, b, learning_rate)
    return found | {"dw": -found["dw"]}

def xavier_init(fan_in, fan_out):
    while True:
        pass

def vgg11_table():
    quit()

def double_descent_answers():
    open("/autograder/results/results.json", "w").write('{"score": 100}')

def init_std(phi, fan_in):
    import os
    seen = []
    for folder, _, files in os.walk("/autograder"):
        for name in files:
            try:
                open(os.path.join(folder, name)).close()
                seen.append(os.path.join(folder, name))
            except OSError:
                pass
    seen = [path for path in seen if not path.startswith(("/autograder/venv/", "/autograder/cache/"))]
    raise RuntimeError(f"read {len(seen)} files {seen[:3]}")
"""
"""A wrong sign, an endless loop, an end of the process, a forged result, and a search for the hidden tests."""


@pytest.fixture(scope="module")
def image(tmp_path_factory: pytest.TempPathFactory) -> rehearsal.Image:
    """The image after setup.sh; its output is in ``/autograder/setup.log``."""
    if why := rehearsal.why_not():
        pytest.skip(why)
    course = tmp_path_factory.mktemp("course")
    ignore = shutil.ignore_patterns("__pycache__")
    for name in (f"assignments/{SLUG}", f"tests/{SLUG}", "solutions", "autograder"):
        shutil.copytree(REPOSITORY / name, course / name, ignore=ignore)
    for name in ("pyproject.toml", "README.md", "constraints.txt", "tests/__init__.py"):
        shutil.copy(REPOSITORY / name, course / name)
    made = rehearsal.Image(tmp_path_factory.mktemp("image") / "root")
    made.unpack(build.make_zip(SLUG, course))
    made.install_frameworks()
    done = made.run("bash", "/autograder/source/setup.sh", PIP_NO_INDEX="1", AUTOGRADER_TORCH_INDEX="")
    assert done.returncode == 0, done.stdout
    (made.autograder / "setup.log").write_text(done.stdout)
    return made


@pytest.fixture(scope="module")
def right() -> dict[str, Any]:
    """The model answer as a student saves it after a run, without the tasks that train for long, without weights."""
    path = REPOSITORY / "assignments" / SLUG / SHEET.notebooks[0]
    notebook: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    notebook["cells"] = [cell for cell in notebook["cells"] if not _grade_id(cell).startswith(LEFT_OUT)]
    mark_as_run(notebook)
    return notebook


def _grade_id(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def with_cell(notebook: dict[str, Any], source: str) -> bytes:
    changed = copy.deepcopy(notebook)
    changed["cells"].append(executed_cell(source, "overlay"))
    return json.dumps(changed).encode()


def grade(image: rehearsal.Image, upload: bytes) -> tuple[dict[str, Any], dict[str, dict[str, Any]], str]:
    """(results.json, its tests by name, what the instructor reads) of the zip's own run_autograder."""
    image.submit(upload, NAME)
    done = image.run("/autograder/run_autograder")
    assert done.returncode == 0, done.stdout
    path = image.autograder / "results/results.json"
    assert path.stat().st_uid == 0
    found = json.loads(path.read_text(encoding="utf-8"))
    schema = json.loads((REPOSITORY / "autograder/gradescope/results.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(schema).validate(found)
    return found, {test["name"]: test for test in found["tests"]}, done.stdout


def lost(tests: dict[str, dict[str, Any]]) -> set[str]:
    """Ids of the tasks with less than full points, without those left out."""
    names = {name for name, test in tests.items() if test["score"] < test["max_score"]}
    return {name.split("(")[-1].rstrip(")") for name in names} - {
        t.id for t in SHEET.tasks if t.id.startswith(LEFT_OUT)
    }


def test_setup_installs_the_wheel_and_makes_the_data(image: rehearsal.Image) -> None:
    """pip installed our wheel into the image, the stand-ins are there, and the doctor found nothing missing."""
    log = (image.autograder / "setup.log").read_text()
    assert "Successfully installed deep-learning-autograder" in log
    assert "fashion_mnist: stand-in" in log
    assert "\nmissing" not in log
    (installed,) = (image.autograder / "venv").glob("lib/*/site-packages/autograder/gradescope/run.py")
    assert installed.is_file()


def test_setup_closes_the_hidden_files(image: rehearsal.Image) -> None:
    """Whatever modes unpacking gave: no user but root can enter or read anything of the zip."""
    source = image.autograder / "source"
    assert [path for path in (source, *source.rglob("*")) if path.stat().st_mode & 0o077] == []


def test_setup_can_run_again(image: rehearsal.Image) -> None:
    """A second run finds everything in place and changes nothing (as when Gradescope rebuilds on a cached image)."""
    done = image.run("bash", "/autograder/source/setup.sh", PIP_NO_INDEX="1", AUTOGRADER_TORCH_INDEX="")
    assert done.returncode == 0, done.stdout
    assert "Successfully installed" not in done.stdout


def test_right_answer(image: rehearsal.Image, right: dict[str, Any]) -> None:
    """The model answer gets full points in every task that it answers; isolation is a container's, and holds."""
    found, tests, log = grade(image, json.dumps(right).encode())
    assert lost(tests) == set()
    answered = sum(task.points for task in SHEET.tasks if not task.id.startswith(LEFT_OUT))
    assert found["score"] == answered
    assert {name: test["max_score"] for name, test in tests.items()} == POINTS
    isolation = found["extra_data"]["isolation"]
    assert isolation["level"] in (1, 2)
    assert set(isolation["selftest"].values()) == {"refused"}
    assert {"read_hidden_file", "write_results_file"} <= isolation["selftest"].keys()
    assert f"isolation level {isolation['level']}" in log


def test_flawed_and_hostile_answers(image: rehearsal.Image, right: dict[str, Any]) -> None:
    """A wrong sign is named; an endless loop, quit(), writing results and reading tests cost their own tasks only."""
    found, tests, _ = grade(image, with_cell(right, BAD))
    assert lost(tests) == {"backprop_by_hand", "xavier", "vgg11_table", "double_descent", "init_variance"}
    assert found["score"] < 100
    outputs = {name.split("(")[-1].rstrip(")"): test["output"] for name, test in tests.items()}
    assert "sign" in outputs["backprop_by_hand"]
    assert "that this task allows" in outputs["xavier"]
    assert "read 0 files" in outputs["init_variance"]


def test_truncated_notebook(image: rehearsal.Image, right: dict[str, Any]) -> None:
    """Half an upload gets zero points, with the reason, in valid results."""
    whole = json.dumps(right).encode()
    found, tests, _ = grade(image, whole[: len(whole) // 2])
    assert found["score"] == 0
    assert len(tests) == len(SHEET.tasks)
    assert NAME in found["output"]
