"""Files of the course and of submissions: opening them safely, listing them, and their sizes in words."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from autograder.errors import SubmissionError


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading: no link is followed and no pipe waited for. ``SubmissionError`` otherwise."""
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        reason = "it is a link" if path.is_symlink() else error.strerror
        raise SubmissionError(f"{path.name} cannot be read: {reason}") from None
    if not stat.S_ISREG(os.fstat(descriptor).st_mode):
        os.close(descriptor)
        raise SubmissionError(f"{path.name} is not a regular file")
    return os.fdopen(descriptor, "rb")


def size_text(size: float) -> str:
    """A number of bytes for messages: ``200 MB``, ``1.5 MB``, ``12 kB``.

    kB, MB and GB are 2¹⁰, 2²⁰ and 2³⁰ bytes, as all limits of the package are: 64·2²⁰ bytes are 64 MB everywhere.
    """
    for unit, name in ((2**30, "GB"), (2**20, "MB"), (2**10, "kB")):
        if size >= unit:
            return f"{size / unit:.1f}".removesuffix(".0") + f" {name}"
    return f"{size:g} bytes"


IGNORED = ("__pycache__", ".ipynb_checkpoints", ".pytest_cache")
"""Folders that tools leave behind; never released, no sign of a stale release."""


def files_under(folder: Path) -> list[Path]:
    """All files below ``folder`` in the order of their paths, without those in ``IGNORED`` folders."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return sorted(path for path in files if not set(path.relative_to(folder).parts) & set(IGNORED))
