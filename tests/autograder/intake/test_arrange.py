"""Which files of an upload are taken and where they are stored, by kinds of uploads that people hand in."""

from __future__ import annotations

import dataclasses
import unicodedata
import zipfile
from pathlib import Path

import pytest

from autograder.intake import receive_upload
from autograder.records import Assignment, Submission, SubmissionRules, Task
from autograder.worker.submitted_modules import programs_of
from tests.helpers.uploads import STEM, code, make_assignment, notebook, take, told, write_zip, zipped

LAB = Assignment(
    slug="lab",
    title="Lab",
    course="Course",
    notebooks=("lab.ipynb",),
    scripts=("model_Net.py",),
    rules=SubmissionRules(
        upload=(r"[\w .-]+\.zip",),
        notebooks=(r"lab\.ipynb",),
        optional=(r"model_Net\.py", r"net_best\.pt", r"net\.keras", r"net\.weights\.h5", r"[\w-]+\.(py|png|csv)"),
        example="lab_ada.zip",
    ),
    tasks=(
        Task("one", "1", "One", 3, notebook="lab.ipynb", needs=("f",)),
        Task("two", "2", "Two", 3, script="model_Net.py", needs=("Net",), files=("net_best.pt",)),
    ),
)


def hand_in(tmp_path: Path, *names: str, sheet: Assignment = LAB, **contents: bytes) -> Submission:
    """Receive a zip with files of these names: notebooks are notebooks, everything else is one line of text."""
    files = {name: notebook(code("f = 1")) if ".ipynb" in name.lower() else b"x = 1\n" for name in names}
    return receive_upload(write_zip(tmp_path / "lab_ada.zip", files | contents), sheet, tmp_path / "in")


@pytest.mark.parametrize(
    "name",
    [
        "lab.ipynb.json", "lab.ipynb.txt", "lab.ipynb.download", "lab.ipynb.txt.txt", "lab.IPYNB", "Lab.ipynb",
        "lab (1).ipynb", "lab(2).ipynb", "Copy of lab.ipynb", "Kopie von lab.ipynb", "lab-Copy1.ipynb",
        "lab - Copy.ipynb", "lab copy 2.ipynb", "lab (1).ipynb.json", "\u200elab.ipynb",
    ],
)  # fmt: skip
def test_a_notebook_under_a_name_that_a_program_changed(tmp_path: Path, name: str) -> None:
    """Browsers, Drive, Jupyter, Windows and macOS add to names; the notebook is taken under the right one."""
    submission = hand_in(tmp_path, name, "model_Net.py")
    assert submission.files == ("lab.ipynb", "model_Net.py")
    assert [cell.source for cell in submission.cells if not cell.file] == ["f = 1"]
    assert told(submission) == (
        f'"{name}" was used as lab.ipynb. Please give it exactly that name.' if name != "\u200elab.ipynb" else ""
    )


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("net_best.pth", "net_best.pt"), ("NET-best.PT", "net_best.pt"), ("net_best (1).pt", "net_best.pt"),
        ("net best.ckpt", "net_best.pt"), ("net.h5", "net.weights.h5"), ("Net.keras", "net.keras"),
        ("Model_net.py", "model_Net.py"), ("model-Net-Copy1.py", "model_Net.py"),
    ],
)  # fmt: skip
def test_scripts_and_weights_under_a_similar_name(tmp_path: Path, name: str, right: str) -> None:
    """Another extension, capitals, dashes and marks of copies are put right, and told once."""
    submission = hand_in(tmp_path, "lab.ipynb", name)
    assert right in submission.files and name not in submission.files
    assert f'"{name}" was used as {right}. Please give it exactly that name.' in told(submission)


def test_the_right_name_goes_before_a_similar_one(tmp_path: Path) -> None:
    """Of a file and its copies the one with the right name counts; what happens to the others is told."""
    names = ["old/lab.ipynb", "lab.ipynb", "lab (1).ipynb", "net_best.pth", "net_best.pt", "old/net_best.pt"]
    submission = hand_in(tmp_path, *names, "model_Net.py")
    assert submission.files == ("lab.ipynb", "model_Net.py", "net_best.pt")
    assert '"old/lab.ipynb" was skipped: another file has the same name.' in told(submission)
    assert '"net_best.pth" was skipped: another file is used as net_best.pt.' in told(submission)
    assert 'only "lab.ipynb" counts' in told(submission)


def test_two_copies_of_which_none_has_the_right_name(tmp_path: Path) -> None:
    """Nobody guesses which of two copies is meant."""
    submission = hand_in(tmp_path, "lab.ipynb", "model_Net.py", "net_best (1).pt", "net_best (2).pt")
    assert "net_best.pt" not in submission.files
    assert "net_best (1).pt" in submission.files


@pytest.mark.parametrize("folder", ["lab", "Downloads/lab", "a/b/c", "a\\b"])
def test_folders_around_the_whole_upload_are_taken_off(tmp_path: Path, folder: str) -> None:
    """One folder or several, with / or \\, and junk beside them: nothing is told, and folders inside stay."""
    names = ["lab.ipynb", "model_Net.py", "net_best.pt", "mlp/__init__.py", "mlp/src/net.py"]
    separator = "\\" if "\\" in folder else "/"
    inside = [f"{folder}/{name}".replace("/", separator) for name in names]
    submission = hand_in(tmp_path, *inside, f"__MACOSX/{folder}/._lab.ipynb", f"{folder}/.DS_Store")
    assert submission.files == tuple(sorted(names))
    assert told(submission) == ""


def test_folders_stay_folders(tmp_path: Path) -> None:
    """A package keeps its layout on disk and in the cells; an empty __init__.py is no fault."""
    submission = hand_in(tmp_path, "lab.ipynb", "model_Net.py", "mlp/src/net.py", **{"mlp/__init__.py": b""})
    assert submission.files == ("lab.ipynb", "mlp/__init__.py", "mlp/src/net.py", "model_Net.py")
    assert (submission.folder / "mlp/src/net.py").read_text() == "x = 1\n"
    modules = {cell.file: (cell.source, cell.notebook) for cell in submission.cells if cell.file}
    assert modules == {
        "mlp/__init__.py": ("", ""),
        "mlp/src/net.py": ("x = 1\n", ""),
        "model_Net.py": ("x = 1\n", "model_Net.py"),
    }
    assert told(submission) == ""


def test_what_is_beside_the_notebook_stays_beside_it(tmp_path: Path) -> None:
    """A notebook in a folder is moved to the top, and the modules that it imports with it."""
    submission = hand_in(tmp_path, "code/lab.ipynb", "code/util.py", "code/pkg/a.py", "model_Net.py", "README")
    assert submission.files == ("lab.ipynb", "model_Net.py", "pkg/a.py", "util.py")
    assert '"code/lab.ipynb" was moved to the top level, where the grader looks for it.' in told(submission)


def test_weights_and_scripts_in_folders_are_found(tmp_path: Path) -> None:
    """What the sheet names is taken from wherever it is."""
    submission = hand_in(tmp_path, "lab.ipynb", "scripts/model_Net.py", "out/weights/net_best.pt")
    assert submission.files == ("lab.ipynb", "model_Net.py", "net_best.pt")
    assert '"scripts/model_Net.py" and "out/weights/net_best.pt" were moved to the top level' in told(submission)


def test_a_project_folder_as_it_is(tmp_path: Path) -> None:
    """Environments, packages, logs and data are left out in one sentence that counts them."""
    rubbish = [
        *(f"venv/lib/python3.11/site-packages/torch/m{number}.py" for number in range(500)),
        *(f"node_modules/left-pad/{number}.js" for number in range(40)),
        *("env/pyvenv.cfg", "env/bin/activate.py", "env/lib/x.py"),
        *(f"runs/{number}/events.out.tfevents.{number}" for number in range(7)),
        *("runs/best.pt", "data/MNIST/raw/train-images-idx3-ubyte.gz", ".env", "notes.docx"),
        *(".git/HEAD", "__pycache__/a.cpython-311.pyc", ".ipynb_checkpoints/lab-checkpoint.ipynb"),
    ]
    submission = hand_in(tmp_path, *(f"hw/{name}" for name in ["lab.ipynb", "model_Net.py", "net_best.pt", *rubbish]))
    assert submission.files == ("lab.ipynb", "model_Net.py", "net_best.pt")
    assert told(submission) == (
        "554 files were left out, because the assignment sheet does not ask for them (it takes .ipynb, .py, .pt, "
        '.keras, .h5, .png and .csv files): "venv/" (500 files), "node_modules/" (40 files), "runs/" (8 files), "env/" '
        '(3 files), "data/MNIST/raw/train-images-idx3-ubyte.gz" and 2 more.'
    )


def test_forty_five_pictures_beside_a_right_notebook(tmp_path: Path) -> None:
    """Pictures of a sheet that does not ask for any are left out in one sentence; the notebook is graded."""
    files = {f"figures/plot {number}.png": b"x" for number in range(45)} | {f"{STEM}.ipynb": notebook()}
    submission = take(zipped(tmp_path, files))
    assert submission.files == (f"{STEM}.ipynb",) and submission.cells
    assert told(submission) == (
        "45 files were left out, because the assignment sheet does not ask for them (it takes .ipynb, .pdf and .pt "
        'files): "figures/" (45 files).'
    )


def test_a_limit_on_files_never_costs_what_the_sheet_names(tmp_path: Path) -> None:
    """What is named is taken first, then modules; the rest is left out in one sentence."""
    sheet = dataclasses.replace(LAB, rules=dataclasses.replace(LAB.rules, max_files=5))
    pictures = [f"a{number}.png" for number in range(9)]
    submission = hand_in(tmp_path, *pictures, "util.py", "z/net_best.pt", "model_Net.py", "lab.ipynb", sheet=sheet)
    assert submission.files == ("a0.png", "lab.ipynb", "model_Net.py", "net_best.pt", "util.py")
    assert "8 files were left out, because at most 5 files are taken" in told(submission)
    assert not submission.fatal


def test_many_names_that_the_sheet_does_not_know(tmp_path: Path) -> None:
    """Checkpoints beside the right weights are kept; one sentence says so."""
    names = [f"epoch_{number}.pt" for number in range(30)]
    submission = hand_in(tmp_path, "lab.ipynb", "model_Net.py", "net_best.pt", *names)
    assert set(names) < set(submission.files)
    (finding,) = submission.findings
    assert finding.message.startswith("30 files have names that the assignment sheet does not ask for, but were kept")


def test_a_file_where_another_one_has_a_folder(tmp_path: Path) -> None:
    """A hostile zip in which a name is a file and a folder: the file that the sheet names is taken."""
    submission = hand_in(tmp_path, "net_best.pt/evil.py", "net_best.pt", "lab.ipynb", "model_Net.py", "lab.ipynb/x.py")
    assert submission.files == ("lab.ipynb", "model_Net.py", "net_best.pt")
    assert told(submission).count("another file has the same name") == 2


class Unmarked(zipfile.ZipInfo):
    """A name in UTF-8 without the flag that says so, as the archiver of macOS writes it."""

    def _encodeFilenameFlags(self) -> tuple[bytes, int]:
        return self.filename.encode(), self.flag_bits & ~0x800


@pytest.mark.parametrize("kind", [zipfile.ZipInfo, Unmarked])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_accents_however_they_are_written(tmp_path: Path, kind: type[zipfile.ZipInfo], form: str) -> None:
    """Names are stored with composed accents, whichever way the zip has them, and whether or not it says UTF-8."""
    path = tmp_path / "lab_ada.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("lab.ipynb", "model_Net.py", "café/é.py"):
            info = kind(unicodedata.normalize(form, name))
            archive.writestr(info, notebook() if name.endswith("ipynb") else b"x = 1")
    submission = receive_upload(path, LAB, tmp_path / "in")
    assert unicodedata.normalize("NFC", "café/é.py") in submission.files


def test_the_same_upload_in_every_packing_is_the_same_submission(tmp_path: Path) -> None:
    """A zip, a zip of the folder and the folder itself have one hash: what is graded is the same."""
    files = {"lab.ipynb": notebook(), "model_Net.py": b"x = 1", "mlp/net.py": b"y = 1"}
    folder = tmp_path / "folder"
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    uploads = [
        write_zip(tmp_path / "lab_a.zip", files),
        write_zip(tmp_path / "lab_b.zip", {f"hw/{name}": content for name, content in files.items()}),
        folder,
    ]
    hashes = {receive_upload(upload, LAB, tmp_path / f"in{n}").sha256 for n, upload in enumerate(uploads)}
    assert len(hashes) == 1


def test_scripts_and_weights_without_a_notebook(tmp_path: Path) -> None:
    """What the scripts answer is graded; the notebook is told as missing, and nothing is fatal."""
    submission = hand_in(tmp_path, "hw/model_Net.py", "hw/net_best.pt")
    assert [cell.notebook for cell in submission.cells] == ["model_Net.py"]
    assert told(submission) == "lab.ipynb is missing from the upload. Without it, its tasks cannot be graded."


def test_a_sheet_of_ids_puts_the_name_right(tmp_path: Path) -> None:
    """Where a name is a pattern, capitals and marks are put right, and the IDs in it are read."""
    submission = take(zipped(tmp_path, {f"{STEM.upper()} (1).IPYNB": notebook()}))
    assert submission.files == (f"{STEM}.ipynb",)
    bare = tmp_path / "two" / f"{STEM}.ipynb.txt"
    bare.parent.mkdir()
    bare.write_bytes(notebook())
    submission = receive_upload(bare, make_assignment(), tmp_path / "in2")
    assert told(submission) == f'"{STEM}.ipynb.txt" was used as {STEM}.ipynb. Please give it exactly that name.'


def test_answers_of_a_notebook_that_stayed_at_home(tmp_path: Path) -> None:
    """A sheet of scripts: the file that defines what the notebook asks for is read in its place."""
    answers = {"answers.py": b"def f(x):\n    return x\n", "plots.py": b"x = 1\n"}
    submission = hand_in(tmp_path, "model_Net.py", "net_best.pt", **answers)
    places = {cell.file: cell.notebook for cell in submission.cells}
    assert places == {"answers.py": "lab.ipynb", "model_Net.py": "model_Net.py", "plots.py": ""}
    assert told(submission) == '"answers.py" was read in place of lab.ipynb, because it defines f.'
    assert programs_of(submission.cells)["lab.ipynb"].get("f")(3) == 3
