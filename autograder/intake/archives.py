"""Lists the members of an upload: a zip, a tar, a folder or a single file. It writes nothing and follows no link.

Every generator here yields regular files, and also everything else that it meets, with a reason in ``refusal``. It
raises ``SubmissionError`` when the upload as a whole cannot be read. Read each member before asking for the next.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import os
import stat
import struct
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from autograder.course.files import open_regular, size_text
from autograder.errors import SubmissionError
from autograder.intake.filenames import TARS, ZIPS, is_archive, is_junk, quote_name, to_portable

MAX_ENTRIES = 100_000
"""Entries of one upload, with folders, junk and installed packages; far fewer of them are ever written."""
MAX_RATIO = 200
"""Unpacked bytes per packed byte. Notebooks and weights stay below 30; deflate reaches at most 1,032."""
SMALL = 2**20
"""Bytes below which the ratio does not matter, for the whole upload and for one file."""
MAX_DIRECTORY = 32 * 2**20
"""Bytes of a zip's table of contents, which zipfile reads at once; a virtual environment needs a tenth of it."""
MAX_UNPACKED = 16 * 2**30
"""Bytes that a tar may unpack to while it is read. What is written of it has limits of its own."""

READ_ERRORS = (
    *(OSError, EOFError, ValueError, LookupError, OverflowError, RuntimeError, MemoryError),
    *(struct.error, zlib.error, zipfile.BadZipFile, tarfile.TarError),
)
"""What the standard library raises on damaged or hostile archives (``RecursionError`` is a ``RuntimeError``)."""

LINK = "it is a link; add the file itself instead"
DEVICE = "it is not a regular file"
DAMAGED = "it is damaged (the archive is cut off, or a checksum is wrong); make the archive again"


@dataclass(frozen=True)
class Member:
    """One file of an upload. ``name`` is its path in the upload, unchecked, but written as ``to_portable`` does it.

    ``size`` is the declared one, in bytes.
    """

    name: str
    size: int
    open: Callable[[], BinaryIO]
    refusal: str = ""


def list_members(path: Path, name: str, *, max_entries: int = MAX_ENTRIES) -> Iterator[Member]:
    """List the members of the upload at ``path``; the extension of ``name`` decides how it is read."""
    if path.is_dir():
        return list_folder(path, max_entries)
    if is_archive(name, ZIPS):
        return list_zip(path, name, max_entries)
    if is_archive(name, TARS):
        return list_tar(path, name, max_entries)
    if is_archive(name):
        raise SubmissionError(
            f"{quote_name(name)} is an archive of a type that the grader cannot open. Make a .zip of its files."
        )
    return iter((Member(name, path.stat().st_size, lambda: open_regular(path)),))


def list_zip(path: Path, name: str, max_entries: int = MAX_ENTRIES) -> Iterator[Member]:
    """List the members of a zip, without its folders."""
    directory = MAX_DIRECTORY * max(1, max_entries // MAX_ENTRIES)
    with open_regular(path) as opened, _BoundedFile(opened.fileno(), directory, name) as file:
        try:
            archive = zipfile.ZipFile(file)
        except READ_ERRORS:
            raise SubmissionError(
                f"{quote_name(name)} cannot be read as a zip: it is cut short, damaged, or not a zip at all. "
                "Make the zip again, open it once to check that it is complete, and hand it in again."
            ) from None
        with archive:
            entries = archive.infolist()
            if len(entries) > max_entries:
                raise _make_too_many_error(name, max_entries)
            for info in entries:
                member = _make_zip_member(archive, info)
                if not member.name.endswith("/"):
                    yield member


def list_tar(path: Path, name: str, max_entries: int = MAX_ENTRIES) -> Iterator[Member]:
    """List the members of a tar, compressed or not, without its folders; it is read once from beginning to end."""
    with open_regular(path) as packed:
        compressed = packed.read(2) == b"\x1f\x8b"
        packed.seek(0)
        stream = gzip.GzipFile(fileobj=packed) if compressed else packed
        metered = _Meter(stream, MAX_UNPACKED, os.fstat(packed.fileno()).st_size, name)
        try:
            with tarfile.open(fileobj=metered, mode="r|") as archive:  # type: ignore[call-overload]
                for count, info in enumerate(archive, start=1):
                    if count > max_entries:
                        raise _make_too_many_error(name, max_entries)
                    if not info.isdir():
                        yield _make_tar_member(archive, info)
        except READ_ERRORS:
            raise SubmissionError(
                f"{quote_name(name)} cannot be read as a tar: it is cut short, damaged, or not a tar at all. "
                "Make it again, or make a .zip, and hand it in again."
            ) from None


def list_folder(folder: Path, max_entries: int = MAX_ENTRIES) -> Iterator[Member]:
    """List the files below ``folder`` in the order of their names, without entering folders that are junk."""
    waiting = [folder]
    count = 0
    while waiting:
        try:
            entries = sorted(os.scandir(waiting.pop()), key=lambda entry: entry.name)
        except OSError as error:
            raise SubmissionError(f"A folder of the upload cannot be read: {error.strerror}.") from None
        for entry in entries:
            count += 1
            if count > max_entries:
                raise _make_too_many_error(folder.name, max_entries)
            path = Path(entry.path)
            name = path.relative_to(folder).as_posix()
            if entry.is_dir(follow_symlinks=False):
                waiting += [] if is_junk(name) else [path]
            else:
                yield _make_folder_member(path, to_portable(name), entry.stat(follow_symlinks=False))


def _make_zip_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Member:
    kind = stat.S_IFMT(info.external_attr >> 16)
    refusal = ""
    if kind not in (0, stat.S_IFREG):
        refusal = LINK if kind == stat.S_IFLNK else DEVICE
    elif info.flag_bits & 1:
        refusal = "it is locked by a password; make the zip without one"
    elif info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        refusal = "it is compressed by an unusual method; make the zip with the program of your operating system"
    elif info.file_size > max(SMALL, MAX_RATIO * info.compress_size):
        refusal = (
            f"it unpacks to {size_text(info.file_size)} from {size_text(info.compress_size)}, which no real answer does"
        )
    return Member(_read_zip_name(info), info.file_size, lambda: _check_binary(archive.open(info)), refusal)


def _read_zip_name(info: zipfile.ZipInfo) -> str:
    """The member's path. Some programs write UTF-8 without saying so; ``zipfile`` then reads it as the old cp437."""
    name = info.orig_filename  # it keeps what follows a NUL, which filename hides
    if not info.flag_bits & 0x800:
        with contextlib.suppress(UnicodeError):
            name = name.encode("cp437").decode()
    return to_portable(name)


def _make_tar_member(archive: tarfile.TarFile, info: tarfile.TarInfo) -> Member:
    refusal = "" if info.isfile() else LINK if info.issym() or info.islnk() else DEVICE
    name = to_portable(info.name.removeprefix("./"))
    return Member(name, info.size, lambda: _check_binary(archive.extractfile(info)), refusal)


def _make_folder_member(path: Path, name: str, status: os.stat_result) -> Member:
    refusal = "" if stat.S_ISREG(status.st_mode) else LINK if stat.S_ISLNK(status.st_mode) else DEVICE
    return Member(name, status.st_size, lambda: open_regular(path), refusal)


def _check_binary(file: object) -> BinaryIO:
    assert isinstance(file, io.BufferedIOBase)  # a member that is no file has a refusal and is never opened
    return file  # type: ignore[return-value]


def _make_too_many_error(name: str, max_entries: int) -> SubmissionError:
    return SubmissionError(
        f"{quote_name(name)} contains more than {max_entries} files and folders. "
        "Hand in only the files that the assignment sheet asks for."
    )


class _BoundedFile(io.FileIO):
    """A file that refuses to read more than ``largest`` bytes at once.

    zipfile trusts the declared size of the table of contents, which may list millions of entries.
    """

    def __init__(self, descriptor: int, largest: int, name: str) -> None:
        super().__init__(descriptor, closefd=False)
        self.largest = largest
        self.upload = name

    def read(self, size: int | None = -1, /) -> bytes:
        left = os.fstat(self.fileno()).st_size - self.tell()
        if (left if size is None or size < 0 else min(size, left)) > self.largest:
            raise SubmissionError(
                f"{quote_name(self.upload)} lists far too many files. "
                "Hand in only the files that the assignment sheet asks for."
            )
        return super().read(-1 if size is None else size) or b""


class _Meter:
    """Passes a stream on; stops it after ``max_bytes``, or when it grows to more than ``MAX_RATIO`` times its size."""

    def __init__(self, stream: BinaryIO | gzip.GzipFile, max_bytes: int, packed: int, name: str) -> None:
        self.stream = stream
        self.left = max_bytes
        self.left_by_ratio = max(SMALL, MAX_RATIO * packed)
        self.name = name

    def read(self, size: int) -> bytes:
        piece = self.stream.read(size)
        self.left -= len(piece)
        self.left_by_ratio -= len(piece)
        if self.left < 0 or self.left_by_ratio < 0:
            reason = "is too large when unpacked" if self.left < 0 else "unpacks to far more than any answer needs"
            raise SubmissionError(
                f"{quote_name(self.name)} {reason}. Hand in only the files that the assignment sheet asks for."
            )
        return piece
