"""Intake against damaged and hostile archives: a clear sentence, nothing written outside, nothing crashed."""

from __future__ import annotations

import io
import os
import random
import stat
import struct
import tarfile
import warnings
import zipfile
from pathlib import Path

import pytest

from autograder.intake import receive_upload
from autograder.records import Assignment
from tests.helpers.uploads import STEM, make_assignment, notebook, take, told, zipped

MB = 2**20


@pytest.fixture
def assignment() -> Assignment:
    return make_assignment()


@pytest.mark.parametrize(
    "name",
    ["../evil.pdf", "a/../../evil.pdf", "/etc/evil.pdf", "C:/evil.pdf", "..\\evil.pdf", "C:\\evil.pdf", "new\nline.pdf",
     "bell\x07.pdf", "turned\u202egnp.pdf", "nul.pdf", "COM1.pdf", "a//b.pdf", "./a.pdf", "dot./a.pdf", "what?.pdf",
     "x" * 300 + ".pdf", "\x00.pdf", "end \x00.pdf"],
)  # fmt: skip
def test_names_that_are_not_clean(tmp_path: Path, name: str) -> None:
    """A path that leaves the folder, or a name that some system reads otherwise, is never written."""
    path = tmp_path / f"{STEM}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{STEM}.ipynb", notebook())
        info = zipfile.ZipInfo("x")
        info.filename = name
        archive.writestr(info, b"evil")
    submission = take(path)
    assert submission.files == (f"{STEM}.ipynb",)
    assert "was skipped: its " in told(submission)
    assert told(submission).isprintable()
    assert submission.cells


def test_names_that_collide(tmp_path: Path) -> None:
    """Of names that are one file on some systems only the first is taken."""
    path = tmp_path / f"{STEM}.zip"
    with warnings.catch_warnings(), zipfile.ZipFile(path, "w") as archive:
        warnings.simplefilter("ignore", UserWarning)  # zipfile warns of the repeated name
        for name in (f"{STEM}.ipynb", "model.pt", "model.pt", "MODEL.pt", "x/Model.PT"):
            archive.writestr(name, notebook() if "ipynb" in name else b"1")
    submission = take(path)
    assert submission.files == (f"{STEM}.ipynb", "model.pt")
    assert told(submission).count("another file has the same name") == 3


def test_a_link_in_a_zip(tmp_path: Path) -> None:
    """A symbolic link is refused, whatever it points to; the notebook beside it is graded."""
    link = zipfile.ZipInfo("model.pt")
    link.create_system = 3
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / f"{STEM}.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(f"{STEM}.ipynb", notebook())
        archive.writestr(link, "/etc/passwd")
    submission = take(path)
    assert '"model.pt" was skipped: it is a link' in told(submission)
    assert submission.files == (f"{STEM}.ipynb",)


def test_links_and_devices_in_a_tar(tmp_path: Path) -> None:
    """Links of both kinds, devices and pipes are refused; the notebook between them is graded."""
    path = tmp_path / f"{STEM}.tar"
    with tarfile.open(path, "w") as archive:
        for name, kind in (("a.pt", tarfile.SYMTYPE), ("b.pt", tarfile.LNKTYPE), ("c.pt", tarfile.CHRTYPE),
                           ("d.pt", tarfile.BLKTYPE), ("e.pt", tarfile.FIFOTYPE)):  # fmt: skip
            info = tarfile.TarInfo(name)
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
        info = tarfile.TarInfo(f"{STEM}.ipynb")
        info.size = len(notebook())
        archive.addfile(info, io.BytesIO(notebook()))
        archive.addfile(tarfile.TarInfo("../evil.pdf"))
    submission = take(path)
    assert submission.files == (f"{STEM}.ipynb",)
    assert told(submission).count("it is a link") == 2
    assert told(submission).count("it is not a regular file") == 3
    assert "\"../evil.pdf\" was skipped: its path contains '..'" in told(submission)
    assert submission.cells


def test_names_that_are_not_utf8(tmp_path: Path) -> None:
    """Bytes that are no UTF-8 are refused and shown escaped, from a tar and from a folder."""
    path = tmp_path / f"{STEM}.tar"
    with tarfile.open(path, "w") as archive:
        archive.addfile(tarfile.TarInfo("caf\udce9.pdf"))
    assert '"caf\\xdce9.pdf" was skipped: its name is not UTF-8' in told(take(path))
    folder = tmp_path / "second" / "submission"
    folder.mkdir(parents=True)
    (folder / "caf\udce9.pdf").write_bytes(b"")
    assert "was skipped: its name is not UTF-8" in told(take(folder))


def test_links_and_pipes_in_a_folder(tmp_path: Path) -> None:
    """A link to a file or folder is not followed and a pipe is not waited for."""
    folder, outside = tmp_path / "submission", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "model.pt").write_bytes(b"secret")
    (folder / f"{STEM}.ipynb").write_bytes(notebook())
    (folder / "model.pt").symlink_to(outside / "model.pt")
    (folder / "linked").symlink_to(outside)
    os.mkfifo(folder / "pipe.pdf")
    submission = take(folder)
    assert submission.files == (f"{STEM}.ipynb",)
    assert '"model.pt" was skipped: it is a link' in told(submission)
    assert '"linked" was left out' in told(submission)
    assert '"pipe.pdf" was skipped: it is not a regular file' in told(submission)


def test_an_archive_inside_the_archive(tmp_path: Path) -> None:
    """Nested archives are not opened; the student is told to put their files at the top."""
    inner = zipped(tmp_path, {f"{STEM}.ipynb": notebook()}, "inner.zip").read_bytes()
    submission = take(zipped(tmp_path, {"inner.zip": inner}))
    assert '"inner.zip" was skipped: it is an archive inside the upload' in told(submission)
    assert submission.fatal


@pytest.mark.parametrize("name", [f"{STEM}.rar", f"{STEM}.7z"])
def test_archives_of_other_kinds(tmp_path: Path, name: str) -> None:
    """A rar or 7z is answered with what to make instead."""
    (tmp_path / name).write_bytes(b"Rar!")
    submission = take(tmp_path / name)
    assert "Make a .zip of its files" in told(submission)
    assert submission.fatal


def test_a_locked_zip(tmp_path: Path) -> None:
    """Members under a password are refused with that reason."""
    path = zipped(tmp_path, {f"{STEM}.ipynb": notebook()})
    content = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    path.write_bytes(content)
    submission = take(path)
    assert "it is locked by a password" in told(submission)
    assert submission.fatal


def test_a_wrong_checksum(tmp_path: Path) -> None:
    """A member whose bytes do not agree with its checksum is refused and leaves no file; the rest is graded."""
    path = tmp_path / f"{STEM}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"{STEM}.ipynb", notebook())
        archive.writestr("model.pt", b"weights")
    path.write_bytes(path.read_bytes().replace(b"weights", b"weighty"))
    submission = take(path)
    assert '"model.pt" was skipped: it is damaged' in told(submission)
    assert submission.files == (f"{STEM}.ipynb",)
    assert submission.cells


@pytest.mark.parametrize("keep", [0, 10, 100, -30])
def test_a_zip_that_breaks_off(tmp_path: Path, keep: int) -> None:
    """An upload that was cut short is told as such, wherever the cut is."""
    path = zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "model.pt": b"1" * 1000})
    path.write_bytes(path.read_bytes()[:keep])
    submission = take(path)
    assert "cannot be read as a zip: it is cut short" in told(submission)
    assert submission.fatal


def test_a_member_that_breaks_off(tmp_path: Path) -> None:
    """A table of contents that promises more than there is costs that member only."""
    path = tmp_path / f"{STEM}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(f"{STEM}.ipynb", notebook())
        archive.writestr("model.pt", b"weights")
    content = bytearray(path.read_bytes())
    entry = content.index(b"PK\x01\x02", content.index(b"PK\x01\x02") + 1)
    struct.pack_into("<II", content, entry + 20, 500_000, 500_000)
    path.write_bytes(content)
    submission = take(path)
    assert '"model.pt" was skipped: it is damaged' in told(submission)
    assert submission.files == (f"{STEM}.ipynb",)


@pytest.mark.parametrize("keep", [0, 5, 60, 300])
def test_a_tar_that_breaks_off(tmp_path: Path, keep: int) -> None:
    """A cut tar.gz leaves nothing to grade and a sentence."""
    path = tmp_path / f"{STEM}.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        info = tarfile.TarInfo(f"{STEM}.ipynb")
        content = os.urandom(5000)
        info.size = len(content)
        archive.addfile(info, io.BytesIO(content))
    path.write_bytes(path.read_bytes()[:keep])
    submission = take(path)
    assert "damaged" in told(submission)
    assert submission.fatal


@pytest.mark.parametrize("kind", ["zip", "tar", "tar.gz"])
def test_no_damage_raises(tmp_path: Path, assignment: Assignment, kind: str) -> None:
    """Archives with a few bytes changed at random give findings or a submission, never an exception."""
    path = zipped(tmp_path, {f"{STEM}.ipynb": notebook(), "model.pt": b"12345"})
    if kind != "zip":
        path = tmp_path / f"{STEM}.{kind}"
        with tarfile.open(path, "w:gz" if kind == "tar.gz" else "w", format=tarfile.PAX_FORMAT) as archive:
            for name in (f"{STEM}.ipynb", "x" * 150 + ".pdf", "mödel.pt"):
                info = tarfile.TarInfo(name)
                info.size = 100
                archive.addfile(info, io.BytesIO(bytes(100)))
    whole = path.read_bytes()
    draw = random.Random(4)
    for number in range(150):
        damaged = bytearray(whole)
        for _ in range(draw.randint(1, 4)):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        path.write_bytes(damaged)
        submission = receive_upload(path, assignment, tmp_path / f"w{number}")
        assert submission.cells or submission.fatal
