"""Finding the submissions in what an instructor names: files, folders, exports of course sites."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from autograder.errors import SubmissionError
from autograder.intake import find_submissions
from autograder.records import Assignment
from tests.helpers.uploads import OTHER, STEM, make_assignment, notebook, write_zip

MB = 2**20


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


def tree(root: Path, *names: str) -> Path:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(notebook())
    return root


def named(found: list[tuple[str, Path]], root: Path) -> dict[str, str]:
    return {id: path.relative_to(root).as_posix() for id, path in found}


def test_collect_single_uploads(tmp_path: Path, assignment: Assignment) -> None:
    """A notebook, a zip of one submission and a folder with one submission are one each."""
    tree(tmp_path, f"{STEM}.ipynb", "own/answers.ipynb", "own/model.pt", "own/data/raw/x.gz.txt")
    write_zip(tmp_path / "any name.zip", {"folder/a.ipynb": notebook(), "folder/model.pt": b"1"})
    paths = [tmp_path / f"{STEM}.ipynb", tmp_path / "any name.zip", tmp_path / "own"]
    assert named(find_submissions(paths, assignment), tmp_path) == {
        STEM: f"{STEM}.ipynb",
        "any name": "any name.zip",
        "own": "own",
    }


def test_collect_a_folder_of_submissions(tmp_path: Path, assignment: Assignment) -> None:
    """Every file and every subfolder is one; lists, left-over files and empty folders are not."""
    root = tree(tmp_path / "all", "a.ipynb", "b.zip", "c/x.ipynb", "d/x.ipynb", "d/model.pt", "grades.csv", ".DS_Store")
    (root / "empty").mkdir()
    assert named(find_submissions([root], assignment), root) == {
        "a": "a.ipynb",
        "b": "b.zip",
        "c": "c/x.ipynb",
        "d": "d",
    }


def test_collect_moodle_folders(tmp_path: Path, assignment: Assignment) -> None:
    """Moodle's folders give the student's name and number; the file inside keeps its own name."""
    prefix = "_assignsubmission_file_"
    root = tree(tmp_path / "all", f"Ada Lovelace_4711{prefix}/{STEM}.ipynb", f"Alan Turing_4712{prefix}/notes.docx")
    assert named(find_submissions([root], assignment), root) == {
        "Ada Lovelace_4711": f"Ada Lovelace_4711{prefix}/{STEM}.ipynb",
        "Alan Turing_4712": f"Alan Turing_4712{prefix}",
    }


def test_collect_moodle_files(tmp_path: Path, assignment: Assignment) -> None:
    """Moodle's flat download too, also for a student who handed in a file of another type."""
    root = tree(tmp_path / "all", "A_1_assignsubmission_file_hw.ipynb", "B_2_assignsubmission_file_hw.docx")
    assert set(named(find_submissions([root], assignment), root)) == {"A_1", "B_2"}


@pytest.mark.parametrize("wrap", ["", "assignment_99_export/"])
def test_collect_a_gradescope_export(tmp_path: Path, assignment: Assignment, wrap: str) -> None:
    """The zip is unpacked below ``into``; each submission folder is one, the list of them is none."""
    path = write_zip(
        tmp_path / "export.zip",
        {
            f"{wrap}submission_metadata.yml": b"---",
            f"{wrap}submission_1/{STEM}.ipynb": notebook(),
            f"{wrap}submission_2/{OTHER}.ipynb": notebook(),
            f"{wrap}submission_2/model.pt": b"1",
            f"{wrap}submission_3/empty.txt": b"",
        },
    )
    found = find_submissions([path], assignment, tmp_path / "unpacked")
    assert [id for id, _ in found] == ["submission_1", "submission_2", "submission_3"]
    assert all(path.is_relative_to(tmp_path / "unpacked") for _, path in found)
    assert found[0][1].name == f"{STEM}.ipynb"
    assert (found[1][1] / "model.pt").read_bytes() == b"1"


def test_collect_an_unpacked_export(tmp_path: Path, assignment: Assignment) -> None:
    """An export of one student, unpacked into a folder of its own, is still an export."""
    root = tree(tmp_path / "all", "export/submission_metadata.yml", "export/submission_1/a.ipynb")
    assert named(find_submissions([root], assignment), root) == {"submission_1": "export/submission_1/a.ipynb"}


def test_collect_a_zip_of_zips(tmp_path: Path, assignment: Assignment) -> None:
    """Students' zips in a zip are taken out, not opened; what would leave the folder is left out and logged."""
    inner = write_zip(tmp_path / "inner.zip", {f"{STEM}.ipynb": notebook()}).read_bytes()
    path = write_zip(tmp_path / "all.zip", {"a.zip": inner, "b.zip": inner, "../c.zip": inner})
    found = find_submissions([path], assignment, tmp_path / "unpacked")
    assert [(id, path.name) for id, path in found] == [("a", "a.zip"), ("b", "b.zip")]
    assert not (tmp_path / "unpacked" / "c.zip").exists()
    assert not (tmp_path / "c.zip").exists()


def test_collected_ids_differ(tmp_path: Path, assignment: Assignment) -> None:
    """Two uploads of one name keep apart, also where capitals do not count."""
    tree(tmp_path, "x/a.ipynb", "x/b.ipynb", "y/a.ipynb", "y/B.ipynb")
    assert [id for id, _ in find_submissions([tmp_path / "x", tmp_path / "y"], assignment)] == ["a", "b", "B-2", "a-2"]


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda root: [root / "absent"], "does not exist"),
        (lambda root: [tree(root / "e", "notes.txt")], "contains no submission"),
        (lambda root: [], "[Nn]othing to grade"),
    ],
)
def test_collect_finds_nothing(
    tmp_path: Path, assignment: Assignment, make: Callable[[Path], list[Path]], message: str
) -> None:
    """A path that is wrong or empty is an error, not an empty class."""
    with pytest.raises(SubmissionError, match=message):
        find_submissions(make(tmp_path), assignment)
