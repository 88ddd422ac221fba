"""Intake against uploads that are too large: one file, all together, in number, or only when unpacked."""

from __future__ import annotations

import io
import struct
import tarfile
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from autograder.errors import GraderError
from autograder.intake import receive_upload
from autograder.records import Assignment
from tests.helpers.uploads import STEM, make_assignment, notebook, take, told, zipped

MB = 2**20


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


def test_a_zip_that_inflates_a_thousandfold(tmp_path: Path) -> None:
    """A bomb is refused by its declared ratio, in little memory; the notebook beside it is graded."""
    path = tmp_path / f"{STEM}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{STEM}.ipynb", notebook())
        archive.writestr("model.pt", bytes(30 * MB))
    tracemalloc.start()
    submission = take(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert '"model.pt" was skipped: it unpacks to 30 MB from' in told(submission)
    assert peak < 8 * MB
    assert submission.cells


def test_a_zip_that_lies_about_its_size(tmp_path: Path) -> None:
    """A bomb that declares a small size is read no further than that size and then found damaged."""
    path = zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "model.pt": bytes(30 * MB)})
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    struct.pack_into("<I", content, entry + 24, 1000)
    path.write_bytes(content)
    submission = take(path)
    assert '"model.pt" was skipped: it is damaged' in told(submission)
    assert submission.files == (f"{STEM}.ipynb",)


def test_a_tar_that_inflates_a_thousandfold(tmp_path: Path) -> None:
    """A compressed tar is stopped as a whole."""
    path = tmp_path / f"{STEM}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo("model.pt")
        info.size = 30 * MB
        archive.addfile(info, io.BytesIO(bytes(30 * MB)))
    submission = take(path)
    assert "unpacks to far more than any answer needs" in told(submission)
    assert submission.fatal


def test_a_zip_with_a_long_table_of_contents(tmp_path: Path) -> None:
    """A table of contents for millions of entries is refused before zipfile reads it."""
    path = tmp_path / f"{STEM}.zip"
    with path.open("wb") as file:
        file.truncate(200 * MB)
        file.seek(0, 2)
        file.write(struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 65_535, 65_535, 200 * MB, 0, 0))
    tracemalloc.start()
    submission = take(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "lists far too many files" in told(submission)
    assert peak < 4 * MB


@pytest.mark.parametrize("packed", [False, True])
def test_a_file_of_200_mb(tmp_path: Path, packed: bool) -> None:
    """A huge notebook (sparse on disk) is refused by its size, bare or in a zip, without being read."""
    path = tmp_path / f"{STEM}.ipynb"
    with path.open("wb") as file:
        file.truncate(200 * MB)
    if packed:
        info = zipfile.ZipInfo(path.name)
        with zipfile.ZipFile(tmp_path / f"{STEM}.zip", "w") as archive, archive.open(info, "w") as out:
            for _ in range(200):
                out.write(bytes(MB))
        path = tmp_path / f"{STEM}.zip"
    tracemalloc.start()
    submission = take(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "it is 200 MB; the limit is 64 MB" in told(submission)
    assert peak < 2 * MB
    assert submission.fatal


def test_the_total_is_capped(tmp_path: Path) -> None:
    """Files that are small one by one may not be large together."""
    small = make_assignment(max_bytes=1000, max_total_bytes=1500)
    files = {f"{STEM}.ipynb": notebook(), "model.pt": b"1" * 900, f"{STEM}.pdf": b"2" * 900}
    submission = receive_upload(zipped(tmp_path, files), small, tmp_path / "work")
    assert submission.files == (f"{STEM}.ipynb", "model.pt")
    assert f'"{STEM}.pdf" was skipped: it is larger than the' in told(submission)


def test_a_used_folder_is_the_graders_fault(tmp_path: Path, assignment: Assignment) -> None:
    """Two submissions never share a folder."""
    path = zipped(tmp_path, {f"{STEM}.ipynb": notebook()})
    receive_upload(path, assignment, tmp_path / "work")
    with pytest.raises(GraderError, match="not empty"):
        receive_upload(path, assignment, tmp_path / "work")
