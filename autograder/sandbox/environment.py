"""Cleans what a forked process inherits: environment variables, standard streams, descriptors and import paths."""

from __future__ import annotations

import ctypes
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

from autograder.sandbox.framework_variables import QUIET
from autograder.sandbox.visible_paths import VisiblePaths, import_folders, keep_visible_imports

_KEPT_PREFIXES = ("AUTOGRADER_DATA", "AUTOGRADER_CACHE_SHARED")
_BYTES_HEADER = bytes.__basicsize__ - 1


def replace_variables(threads: int) -> None:
    """Replace the environment by the few variables that a worker needs, and wipe the old strings from memory.

    A fork shares its parent's memory, and ``/proc/self/environ`` shows the block that the kernel passed to the
    program: both could hold the instructor's tokens. USER is set because ``getpass.getuser`` would fail for a user
    without a name. No CUDA device is visible, because CUDA reserves more address space than a worker may have.
    """
    kept = {name: os.environ[name] for name in os.environ if name.startswith(_KEPT_PREFIXES)}
    values = list(os.environ._data.values())  # type: ignore[attr-defined]  # the bytes themselves, not copies
    _wipe(value for value in values if isinstance(value, bytes) and len(value) > 1)
    os.environ.clear()  # only after wiping: it decodes, and so copies, every value
    _wipe_initial_block()
    os.environ.update(kept | QUIET)
    os.environ.update(
        PATH="/usr/local/bin:/usr/bin:/bin",
        LANG="C.UTF-8",
        USER="student",
        OMP_NUM_THREADS=str(threads),
        CUDA_VISIBLE_DEVICES="",
    )


def set_home(folder: Path) -> None:
    """Make ``folder`` the current folder, the home and the folder for temporary files."""
    os.chdir(folder)
    os.environ.update(HOME=str(folder), TMPDIR=str(folder))
    tempfile.tempdir = None


def restrict_imports(visible: VisiblePaths) -> None:
    """Remove from sys.path the current folder and what workers must not see; replace the command line."""
    kept = set(map(str, keep_visible_imports(import_folders(), visible)))
    sys.path[:] = [entry for entry in sys.path if str(Path(entry)) in kept]
    sys.argv[:] = ["worker"]


def close_all_but(kept: Iterable[int]) -> None:
    """Close every descriptor from 3 up that is not in ``kept``."""
    start = 3
    for descriptor in sorted({d for d in kept if d >= 3}):
        os.closerange(start, descriptor)
        start = descriptor + 1
    os.closerange(start, _HIGHEST_DESCRIPTOR)


_HIGHEST_DESCRIPTOR = 1 << 20


def redirect_streams(output: int | None) -> None:
    """Connect standard input to /dev/null and both outputs to ``output`` (None: /dev/null); replace Python's streams.

    The old stream objects may belong to a test runner or a notebook; they are neither written nor flushed.
    """
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    for number in (1, 2):
        os.dup2(null if output is None else output, number)
    if null > 2:
        os.close(null)
    _old_streams.extend((sys.stdout, sys.stderr, sys.__stdout__, sys.__stderr__))
    sys.stdin = sys.__stdin__ = open(0, closefd=False)  # type: ignore[misc]  # noqa: SIM115
    for name in ("stdout", "stderr"):
        stream = open(  # noqa: SIM115
            1 if name == "stdout" else 2, "w", buffering=1, encoding="utf-8", errors="replace", closefd=False
        )
        setattr(sys, name, stream)
        setattr(sys, f"__{name}__", stream)


_old_streams: list[object] = []
"""Keeps the old streams alive: one that is garbage-collected would flush what its owner had not written yet."""


def _wipe(values: Iterable[bytes]) -> None:
    for value in values:
        ctypes.memset(id(value) + _BYTES_HEADER, 0, len(value))


def _wipe_initial_block() -> None:
    """Overwrite the block of variables that the kernel put on the stack (fields 50 and 51 of /proc/self/stat)."""
    try:
        fields = Path("/proc/self/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return
    start, end = int(fields[47]), int(fields[48])
    if start:
        ctypes.memset(start, 0, end - start)
