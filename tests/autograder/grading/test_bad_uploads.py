"""Bad uploads and hostile code through the real command, one class: each gets a sentence, and nothing else is lost.

The answers are the model answers of `initialization` (marked as run, without trained weights) with one thing wrong.
"""

import contextlib
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from autograder.audit.build_submission import executed_cell, mark_as_run
from autograder.course.assignment_file import load
from tests.tools import hostile

ROOT = Path(__file__).resolve().parents[3]
STEM = "ee046211_hw2_123456789_987654321"
NAME = f"{STEM}.ipynb"
TASKS = ("teacher_student_risk", "init_variance", "vgg11_table", "scaled_init", "xavier", "kaiming")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.framework,
    pytest.mark.skipif(
        not hasattr(os, "geteuid") or os.geteuid() != 0, reason="grading behind the boundary needs root"
    ),
]


def answer(*extra: str) -> dict:
    notebook = json.loads((ROOT / "assignments/initialization/initialization.ipynb").read_text())
    mark_as_run(notebook)
    notebook["cells"] += [executed_cell(source, f"extra-{number}") for number, source in enumerate(extra)]
    return notebook


def attack(name: str) -> str:
    """The cell of a hostile answer: `sends_garbage` attacks several tasks, the others one."""
    task = load("initialization", ROOT).task(HOSTILE[name][0])
    return hostile.source(name, GARBAGE if name == "sends_garbage" else task.needs)


def unrun(notebook: dict) -> dict:
    for cell in notebook["cells"]:
        if cell["cell_type"] == "code":
            cell["execution_count"], cell["outputs"] = None, []
    return notebook


def broken(notebook: dict, id: str) -> dict:
    """The notebook with one cell that Python cannot read."""
    cell = next(cell for cell in notebook["cells"] if cell["id"] == id)
    cell["source"] = "def xavier_init(fan_in, fan_out):\n    return fan_in fan_out\n"
    return notebook


WRONG_TYPES = {
    "zeros in a list": ("def xavier_init(a, b): return [[0.0] * a] * b", "xavier", "zero"),
    "objects": ("import numpy as np\ndef xavier_init(a, b): return np.array([None])", "xavier", "dtype object"),
    "nan": ("import torch\ndef kaiming_init(a, b): return torch.full((b, a), float('nan'))", "kaiming", "nan"),
    "complex": ("import torch\ndef kaiming_init(a, b): return torch.zeros(b, a) * 1j", "kaiming", "complex"),
    "gigantic": ("import numpy as np\ndef xavier_init(a, b): return np.zeros(10**9)", "xavier", "memory"),
    "wrong signature": ("def xavier_init(fan): return 0", "xavier", "TypeError"),
    "missing name": ("del xavier_init", "xavier", "xavier_init"),
    "none": ("def init_std(phi, fan_in): pass", "init_variance", "None"),
}
HOSTILE = {
    "infinite_loop": ("xavier", "`xavier_init` was stopped before it had returned: your code took "),
    "quits_at_import": ("kaiming", "ended the whole process"),
    "memory_hog": ("teacher_student_risk", "memory"),
    "forged_result": ("xavier", ""),
    "reads_hidden_tests": ("kaiming", "No module named 'solutions'"),
    "rewires_the_worker": ("scaled_init", ""),
    "sends_garbage": ("init_variance", "dtype object"),
}
GARBAGE = ("monte_carlo_risk", "init_std", "vgg11_table", "vgg11_summary", "xavier_init")
UNREADABLE = {
    "not a notebook": (NAME, b"Dear grader, my notebook is attached.", "notebook"),
    "empty": (NAME, b"", "empty"),
    "truncated": (NAME, json.dumps({"cells": [{"cell_type": "code"}] * 9}).encode()[:-40], ""),
    "format 3": (NAME, json.dumps({"nbformat": 3, "worksheets": [{"cells": []}]}).encode(), "save"),
    "no cells": (NAME, json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}).encode(), "cell"),
    "utf-16": (NAME, json.dumps({"nbformat": 4, "cells": []}).encode("utf-16"), "UTF-8"),
    "huge": (NAME, None, "200"),
    "dots": (f"{STEM}.zip", {"../../../etc/cron.d/x": b"x"}, ".."),
    "many": (f"{STEM}.zip", {f"{n}.txt": b"x" for n in range(1000)}, ""),
    "inflating": (f"{STEM}.zip", {NAME: b" " * 10**8}, ""),
    "link": (f"{STEM}.zip", {NAME: "/etc/shadow"}, "link"),
}


def write(place: Path, name: str, content: object) -> None:
    place.mkdir(parents=True)
    path = place / name
    if content is None:
        with path.open("wb") as file:
            file.truncate(200 * 2**20)
    elif isinstance(content, bytes):
        path.write_bytes(content)
    elif isinstance(content, dict) and "cells" in content:
        path.write_text(json.dumps(content))
    else:
        assert isinstance(content, dict)
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for member, data in content.items():
                info = zipfile.ZipInfo(member)
                info.external_attr = (0o120777 if isinstance(data, str) else 0o100644) << 16
                archive.writestr(info, data, zipfile.ZIP_DEFLATED)


def grade(base: Path) -> list[str]:
    """The command that grades everything in ``base / "uploads"``."""
    only = [word for task in TASKS for word in ("--task", task)]
    command = [sys.executable, "-m", "autograder", "grade", "initialization", str(base / "uploads")]
    return [*command, "--out", str(base / "out"), *only]


@pytest.fixture(scope="module")
def graded(tmp_path_factory):
    """A class with everything that can be wrong, graded by one run of the command."""
    base = tmp_path_factory.mktemp("class")
    uploads = base / "uploads"
    write(uploads / "right", NAME, answer())
    write(uploads / "never run", NAME, unrun(answer()))
    for name, (source, _, _) in WRONG_TYPES.items():
        write(uploads / name, NAME, answer(source))
    for name in HOSTILE:
        write(uploads / name, NAME, answer(attack(name)))
    for name, (file, content, _) in UNREADABLE.items():
        write(uploads / name, file, content)
    write(uploads / "syntax error", NAME, broken(answer(), "xavier-answer"))
    write(uploads / "two notebooks", f"{STEM}.zip", {NAME: json.dumps(answer()).encode(), "old.ipynb": b"{}"})
    write(uploads / "other types", f"{STEM}.zip", {NAME: json.dumps(answer()).encode(), "answers.docx": b"x"})
    write(uploads / "wrong name", "homework.ipynb", answer())
    done = subprocess.run(grade(base), cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return base


@pytest.fixture(scope="module")
def reports(graded):
    """Report of every upload, by its name."""
    found = {path.stem: json.loads(path.read_text()) for path in (graded / "out").glob("*.json")}
    names = [path.name for path in (graded / "uploads").iterdir()]
    return {name: next(report for stem, report in found.items() if name in stem) for name in names}


def verdicts(report: dict) -> dict:
    return {verdict["task"]: verdict for verdict in report["verdicts"]}


def test_the_right_answer_gets_everything(reports):
    """The class around it does not touch a right answer."""
    assert {task: (v["score"], v["message"]) for task, v in verdicts(reports["right"]).items()} == {
        task.id: (task.points, "") for task in load("initialization", ROOT).tasks if task.id in TASKS
    }


@pytest.mark.parametrize("name", [*WRONG_TYPES, *HOSTILE])
def test_one_bad_task_costs_that_task_with_a_sentence(reports, name):
    """Wrong types and hostile code lose the points of their task, say why, and leave the others alone."""
    task, words = WRONG_TYPES[name][1:] if name in WRONG_TYPES else HOSTILE[name]
    found = verdicts(reports[name])
    assert found[task]["score"] < found[task]["max_score"]
    assert found[task]["message"]
    assert words.lower() in found[task]["message"].lower()
    untouched = [t for t in TASKS if t != task and not (name == "sends_garbage" and t != "scaled_init")]
    assert all(found[t]["score"] == found[t]["max_score"] for t in untouched), found
    assert reports[name]["complete"]


def test_a_syntax_error_costs_what_depends_on_its_cell(reports):
    """One cell that cannot be read loses its own task, with the line to mend."""
    found = verdicts(reports["syntax error"])
    assert "line 2" in found["xavier"]["message"]
    assert {task for task, v in found.items() if v["score"] < v["max_score"]} == {"xavier"}


@pytest.mark.parametrize("name", list(UNREADABLE))
def test_an_unreadable_upload_is_told_why(reports, name):
    """Nothing can be graded: every task says the same reason, and the class goes on."""
    report = reports[name]
    assert report["score"] == 0
    assert all(v["status"] == "failed" for v in report["verdicts"])
    assert any(finding["fatal"] for finding in report["findings"])
    assert UNREADABLE[name][2].lower() in " ".join(v["message"] for v in report["verdicts"]).lower()


def test_cells_that_were_not_run_earn_nothing(reports):
    """The sheet's rule, with its reason, for every task."""
    assert reports["never run"]["score"] == 0
    assert all("run" in v["message"] for v in reports["never run"]["verdicts"])


@pytest.mark.parametrize(
    ("name", "words"),
    [("two notebooks", "2 notebooks"), ("other types", "answers.docx"), ("wrong name", "homework.ipynb")],
)
def test_broken_rules_of_the_sheet_are_said_and_the_rest_is_graded(reports, name, words):
    """A surplus notebook, another file type and a wrong name are findings, and the right answers keep their points."""
    assert reports[name]["score"] == reports["right"]["score"]
    assert words in " ".join(finding["message"] for finding in reports[name]["findings"])


def test_no_result_of_the_class_is_ungraded(reports):
    """Whatever a submission does, it is never taken for a fault of the grader."""
    assert not [n for n, r in reports.items() for v in r["verdicts"] if v["status"] == "ungraded"]


def test_only_what_changed_is_graded_again(graded):
    """A second run takes every report from the journal, except that of the one upload that changed."""
    reports = sorted((graded / "out").glob("*.json"))
    before = {path.name: path.stat().st_mtime_ns for path in reports}  # a report is replaced, never rewritten
    subprocess.run(grade(graded), cwd=ROOT, capture_output=True, check=True)
    assert {path.name: path.stat().st_mtime_ns for path in reports} == before
    (changed,) = (path for path in reports if "none" in path.name)
    (graded / "uploads" / "none" / NAME).write_text(json.dumps(answer("# another cell")))
    subprocess.run(grade(graded), cwd=ROOT, capture_output=True, check=True)
    after = {path.name: path.stat().st_mtime_ns for path in reports}
    assert {name for name in after if after[name] != before[name]} == {changed.name}
    assert json.loads(changed.read_text())["score"] == json.loads(changed.read_text())["max_score"]


def test_what_was_earned_before_a_kill_is_kept(tmp_path):
    """Killed while an endless loop runs, the grader leaves the verdicts of the tasks before it."""
    write(tmp_path / "uploads" / "loops", NAME, answer(attack("infinite_loop")))
    process = subprocess.Popen(grade(tmp_path), cwd=ROOT, stdout=subprocess.DEVNULL)
    report: dict = {}
    while process.poll() is None and len(report.get("verdicts", ())) < 4:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.05)
        for path in (tmp_path / "out").glob("*.json"):
            report = json.loads(path.read_text())
    process.kill()
    process.wait()
    assert not report["complete"]
    assert {task: v["score"] == v["max_score"] for task, v in verdicts(report).items()} == dict.fromkeys(
        TASKS[:4], True
    )
