"""Grading as Gradescope runs it: results.json in every case, the data for the workers, the note about partners."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from autograder import gradescope
from autograder.gradescope import run
from autograder.gradescope.container import Container
from autograder.gradescope.metadata import find_missing_partner
from autograder.gradescope.prepare import prepare_data
from autograder.records import SubmissionRules
from tests.helpers import packed
from tests.helpers.packed import validate
from tests.helpers.samples import REPOSITORY, notebook, source_cells
from tests.helpers.sandbox import needs_level

WRONG_SPREAD = "def spread(values):\n    return float(values.std(ddof=1))"

course, members = packed.course, packed.members  # fixtures


@pytest.fixture
def image(course: Path, members: dict[str, zipfile.ZipInfo], tmp_path: Path) -> Path:
    """/autograder with the sample's zip unpacked, without the virtual environment."""
    for name in ("submission", "results"):
        (tmp_path / "autograder" / name).mkdir(parents=True)
    with zipfile.ZipFile(course / "dist/sample-gradescope.zip") as archive:
        archive.extractall(tmp_path / "autograder/source")
    return tmp_path / "autograder"


def graded(image: Path, answer: str = "", damage: Callable[[bytes], bytes] = bytes) -> tuple[dict[str, Any], str]:
    """results.json and what the instructor reads, for the model answer and ``answer`` as its last cell."""
    cells = source_cells()
    cells.append({**cells[2], "id": "answer", "metadata": {}, "source": answer})
    (image / "submission/sample_anna.ipynb").write_bytes(damage(json.dumps(notebook(cells)).encode()))
    options = ["--minutes", "10", "--autograder-root", str(image)]
    command = [sys.executable, "-m", f"{gradescope.__name__}.run", "sample", *options]
    scratch = image.parent / "scratch"  # a judge that is killed leaves its folder
    scratch.mkdir(exist_ok=True)
    environment = os.environ | {"TMPDIR": str(scratch)}
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    found = json.loads((image / "results/results.json").read_text(encoding="utf-8"))
    validate(found)
    return found, done.stdout


def test_right_answer_gets_full_points(image: Path) -> None:
    """The model answer gets 7 of 7, and the isolation that was active is recorded."""
    needs_level(1)
    found, log = graded(image)
    assert found["score"] == 7
    assert [entry["status"] for entry in found["tests"]] == ["passed", "passed"]
    assert found["extra_data"]["isolation"]["level"] >= 1
    assert "isolation level" in log


def test_wrong_answer_loses_its_task_only(image: Path) -> None:
    """The estimate for a sample instead of the population loses Q2; what it printed is in the instructor's log."""
    needs_level(1)
    found, log = graded(image, WRONG_SPREAD.replace("    return", "    print('my own words')\n    return"))
    assert found["score"] == 4
    assert "my own words" in log
    assert "my own words" not in json.dumps(found)


def test_truncated_notebook_gets_zero_and_is_told(image: Path) -> None:
    """Half a notebook is the student's fault: zero points, with the reason."""
    needs_level(1)
    found, _ = graded(image, damage=lambda content: content[: len(content) // 2])
    assert found["score"] == 0
    assert "sample_anna.ipynb" in found["output"]


def test_fault_of_one_test_leaves_that_task_open(image: Path) -> None:
    """A hidden test that breaks leaves its task without points, keeps the others, and tells the instructor why."""
    needs_level(1)
    tests = image / "source/tests/sample/hidden/test_statistics.py"
    tests.write_text(tests.read_text().replace("reference_spread(hidden_values)", "1 / 0"))
    found, log = graded(image)
    assert found["score"] == 4
    assert "score" not in found["tests"][1]
    assert "ZeroDivisionError" in log
    assert "ZeroDivisionError" not in json.dumps(found)


def test_points_survive_the_death_of_the_judge(image: Path) -> None:
    """When the judge is killed at the second task, the points of the first are in results.json."""
    needs_level(1)
    tests = image / "source/tests/sample/hidden/test_statistics.py"
    killing = "__import__('os').kill(__import__('os').getpid(), 9)"
    tests.write_text(tests.read_text().replace("reference_spread(hidden_values)", killing))
    found, log = graded(image)
    assert found["score"] == 4
    assert [entry.get("score") for entry in found["tests"]] == [4, None]
    assert "SIGKILL" in log


def test_broken_tests_give_no_zero(image: Path) -> None:
    """When the tests cannot even be collect_and_run, the student gets an explanation without a score."""
    (image / "source/tests/sample/hidden/test_statistics.py").write_text("import nothing_of_that_name\n")
    found, log = graded(image)
    assert found == run.bare(run.FAULT)
    assert "nothing_of_that_name" in log or os.geteuid() != 0


def test_earlier_results_are_closed_to_other_users(image: Path) -> None:
    """Tests, submission, results and what Gradescope tells about earlier ones can be read by the owner only."""
    (image / "submission_metadata.json").write_text("{}")
    graded(image)
    for name in ("source", "submission", "results", "submission_metadata.json"):
        assert (image / name).stat().st_mode & 0o077 == 0


# --------------------------------------------------------------------------------------- the data, the partners


def test_data_step_keeps_downloads_for_the_workers(
    image: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Downloaded files end up in /autograder/data, where later gradings find them as real without a network."""
    pytest.importorskip("torchvision")
    from autograder.data import kind, layout, sources, standins

    for name in ("AUTOGRADER_DATA", "AUTOGRADER_CACHE", "AUTOGRADER_DATA_DOWNLOAD"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    toml = image / "source/assignments/sample/assignment.toml"
    toml.write_text(toml.read_text().replace("[submission]", 'data = ["fashion_mnist"]\n[submission]', 1))
    download = tmp_path / "download"
    monkeypatch.setattr(standins, "COUNTS", {"train": 20, "test": 10})
    standins._write_clothes(download)  # the form of the real files
    monkeypatch.setattr(sources, "_download", lambda wanted: download if wanted is layout.FASHION_MNIST else None)
    places = Container(image)
    assert prepare_data("sample", places, real=True) == {"fashion_mnist": "real"}
    assert (places.data / "FashionMNIST/raw/train-images-idx3-ubyte").is_file()
    monkeypatch.setattr(sources, "_download", None)
    assert kind("fashion_mnist") == "real"
    assert prepare_data("sample", places, real=True) == {"fashion_mnist": "real"}


PAIRS = SubmissionRules(upload=(), notebooks=(r"hw_(?P<id1>\d)_(?P<id2>\d)\.ipynb",))


@pytest.mark.parametrize(
    ("users", "groups", "noted"), [(1, True, True), (2, True, False), (1, False, False), (None, True, False)]
)
def test_pair_is_told_when_one_is_missing(tmp_path: Path, users: int | None, groups: bool, noted: bool) -> None:
    """Two ids in the name and one member on Gradescope: the partner would get no points, so it is said."""
    (tmp_path / "hw_1_2.ipynb").touch()
    metadata = tmp_path / "submission_metadata.json"
    if users is not None:
        known = [{"email": "", "id": number, "name": ""} for number in range(users)]
        metadata.write_text(json.dumps({"users": known, "assignment": {"group_submission": groups}}))
    note = find_missing_partner(metadata, tmp_path, PAIRS)
    assert ("contains 2 student IDs" in note) == noted
    assert bool(note) == noted
