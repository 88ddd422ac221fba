"""``autograder check``: what a student is told about the form of an upload before handing it in."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from autograder.errors import SubmissionError
from autograder.intake.definitions import find_definitions
from autograder.records import Cell, Task
from autograder.student_side.check_imports import find_missing_packages
from autograder.student_side.check_upload import check
from tests.helpers.uploads import STEM, code, make_assignment, notebook, write_zip

XAVIER = code("def xavier_init(fan_in, fan_out):\n    return fan_in", grade_id="xavier_answer")
TRAIN = code("%matplotlib inline\ndef make_model():\n    pass\n\nfit = make_model", grade_id="train_answer")
NOISE = code("def add_noise(images, a, seed):\n    return images", grade_id="noise_answer")


def wrong(path: Path) -> list[str]:
    return [message for ok, message in check(path, make_assignment()) if not ok]


def upload(tmp_path: Path, content: bytes, name: str = STEM + ".zip", **others: bytes) -> Path:
    return write_zip(tmp_path / name, {f"{STEM}.ipynb": content, "model.pt": b"1"} | others)


def test_a_right_upload_has_only_good_lines(tmp_path: Path) -> None:
    """Names, notebook, answers, runs and weights are each confirmed."""
    lines = check(upload(tmp_path, notebook(XAVIER, TRAIN, NOISE)), make_assignment())
    assert all(ok for ok, _ in lines)
    told = "\n".join(message for _, message in lines)
    for message in ("as the sheet asks", "it has 3 code cells", "3 of 3 tasks", "all tasks were run", "model.pt"):
        assert message in told


def test_stubs_and_missing_functions_are_named(tmp_path: Path) -> None:
    """A task still to do is told by its number and function, and so is a function that was deleted."""
    stub = code(
        'def xavier_init(\n    fan_in,\n    fan_out,\n):\n    raise NotImplementedError("xavier")',
        grade_id="xavier_answer",
    )
    told = wrong(upload(tmp_path, notebook(stub, TRAIN)))
    assert told == [
        "T1 (xavier): `xavier_init` is not answered yet; the stub is still there.",
        "T3 (noise): `add_noise` is not defined. Restore it from the hand-out.",
    ]


def test_the_last_definition_counts(tmp_path: Path) -> None:
    """An answer further down replaces the stub, and a stub that is only a comment is none."""
    stub = code('def xavier_init(a, b):\n    raise NotImplementedError("xavier")', grade_id="xavier_answer")
    below = code('def xavier_init(a, b):\n    # raise NotImplementedError("xavier")\n    return a')
    assert wrong(upload(tmp_path, notebook(stub, below, TRAIN, NOISE))) == []
    assert len(wrong(upload(tmp_path, notebook(below, stub, TRAIN, NOISE)))) == 1


def test_one_stub_among_several_functions(tmp_path: Path) -> None:
    """In a cell of two functions only the one that is still a stub is named."""
    half = code(
        'def make_model():\n    return 1\n\ndef fit():\n    raise NotImplementedError("train")', grade_id="train_answer"
    )
    assert wrong(upload(tmp_path, notebook(XAVIER, half, NOISE))) == [
        "T2 (train): `fit` is not answered yet; the stub is still there."
    ]


def test_cells_that_were_not_run_are_told(tmp_path: Path) -> None:
    """The tasks that would earn nothing for not being run are listed with their cells, and what to do."""
    idle = [cell | {"execution_count": None} for cell in (XAVIER, NOISE)]
    (message,) = wrong(upload(tmp_path, notebook(idle[0], TRAIN, idle[1])))
    assert message.startswith(
        "These cells were not run, so the tasks earn no points: T1 (cell 1), T3 (cell 3). Run all cells"
    )


def test_absent_weights_name_the_tasks(tmp_path: Path) -> None:
    """A bare notebook is in the form of the sheet, but the tasks that read weights are named."""
    path = tmp_path / f"{STEM}.ipynb"
    path.write_bytes(notebook(XAVIER, TRAIN, NOISE))
    (message,) = wrong(path)
    assert message == (
        "model.pt is missing; T2, T3 lose points without it. Run the cell that saves it and add the file to the zip."
    )


def test_weights_that_lie_beside_the_upload(tmp_path: Path) -> None:
    """In the folder that was handed out, a file that is there but not in the upload is told as just that."""
    (tmp_path / "assignment.toml").write_text("")
    (tmp_path / "model.pt").write_bytes(b"1")
    (tmp_path / f"{STEM}.ipynb").write_bytes(notebook(XAVIER, TRAIN, NOISE))
    expected = f'model.pt is in this folder, but not in the upload "{STEM}{{}}"; T2, T3 lose points without it. {{}}'
    assert wrong(tmp_path) == [expected.format(".ipynb", "Make one zip of both and hand that in.")]
    write_zip(tmp_path / f"{STEM}.zip", {f"{STEM}.ipynb": notebook(XAVIER, TRAIN, NOISE)})
    for path in (tmp_path, tmp_path / f"{STEM}.zip"):
        assert wrong(path) == [expected.format(".zip", "Add it to the zip.")]


def test_weights_in_another_form_that_the_sheet_takes(tmp_path: Path) -> None:
    """``net.weights.h5`` is as good as ``net.keras`` where the sheet names both: grading takes either."""
    sheet = make_assignment()
    rules = dataclasses.replace(sheet.rules, optional=(r"net\.keras", r"net\.weights\.h5"))
    task = dataclasses.replace(sheet.tasks[1], files=("net.keras",))
    sheet = dataclasses.replace(sheet, rules=rules, tasks=(sheet.tasks[0], task))
    files = {f"{STEM}.ipynb": notebook(XAVIER, TRAIN), "net.weights.h5": b"1"}
    assert [message for ok, message in check(write_zip(tmp_path / f"{STEM}.zip", files), sheet) if not ok] == []


def test_the_size_limits_are_told(tmp_path: Path) -> None:
    """Students read how large a file may be before they hand in."""
    lines = check(upload(tmp_path, notebook(XAVIER, TRAIN, NOISE)), make_assignment())
    (told,) = [message for _, message in lines if "limits" in message]
    assert "512 MB for a file, 64 MB for a notebook and 1 GB for all files together" in told


def test_a_missing_notebook_is_told_once(tmp_path: Path) -> None:
    """Its tasks are not listed one by one: grading refuses them for the same reason."""
    sheet = dataclasses.replace(make_assignment(), scripts=("net.py",))
    rules = dataclasses.replace(sheet.rules, optional=(r"net\.py", *sheet.rules.optional), must_be_run=False)
    tasks = [dataclasses.replace(task, notebook="hw2.ipynb") for task in sheet.tasks]
    net = Task("net", "T4", "Net", 1, script="net.py", needs=("f",))
    sheet = dataclasses.replace(sheet, rules=rules, tasks=(*tasks, net))
    path = write_zip(tmp_path / f"{STEM}.zip", {"net.py": b"def f(): pass", "model.pt": b"1"})
    lines = check(path, sheet)
    assert [message for ok, message in lines if not ok] == [
        "hw2.ipynb is missing from the upload. Without it, its tasks cannot be graded."
    ]
    assert "1 of 4 tasks have an answer in place of the stub." in [message for _, message in lines]


def test_names_and_extra_files_are_told(tmp_path: Path) -> None:
    """Findings of intake are lines of the check."""
    told = wrong(upload(tmp_path, notebook(XAVIER, TRAIN, NOISE), "hw2.zip", **{"notes.docx": b""}))
    assert len(told) == 2
    assert '"hw2.zip" is not a name' in told[0]
    assert '"notes.docx" was left out' in told[1]


def test_a_broken_notebook_ends_the_check(tmp_path: Path) -> None:
    """Where nothing can be graded, that is the last line."""
    told = wrong(upload(tmp_path, notebook()[:-5]))
    assert len(told) == 1
    assert "breaks off" in told[0]


def test_the_handed_out_folder_finds_its_upload(tmp_path: Path) -> None:
    """In the working folder the zip of the right name is checked, else the notebook; other files do not disturb."""
    for name in ("assignment.toml", "README.md", "test_xavier.py"):
        (tmp_path / name).write_text("")
    with pytest.raises(SubmissionError, match="holds nothing to hand in"):
        check(tmp_path, make_assignment())
    (tmp_path / "hw2.ipynb").write_bytes(notebook(XAVIER, TRAIN, NOISE))
    assert '"hw2.ipynb" is not a name that the assignment sheet asks for' in wrong(tmp_path)[0]
    upload(tmp_path, notebook(XAVIER, TRAIN, NOISE))
    assert wrong(tmp_path) == []
    (tmp_path / f"{STEM}.zip").unlink()
    (tmp_path / "second.ipynb").write_bytes(notebook())
    with pytest.raises(SubmissionError, match=r"holds hw2\.ipynb, second\.ipynb; name the one"):
        check(tmp_path, make_assignment())


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    """A misspelt path is told."""
    with pytest.raises(SubmissionError, match="does not exist"):
        check(tmp_path / "absent.zip", make_assignment())


def test_definitions_by_lines() -> None:
    """Functions, classes and values at the top level are found in cells that are not valid Python."""
    source = "!pip install x\ndef f(a):\n    inner = 1\nclass Net:\n    def g(self): pass\nvalue: int = 3\nx == 2\n"
    source += "async def h(): ..."
    assert find_definitions([Cell(1, source, True), Cell(4, "f = 2", True)]) == {"f": 4, "Net": 1, "value": 1, "h": 1}


def test_packages_that_are_not_there_are_told_before_the_deadline(tmp_path: Path) -> None:
    """One sentence for each package says where it is imported."""
    told = wrong(upload(tmp_path, notebook(code("import wandb, os, numpy"), XAVIER, TRAIN, NOISE)))
    assert told == ["wandb is not installed where your work is graded; it is imported in cell 1."]


def test_own_files_and_guarded_imports_are_no_missing_packages() -> None:
    """Neither Python's own modules, nor those of the upload, nor an import in ``try`` is complained about."""
    imports = (
        "import wandb, os\nfrom torchsummary import summary\nimport helper, written, mlp.net\n"
        "from tqdm.auto import tqdm\ntry:\n    import google.colab\nexcept ImportError:\n    pass"
    )
    cells = [
        Cell(1, imports, ran=True),
        Cell(2, "%%writefile written.py\nX = 3", ran=True),
        Cell(0, "import einops\nimport numpy as np\nfrom . import other\n", ran=True, file="helper.py"),
        Cell(0, "from net import x\nimport wandb", ran=True, file="mlp/net.py"),
    ]
    assert find_missing_packages(make_assignment(), cells) == {
        "torchsummary": ["cell 1"],
        "wandb": ["cell 1", "mlp/net.py"],
        "einops": ["helper.py"],
    }


def test_the_other_framework_is_not_there() -> None:
    """An assignment in PyTorch is graded without TensorFlow."""
    torch = dataclasses.replace(make_assignment(), extras=("torch",))
    keras = dataclasses.replace(make_assignment(), extras=("tensorflow",))
    cells = [Cell(1, "import keras\nimport torchvision", ran=True)]
    assert find_missing_packages(torch, cells) == {"keras": ["cell 1"]}
    assert find_missing_packages(keras, cells) == {"torchvision": ["cell 1"]}
