"""Intake against the sheet's rules: names, ids, one notebook, no other files; each finding says what to do."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from autograder.errors import GraderError
from autograder.intake import receive_upload
from autograder.records import Assignment
from tests.helpers.uploads import OTHER, STEM, code, make_assignment, notebook, take, told, zipped

MB = 2**20


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


def test_a_right_zip(tmp_path: Path) -> None:
    """Notebook, pdf and weights of the right names are taken without a word."""
    files = {f"{STEM}.ipynb": notebook(), f"{STEM}.pdf": b"%PDF", "model.pt": b"weights"}
    submission = take(zipped(tmp_path, files))
    assert submission.findings == ()
    assert submission.files == (f"{STEM}.ipynb", f"{STEM}.pdf", "model.pt")
    assert [cell.source for cell in submission.cells] == ["x = 1"]
    assert submission.id == STEM
    assert (submission.folder / "model.pt").read_bytes() == b"weights"


def test_a_right_notebook_and_a_right_folder(tmp_path: Path, assignment: Assignment) -> None:
    """The same bytes are the same submission, as a bare notebook, a zip, a tar or in a folder of any name."""
    path = tmp_path / f"{STEM}.ipynb"
    path.write_bytes(notebook())
    (tmp_path / "submission").mkdir()
    (tmp_path / "submission" / path.name).write_bytes(notebook())
    with tarfile.open(tmp_path / f"{STEM}.tar.gz", "w:gz") as archive:
        archive.add(path, f"./{path.name}")
    uploads = [path, zipped(tmp_path, {path.name: notebook()}), tmp_path / "submission", tmp_path / f"{STEM}.tar.gz"]
    received = [receive_upload(upload, assignment, tmp_path / str(i)) for i, upload in enumerate(uploads)]
    assert len({submission.sha256 for submission in received}) == 1
    assert [submission.findings for submission in received[:3]] == [(), (), ()]
    assert "not a name that the assignment sheet asks for" in told(received[3])  # this sheet wants a zip
    assert all(submission.cells for submission in received)


def test_the_hash_tells_names_and_bytes_apart(tmp_path: Path, assignment: Assignment) -> None:
    """Moving bytes between files, or from a content to a name, changes the hash."""
    one = {f"{STEM}.ipynb": notebook(), "model.pt": b"ab"}
    variants = [one, one | {"model.pt": b"a"}, {f"{OTHER}.ipynb": notebook(), "model.pt": b"ab"}]
    hashes = {
        receive_upload(zipped(tmp_path, files, f"{i}.zip"), assignment, tmp_path / f"w{i}").sha256
        for i, files in enumerate(variants)
    }
    assert len(hashes) == 3


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("hw2.zip", "it should have 3 parts joined by _, but has 1"),
        ("hw2_123456789.zip", "it should have 3 parts joined by _, but has 2"),
        ("hw2_12345678_987654321.zip", "12345678 has 8 digits, but should have 9"),
        ("hw2_123456789_123456789.zip", "123456789 appears twice, but the IDs should be different"),
        ("hw2_123456789_ada.zip", '"ada" should be an ID of 9 digits'),
        ("hw3_123456789_987654321.zip", '"hw3" should be "hw2"'),
        (f"{STEM} (1).zip", "remove the ending that marks a copy"),
    ],
)
def test_a_wrong_upload_name_is_told_and_graded(tmp_path: Path, name: str, hint: str) -> None:
    """What is wrong with the name is said, with a right one to copy; the answers still count."""
    submission = take(zipped(tmp_path, {f"{STEM}.ipynb": notebook()}, name))
    assert hint in told(submission)
    assert f"Use a name like {STEM}.zip" in told(submission)
    assert "Its files were read; please rename it." in told(submission)
    assert submission.cells
    assert not submission.fatal


def test_the_name_that_a_site_gave_it(tmp_path: Path) -> None:
    """Moodle's prefix is not the student's mistake."""
    path = tmp_path / f"Ada Lovelace_4711_assignsubmission_file_{STEM}.ipynb"
    path.write_bytes(notebook())
    submission = take(path)
    assert submission.findings == ()
    assert submission.files == (f"{STEM}.ipynb",)


def test_ids_that_differ_inside(tmp_path: Path) -> None:
    """A notebook with other ids than the zip's is graded and pointed out."""
    submission = take(zipped(tmp_path, {f"{OTHER}.ipynb": notebook()}))
    assert told(submission) == (
        f'"{OTHER}.ipynb" contains different student IDs from the uploaded file\'s name (123456789, 987654321).'
    )
    assert submission.cells


def test_ids_that_differ_from_the_notebooks(tmp_path: Path) -> None:
    """In a folder, which has no name of its own, the IDs of the notebook are the ones to agree with."""
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / f"{STEM}.ipynb").write_bytes(notebook())
    (folder / f"{OTHER}.pdf").write_bytes(b"%PDF")
    assert told(take(folder)) == (
        f'"{OTHER}.pdf" contains different student IDs from the notebook\'s name (123456789, 987654321).'
    )


def test_wrong_names_of_other_files_are_told(tmp_path: Path) -> None:
    """A file of an accepted type is kept under its wrong name, and a likely right one is named."""
    submission = take(zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "model2.pt": b"1", "answers.pdf": b"2"}))
    assert (
        '"model2.pt" is not a name that the assignment sheet asks for. Use a name like model.pt. '
        "The file was kept under its name." in told(submission)
    )
    assert (
        f'"answers.pdf" is not a name that the assignment sheet asks for. Use a name like {STEM}.pdf '
        "(it should have 3 parts" in told(submission)
    )
    assert submission.files == ("answers.pdf", f"{STEM}.ipynb", "model2.pt")


def test_a_folder_without_a_name_checks_the_notebooks(tmp_path: Path) -> None:
    """Where bare files arrive in a folder, the rule for names applies to the notebook."""
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / "homework.ipynb").write_bytes(notebook())
    submission = take(folder)
    assert '"homework.ipynb" is not a name that the assignment sheet asks for' in told(submission)
    assert '"submission"' not in told(submission)
    assert submission.cells


def test_the_upload_name_may_be_given(tmp_path: Path) -> None:
    """A caller that knows the uploaded name passes it, whatever the path is called."""
    path = tmp_path / "tmp8123"
    path.write_bytes(notebook())
    submission = take(path, upload_name=f"{STEM}.ipynb", id="17")
    assert (submission.id, submission.findings, submission.files) == ("17", (), (f"{STEM}.ipynb",))


def test_a_folder_that_holds_one_zip_is_that_zip(tmp_path: Path) -> None:
    """Some sites deliver the zip itself in a folder."""
    (tmp_path / "submission").mkdir()
    zipped(tmp_path / "submission", {f"{STEM}.ipynb": notebook()})
    assert take(tmp_path / "submission").files == (f"{STEM}.ipynb",)


def test_left_over_files_of_machines_are_ignored(tmp_path: Path) -> None:
    """What macOS, Windows, Jupyter and git leave in a zip is nobody's fault and not a second notebook."""
    files = dict.fromkeys(
        ["__MACOSX/._a.ipynb", ".DS_Store", "Thumbs.db", f".ipynb_checkpoints/{STEM}-checkpoint.ipynb", ".git/HEAD"],
        b"x",
    )
    submission = take(zipped(tmp_path, files | {f"{STEM}.ipynb": notebook()}))
    assert submission.findings == ()
    assert submission.files == (f"{STEM}.ipynb",)


def test_other_file_types_are_left_out_in_one_sentence(tmp_path: Path) -> None:
    """What the sheet does not ask for is told once; the rest is graded."""
    submission = take(
        zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "helper.py": b"", "notes.docx": b"", "README": b""})
    )
    assert told(submission) == (
        "3 files were left out, because the assignment sheet does not ask for them (it takes .ipynb, .pdf and .pt "
        'files): "helper.py", "notes.docx" and "README".'
    )
    assert submission.cells
    assert submission.files == (f"{STEM}.ipynb",)


def test_two_notebooks_with_one_right_name(tmp_path: Path) -> None:
    """The one with the right name is graded, the other is left out, and it is said which."""
    submission = take(zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "draft.ipynb": notebook(code("draft"))}))
    assert f'2 notebooks, expected one; only "{STEM}.ipynb" counts' in told(submission)
    assert [cell.source for cell in submission.cells] == ["x = 1"]
    assert submission.files == (f"{STEM}.ipynb",)


def test_two_right_notebooks_and_one_of_the_uploads_name(tmp_path: Path) -> None:
    """Among two right names the one with the upload's ids counts."""
    assert take(zipped(tmp_path, {f"{STEM}.ipynb": notebook(), f"{OTHER}.ipynb": notebook()})).files == (
        f"{STEM}.ipynb",
    )


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"a.ipynb": notebook(), "b.ipynb": notebook()}, 'contains 2 notebooks ("a.ipynb", "b.ipynb"), expected one'),
        ({"answers.pdf": b"x"},
         "no notebook that can be graded. Expected a notebook with a name like "
         f'{STEM}.ipynb; the upload has "answers'),
        ({}, "the upload has no file that can be graded"),
        ({f"{STEM}.ipynb": b""}, "is empty"),
        ({f"{STEM}.ipynb": notebook()[:-9]}, "breaks off"),
        ({f"{STEM}.ipynb": b"not json"}, "is not a notebook"),
        ({f"{STEM}.ipynb": b'{"nbformat": 3, "worksheets": []}'}, "format 3"),
    ],
)  # fmt: skip
def test_what_leaves_nothing_to_grade_is_fatal(tmp_path: Path, files: dict[str, bytes], message: str) -> None:
    """Exactly one fatal finding says why there is nothing to grade; there are no cells."""
    submission = take(zipped(tmp_path, files))
    assert message in told(submission)
    assert [finding.fatal for finding in submission.findings].count(True) == 1
    assert submission.cells == ()


def test_an_upload_that_is_gone_is_the_graders_fault(tmp_path: Path, assignment: Assignment) -> None:
    """A path that is not there says nothing about the student."""
    with pytest.raises(GraderError, match=r"absent\.zip cannot be read"):
        receive_upload(tmp_path / "absent.zip", assignment, tmp_path / "work")


def test_a_fatal_report_does_not_say_that_it_is_graded(tmp_path: Path) -> None:
    """A wrong name is reported for a broken upload too, but without the promise that the upload is graded."""
    broken = take(zipped(tmp_path, {f"{STEM}.ipynb": b""}, "hw2.zip"))
    assert broken.fatal
    assert f"Use a name like {STEM}.zip" in broken.findings[0].message
    assert "graded" not in told(broken)


@pytest.mark.parametrize("count", [20, 21, 23])
def test_only_the_first_skipped_files_are_named(tmp_path: Path, count: int) -> None:
    """Twenty files that could have counted are named with the reason; the others are counted."""
    files = {f"n{number:02}?.pdf": b"" for number in range(count)}
    submission = take(zipped(tmp_path, files | {f"{STEM}.ipynb": notebook()}))
    assert told(submission).count("was skipped: its name cannot be used on Windows") == 20
    rest = {20: "", 21: "1 more file was skipped for similar reasons.", 23: "3 more files were skipped"}[count]
    assert rest in told(submission)
    assert len(submission.findings) == 20 + bool(rest)


def test_cells_run_out_of_order_are_told(tmp_path: Path) -> None:
    """The counts of the kernel reach the cells, and the student reads which cells stand out."""
    counted = [code(f"x = {count}") | {"execution_count": count} for count in (2, 5, 3)]
    submission = take(zipped(tmp_path, {f"{STEM}.ipynb": notebook(*counted)}))
    assert [cell.execution_count for cell in submission.cells] == [2, 5, 3]
    assert told(submission).startswith(f'Cell 2 of "{STEM}.ipynb" was not run in the order of the notebook')


def test_weights_may_be_larger_than_a_notebook(tmp_path: Path) -> None:
    """161 MB of weights, a network of 40 million parameters, are taken; a notebook of 65 MB is not."""
    folder = tmp_path / "submission"
    folder.mkdir()
    (folder / f"{STEM}.ipynb").write_bytes(notebook())
    with (folder / "model.pt").open("wb") as file:
        file.truncate(161 * MB)
    submission = take(folder)
    assert submission.files == (f"{STEM}.ipynb", "model.pt")
    with (folder / f"{STEM}.ipynb").open("ab") as file:
        file.truncate(65 * MB)
    submission = take(folder / f"{STEM}.ipynb")
    assert "it is 65 MB; the limit is 64 MB" in told(submission)
