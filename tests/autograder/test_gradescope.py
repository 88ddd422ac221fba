"""The zip for Gradescope, and the results.json that grading leaves in every case."""

from __future__ import annotations

import dataclasses
import io
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from autograder import gradescope
from autograder.assignment import load
from autograder.gradescope import build, run
from autograder.gradescope.metadata import group_note
from autograder.gradescope.places import Places
from autograder.gradescope.prepare import prepare
from autograder.model import Assignment, AuthorError, Check, Finding, Report, SubmissionForm, Verdict
from autograder.report.gradescope import results
from tests.autograder.samples import REPOSITORY, make_course, notebook, source_cells
from tests.autograder.sandbox import needs_level

jsonschema = pytest.importorskip("jsonschema")

SCHEMA = json.loads((REPOSITORY / "autograder/report/gradescope.schema.json").read_text(encoding="utf-8"))
WRONG_SPREAD = "def spread(values):\n    return float(values.std(ddof=1))"


def validate(found: Mapping[str, Any]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(found)


# ---------------------------------------------------------------------------------------------------- the zip


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course with the package's own source beside it, as in this repository."""
    root = make_course(tmp_path_factory.mktemp("course"))
    for name in ("pyproject.toml", "README.md"):
        shutil.copy(REPOSITORY / name, root)
    shutil.copytree(REPOSITORY / "autograder", root / "autograder", ignore=shutil.ignore_patterns("__pycache__"))
    for name in (
        "tests/sample/wheats/other.py",
        "tests/sample/chaffs/wrong.py",
        "tests/sample/hidden/__pycache__/x.pyc",
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("not to be packed")
    (root / "tests/sample/probes").mkdir()
    (root / "tests/sample/probes/__init__.py").write_text("def look(student): return 1\n")
    for name in ("tests/other/hidden/test_other.py", "solutions/other.py"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("another assignment")
    return root


@pytest.fixture(scope="module")
def members(course: Path) -> dict[str, zipfile.ZipInfo]:
    with zipfile.ZipFile(build.make_zip("sample", course)) as archive:
        return {member.filename: member for member in archive.infolist()}


def content(course: Path, name: str) -> bytes:
    with zipfile.ZipFile(course / "dist/sample-gradescope.zip") as archive:
        return archive.read(name)


def wheel_of(members: Mapping[str, object]) -> str:
    (wheel,) = (name for name in members if name.endswith(".whl"))
    return wheel


def test_zip_holds_what_grading_needs_and_nothing_else(members: dict[str, zipfile.ZipInfo]) -> None:
    """Scripts, wheel, secret, toml, hidden tests, probes and references of this assignment; all at the top."""
    assert set(members) - {wheel_of(members)} == {
        "setup.sh",
        "run_autograder",
        ".autograder-secret",
        "assignments/sample/assignment.toml",
        "tests/sample/hidden/test_statistics.py",
        "tests/sample/probes/__init__.py",
        "solutions/__init__.py",
        "solutions/sample/__init__.py",
    }


def test_model_answer_is_nowhere_in_the_zip(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """No member, and nothing inside the wheel, holds a line of the source notebook's solutions."""
    inner = zipfile.ZipFile(io.BytesIO(content(course, wheel_of(members))))
    every = [content(course, name) for name in members] + [inner.read(name) for name in inner.namelist()]
    assert not [text for text in every if b"total_of_values" in text or b"residuals_here" in text]


def test_wheel_holds_the_package_and_its_scripts(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """The wheel has autograder/ alone, the templates of the scripts among it."""
    names = zipfile.ZipFile(io.BytesIO(content(course, wheel_of(members)))).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == {"autograder"}
    assert "autograder/gradescope/templates/setup.sh" in names


def test_modes(members: dict[str, zipfile.ZipInfo]) -> None:
    """The scripts can be executed; the secret is its owner's only."""
    modes = {name: member.external_attr >> 16 & 0o777 for name, member in members.items()}
    assert modes["run_autograder"] == modes["setup.sh"] == 0o755
    assert modes[".autograder-secret"] == 0o600


def test_same_course_same_bytes(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """Made again, also later, the zip is the same file."""
    path = course / "dist/sample-gradescope.zip"
    before = path.read_bytes()
    os.utime(course / "assignments/sample/assignment.toml", (10**9, 10**9))
    assert build.make_zip("sample", course).read_bytes() == before
    assert members


def test_secret_is_the_course_s_own(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """Gradescope draws the inputs that `autograder grade` draws here."""
    assert content(course, ".autograder-secret") == (course / ".autograder-secret").read_bytes()


@pytest.mark.parametrize("name", ["setup.sh", "run_autograder"])
def test_scripts_are_bash(course: Path, members: dict[str, zipfile.ZipInfo], name: str) -> None:
    """Every placeholder was filled in and bash can parse the result."""
    script = content(course, name).decode()
    assert "%{" not in script
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("no bash on this machine")
    assert subprocess.run([bash, "-n"], input=script, text=True, capture_output=True).stderr == ""


def test_setup_installs_the_extras_of_the_assignment(course: Path, members: dict[str, zipfile.ZipInfo]) -> None:
    """The wheel is installed with the assignment's extras and the sandbox, PyTorch without CUDA."""
    script = content(course, "setup.sh").decode()
    assert f"{wheel_of(members)}[sandbox,torch]" in script
    assert f"AUTOGRADER_TORCH_INDEX-{build.TORCH_INDEX}}}" in script


@pytest.mark.parametrize("missing", ["tests/sample/hidden", "solutions/sample"])
def test_incomplete_course_is_refused(course: Path, tmp_path: Path, missing: str) -> None:
    """Without hidden tests or references no zip is made, and the message names the folder that was expected."""
    root = tmp_path / "course"
    shutil.copytree(course, root, ignore=shutil.ignore_patterns("dist"))
    shutil.rmtree(root / missing)
    with pytest.raises(AuthorError, match=missing):
        build.make_zip("sample", root)


@pytest.mark.parametrize(("seconds", "minutes"), [(1.0, 10), (900.0, 32), (10_000.0, 40)])
def test_time_limit_lets_every_task_use_its_own(sheet: Assignment, seconds: float, minutes: int) -> None:
    """Two tasks of 900 s and two minutes around them are 32 minutes; Gradescope knows 10 to 40."""
    tasks = tuple(dataclasses.replace(task, seconds=seconds) for task in sheet.tasks)
    assert build.minutes(dataclasses.replace(sheet, tasks=tasks)) == minutes


def test_command_tells_what_to_do(course: Path) -> None:
    """`autograder gradescope` names the zip, the points, the memory and the timeout to choose."""
    command = [sys.executable, "-m", "autograder", "gradescope", "sample", "--root", str(course)]
    done = subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for words in ("dist/sample-gradescope.zip", "9 points", "2 of them are given by hand", "10 minutes", "memory"):
        assert words in done.stdout


# ------------------------------------------------------------------------------------------------- the results


@pytest.fixture(scope="module")
def sheet(course: Path) -> Assignment:
    return load("sample", course)


def check(outcome: Any, score: float, sentence: str = "") -> Check:
    return Check("test_x", "It holds.", 1, score, outcome, sentence, detail="line 7 of a hidden test")


CENTRE = Verdict("centre", "passed", 4, 4, checks=(check("passed", 1),))
VERDICTS = {
    "passed": Verdict("spread", "passed", 3, 3, checks=(check("passed", 1),)),
    "partial": Verdict("spread", "partial", 1.2, 3, "off", (check("partial", 0.4, "2 % off"),)),
    "failed": Verdict("spread", "failed", 0, 3, "wrong", (check("failed", 0, "twice the right value"),)),
    "ungraded": Verdict("spread", "ungraded", 0, 3, "fault", (check("error", 0),), "Traceback: hidden"),
}


def report(*verdicts: Verdict, complete: bool = True, **more: Any) -> Report:
    return Report("sample", "submission", "0" * 64, verdicts, complete=complete, manual_points=2, **more)


@pytest.mark.parametrize(("status", "score"), [("passed", 7), ("partial", 5.2), ("failed", 4), ("ungraded", 4)])
def test_results_of_each_status_validate(sheet: Assignment, status: str, score: float) -> None:
    """Every verdict becomes an entry with its number, points, status and tag; the sum is on top."""
    found = results(report(CENTRE, VERDICTS[status]), sheet)
    validate(found)
    assert found["score"] == score
    assert found["stdout_visibility"] == "hidden"
    entry = found["tests"][1]
    assert (entry["number"], entry["max_score"], entry["tags"]) == ("Q2", 3, [status])
    assert entry.get("status") == {"passed": "passed", "ungraded": None}.get(status, "failed")
    assert entry.get("score") == {"passed": 3, "partial": 1.2, "failed": 0}.get(status)


def test_nothing_graded_has_no_score(sheet: Assignment) -> None:
    """When the grader failed at every task, the submission has no score at all, which is not a zero."""
    found = results(report(VERDICTS["ungraded"]), sheet)
    validate(found)
    assert "score" not in found
    assert "fault in the grader" in found["output"]


def test_tasks_to_come_have_no_score_yet(sheet: Assignment) -> None:
    """The results after the first task keep its points and list the second as not graded."""
    found = results(report(CENTRE, complete=False), sheet)
    validate(found)
    assert found["score"] == 4
    assert [entry.get("score") for entry in found["tests"]] == [4, None]
    assert found["tests"][1]["output"] == "Not graded yet."


def test_students_see_nothing_of_a_hidden_test(sheet: Assignment) -> None:
    """Details and reasons are for the instructor's log and stay out of results.json."""
    verdicts = [dataclasses.replace(verdict, task="spread") for verdict in VERDICTS.values()]
    text = json.dumps(results(report(CENTRE, *verdicts), sheet))
    assert "line 7" not in text
    assert "Traceback" not in text


def test_refused_upload_validates(sheet: Assignment) -> None:
    """An upload that cannot be read gets its zeros with the finding as the first thing to read."""
    zeros = [Verdict(task.id, "failed", 0, task.points, "There is no notebook.") for task in sheet.tasks]
    found = results(report(*zeros, findings=(Finding("There is no notebook.", fatal=True),)), sheet)
    validate(found)
    assert found["score"] == 0
    assert found["output"].startswith("There is no notebook.")


@pytest.mark.parametrize("text", [run.STARTED, run.FAULT])
def test_bare_results_validate(text: str) -> None:
    """What is there before the first task, or after a fault, is valid and gives no points."""
    validate(run.bare(text))
    assert "score" not in run.bare(text)


@pytest.mark.parametrize("wrong", [{"tests": [{"status": "partial"}]}, {"score": "7"}, {"points": 3, "score": 1}, {}])
def test_schema_refuses(wrong: dict[str, Any]) -> None:
    """The schema itself can fail: unknown statuses and fields, a score as text, an empty object."""
    with pytest.raises(jsonschema.ValidationError):
        validate(wrong)


# -------------------------------------------------------------------------------------------------- the grading


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
    """When the tests cannot even be collected, the student gets an explanation without a score."""
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
    from autograder.data import kind, layout, sources, standin

    for name in ("AUTOGRADER_DATA", "AUTOGRADER_CACHE", "AUTOGRADER_DATA_DOWNLOAD"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    toml = image / "source/assignments/sample/assignment.toml"
    toml.write_text(toml.read_text().replace("[form]", 'data = ["fashion_mnist"]\n[form]', 1))
    download = tmp_path / "download"
    monkeypatch.setattr(standin, "COUNTS", {"train": 20, "test": 10})
    standin._write_clothes(download)  # the form of the real files
    monkeypatch.setattr(sources, "_downloaded", lambda wanted: download if wanted is layout.FASHION_MNIST else None)
    places = Places(image)
    assert prepare("sample", places, real=True) == {"fashion_mnist": "real"}
    assert (places.data / "FashionMNIST/raw/train-images-idx3-ubyte").is_file()
    monkeypatch.setattr(sources, "_downloaded", None)
    assert kind("fashion_mnist") == "real"
    assert prepare("sample", places, real=True) == {"fashion_mnist": "real"}


PAIRS = SubmissionForm(upload=(), notebook=r"hw_(?P<id1>\d)_(?P<id2>\d)\.ipynb")


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
    note = group_note(metadata, tmp_path, PAIRS)
    assert ("carries 2 ids" in note) == noted
    assert bool(note) == noted
