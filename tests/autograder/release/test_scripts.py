"""Answers in ``.py`` files: rendered with stubs, taken in by name, graded in a namespace of their own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course.assignment_file import load
from autograder.errors import AuthorError
from autograder.intake import receive_upload
from autograder.judge.seeds import Seeds
from autograder.nbgrader_road.kernel_worker import connect_in_process
from autograder.records import Assignment, SubmissionRules, Task
from autograder.release import render as release
from autograder.release import scripts
from autograder.student_side.check_upload import check
from autograder.worker.submitted_modules import programs_of
from tests.helpers.commands import graded, nbgrader, scores
from tests.helpers.samples import REPOSITORY, TOML, make_course, source_cells, write_notebook
from tests.helpers.uploads import code, notebook, write_zip

SHEET = Assignment(
    slug="ex",
    title="Scripts",
    course="Course",
    notebooks=("ex.ipynb",),
    scripts=("prob4_Net.py", "prob5.py"),
    rules=SubmissionRules(
        upload=(r"\w+\.zip",),
        notebooks=(r"\w+\.ipynb",),
        optional=(r"prob4_Net\.py", r"prob5\.py", r"net_one\.pt", r"\w+\.py"),
        example="anna.zip",
    ),
    tasks=(
        Task("told", "1", "Told", 1, needs=("told",)),
        Task("net", "4", "Net", 2, script="prob4_Net.py", needs=("Net", "train"), files=("net_one.pt",)),
        Task("rate", "5", "Rate", 2, script="prob5.py", needs=("RATE",)),
    ),
)
SCRIPT = '''"""Problem 4."""

RATE = 0.5


class Net:
    def width(self):
        ### BEGIN SOLUTION
        secret_width = 12 * 3
        return secret_width
        ### END SOLUTION


def train(net):
    """Train it."""
    ### BEGIN SOLUTION
    return [net.width() / step for step in (1, 2)]
    ### END SOLUTION


if __name__ == "__main__":
    train(Net())
'''


def rendered(tmp_path: Path, source: str) -> str:
    path = tmp_path / "prob4_Net.py"
    path.write_text(source)
    return scripts.render_script(path, SHEET).decode()


def test_answers_become_stubs_that_name_the_task(tmp_path):
    """Each region becomes one line with its indentation; all else stays as it is."""
    stub = 'raise NotImplementedError("net")'
    wanted = SCRIPT.split("        ### BEGIN")[0] + f"        {stub}\n\n\ndef train(net):\n"
    wanted += f'    """Train it."""\n    {stub}\n\n\nif __name__ == "__main__":\n    train(Net())\n'
    assert rendered(tmp_path, SCRIPT) == wanted


@pytest.mark.parametrize(
    ("before", "after", "fault"),
    [
        ("### END SOLUTION", "### END SOLUTON", "is not a marker"),
        ("def train(net):", "def fit(net):", "the answer is in no function, class or value that a task needs"),
        ("def train(net):", "def fit(net):", "net needs `train`, which is not defined"),
        ("RATE = 0.5", "RATE = = 0.5", "not valid Python"),
        ("SOLUTION", "HIDDEN TESTS", "a script cannot contain tests"),
    ],
)
def test_what_cannot_be_released_is_named(tmp_path, before, after, fault):
    """Misspelt markers, answers of no task, missing names and broken Python are refused with the line."""
    with pytest.raises(AuthorError, match=fault):
        rendered(tmp_path, SCRIPT.replace(before, after))


def handed_in(tmp_path: Path, files: dict[str, bytes]):
    return receive_upload(write_zip(tmp_path / "anna.zip", files), SHEET, tmp_path / "in")


def said(submission) -> str:
    return " ".join(finding.message for finding in submission.findings)


def test_capitals_and_dashes_of_a_name_are_put_right(tmp_path):
    """``Prob4_net.py`` and ``net-one.pt`` are taken under the names asked for, and the student is told."""
    found = handed_in(tmp_path, {"a.ipynb": notebook(), "work/Prob4_net.py": b"x = 1", "work/Net-One.pt": b"w"})
    assert found.files == ("a.ipynb", "net_one.pt", "prob4_Net.py")
    assert '"Prob4_net.py" was used as prob4_Net.py' in said(found)
    assert '"Net-One.pt" was used as net_one.pt' in said(found)
    assert '"work/Prob4_net.py" and "work/Net-One.pt" were moved to the top level' in said(found)
    assert "prob5.py is missing from the upload" in said(found)
    assert [cell.notebook for cell in found.cells] == ["ex.ipynb", "prob4_Net.py"]


def test_scripts_are_graded_without_a_notebook(tmp_path):
    """No notebook: what stands in scripts is graded, and what is lost is told. Nothing at all is fatal."""
    found = handed_in(tmp_path, {"prob5.py": b"RATE = 1"})
    assert not found.fatal
    assert [(cell.file, cell.notebook) for cell in found.cells] == [("prob5.py", "prob5.py")]
    assert "prob4_Net.py is missing from the upload" in said(found)
    assert "ex.ipynb is missing from the upload" in said(found)
    shutil.rmtree(tmp_path / "in")
    assert handed_in(tmp_path, {"other.py": b"RATE = 1"}).fatal


def test_every_script_has_names_of_its_own(tmp_path):
    """Two scripts and the notebook define the same name; imports between them find the same objects, lazily."""
    files = {
        "a.ipynb": notebook(code("from helper import K\nRATE = 1"), code("from prob4_net import Net")),
        "prob4_Net.py": b"class Net: pass\nRATE = 4\nquit()\ntrain = Net()",
        "prob5.py": b"from prob4_Net import Net, RATE as four\nRATE = 5\nn = Net()",
        "helper.py": b"K = 7\nRATE = 9",
    }
    programs = programs_of(handed_in(tmp_path, files).cells)
    assert [programs[name].get("RATE") for name in ("ex.ipynb", "prob4_Net.py", "prob5.py")] == [1, 4, 5]
    assert programs["ex.ipynb"].get("K") == 7
    assert programs["prob5.py"].get("four") == 4
    net = programs["prob4_Net.py"].get("Net")
    assert type(programs["prob5.py"].get("n")) is net
    assert programs["ex.ipynb"].get("Net") is net


def test_the_form_tells_which_functions_of_a_script_are_stubs(tmp_path):
    """A function that two tasks need names one of them in its stub; a helper file does not hide it."""
    stub = b"RATE = 1\n\nclass Net: pass\n\ndef train(net):\n    raise NotImplementedError('rate')\n"
    files = {"a.ipynb": notebook(code("told = 1")), "prob4_Net.py": stub, "prob5.py": b"RATE = 2", "net_one.pt": b"w"}
    upload = write_zip(tmp_path / "anna.zip", files | {"zhelper.py": b"def f(): pass"})
    lines = check(upload, SHEET)
    assert [told for ok, told in lines if not ok] == ["4 (net): `train` is not answered yet; the stub is still there."]
    assert "2 of 3 tasks have an answer" in " ".join(told for _, told in lines)


def test_a_live_kernel_reads_scripts_as_they_are_saved(tmp_path):
    """``grade`` in a notebook looks at the kernel's variables for its own tasks, at the saved file for a script's."""
    script = tmp_path / "prob5.py"
    for value in (5, 6):
        script.write_text(f"RATE = {value}")
        student = connect_in_process({"RATE": 1, "told": 2}, {}, Seeds(b"s", "x"), tmp_path, SHEET.scripts)
        student.begin(SHEET.task("rate"))
        assert student.functions.RATE() == value
        student.begin(SHEET.task("told"))
        assert student.functions.RATE() == 1


SPREAD = '''"""The standard deviation."""

from notes import centre


def spread(values):
    """Root mean square distance from the mean."""
    ### BEGIN SOLUTION
    residuals_here = values - centre(values)
    return float((residuals_here ** 2).mean() ** 0.5)
    ### END SOLUTION
'''
NOTES = "def centre(values):\n    return values.mean()\n"


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample course with its second task in a script."""
    cells = [cell for cell in source_cells() if cell["id"] != "spread"]
    root = make_course(tmp_path_factory.mktemp("course"), cells)
    toml = TOML.replace('preload = ["numpy"]', 'scripts = ["spread.py"]\npreload = ["numpy"]')
    toml = toml.replace(
        r"notebooks = ['sample_\w+\.ipynb']", r"notebooks = ['sample_\w+\.ipynb']" + "\noptional = ['notes\\.py']"
    )
    toml = toml.replace('needs = ["spread"]', 'needs = ["spread"]\nscript = "spread.py"')
    (root / "assignments/sample/assignment.toml").write_text(toml)
    (root / "assignments/sample/spread.py").write_text(SPREAD)
    (root / "assignments/sample/notes.py").write_text(NOTES)
    return root


def test_the_release_holds_the_stub_and_the_toml_allows_the_name(course):
    """The script is rendered, what lies beside it is copied, and the form accepts the script's name."""
    files = release.render_release("sample", course)
    assert files["spread.py"].decode().endswith('    raise NotImplementedError("spread")\n')
    assert files["notes.py"].decode() == NOTES
    assert "Complete `spread.py` in the same way" in files["README.md"].decode()
    assert load("sample", course).rules.optional == (r"spread\.py", r"notes\.py")


def test_a_line_of_a_scripts_answer_is_a_secret(course):
    """An answer that stands in a file beside the script too is a leak."""
    (course / "assignments/sample/hints.py").write_text(
        "def f(values):\n    residuals_here = values - centre(values)\n"
    )
    try:
        with pytest.raises(AuthorError, match=r"hints\.py:2: contains 'residuals_here = values - centre"):
            release.render_release("sample", course)
    finally:
        (course / "assignments/sample/hints.py").unlink()


@pytest.mark.slow
def test_a_students_pytest_reads_the_script(course, tmp_path):
    """The stub is not attempted; the answer passes the public test."""
    alone = release.write_release("sample", course)
    shutil.copytree(alone, tmp_path / "sample")
    environment = {key: value for key, value in os.environ.items() if key != "AUTOGRADER_HOME"}
    command = [sys.executable, "-m", "pytest", "-q", "-k", "spread"]
    for source, expected in ((None, "not attempted"), (SPREAD, "1 passed")):
        if source:
            (tmp_path / "sample/spread.py").write_text(source)
        done = subprocess.run(
            command, cwd=tmp_path / "sample", env=environment | {"PYTHONPATH": str(REPOSITORY)}, capture_output=True
        )
        assert expected in done.stdout.decode()


@pytest.mark.slow
def test_nbgrader_keeps_the_students_script(course):
    """nbgrader's own autograde does not put the course's answer in the place of the student's."""
    nbgrader(course, "generate_assignment", "sample", "--force")
    released = json.loads((course / "release/sample/sample.ipynb").read_text())["cells"]
    for student, source in {"right": SPREAD, "wrong": "def spread(values):\n    return 0.0\n"}.items():
        folder = course / "submitted" / student / "sample"
        write_notebook(folder / "sample.ipynb", released)
        (folder / "spread.py").write_text(source)
        (folder / "notes.py").write_text(NOTES)
    nbgrader(course, "autograde", "sample")
    found = scores(course, "sample")
    assert [found[student]["spread"] for student in ("right", "wrong")] == [3.0, 0.0]
    (course / "uploads").mkdir()
    for student in found:
        source = course / "submitted" / student / "sample"
        files = {f"sample_{student}.ipynb": source / "sample.ipynb", "spread.py": source / "spread.py"}
        content = {name: path.read_bytes() for name, path in files.items()} | {"notes.py": NOTES.encode()}
        write_zip(course / "uploads" / f"sample_{student}.zip", content)
    ours = graded(course, "sample", [course / "uploads"])
    assert {name: points["spread"] for name, points in ours.items()} == {"sample_right": 3.0, "sample_wrong": 0.0}
