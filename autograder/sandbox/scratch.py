"""Makes, fills and removes the scratch folder, the only folder that a worker may write to."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

from autograder.sandbox.visible_paths import find_obstacle

BYTES = 1536 * 2**20
"""Size of the folder at level 3, where it is a file system of its own in memory.

It holds the largest submission (1 GB) and what the student's code writes beside it.
"""
_WRITABLE_BY_ALL = tuple(Path(p) for p in ("/tmp", "/var/tmp", "/dev/shm"))


def make_base() -> Path:
    """Make a folder for the scratch folders of one server; any user can pass through it but not list it."""
    candidates = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    parent = next((path for path in candidates if path.is_dir() and find_obstacle(path) is None), candidates[0])
    base = Path(tempfile.mkdtemp(prefix="autograder-", dir=parent))
    base.chmod(0o711)
    return base


def fill(folder: Path, source: int, owner: int | None) -> None:
    """Copy the regular files below the folder with descriptor ``source`` into ``folder``, without following links."""
    with os.scandir(source) as entries:
        kinds = {entry.name: entry.is_dir(follow_symlinks=False) for entry in entries if not entry.is_symlink()}
    for name, is_folder in kinds.items():
        if is_folder:
            (folder / name).mkdir(mode=0o700)
            descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_DIRECTORY, dir_fd=source)
            try:
                fill(folder / name, descriptor, owner)
            finally:
                os.close(descriptor)
        else:
            _copy(name, source, folder / name, owner)
    if owner is not None:
        os.chown(folder, owner, owner)


def _copy(name: str, source: int, target: Path, owner: int | None) -> None:
    """Copy one regular file; anything else is passed over."""
    descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=source)
    with os.fdopen(descriptor, "rb") as original:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            return
        with open(target, "xb", opener=_open_private) as copy:
            shutil.copyfileobj(original, copy, 2**20)
            if owner is not None:
                os.fchown(copy.fileno(), owner, owner)


def remove(folder: Path) -> None:
    """Remove a tree of any depth that untrusted code made, without following links."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except (OSError, RecursionError):
        subprocess.run(["rm", "-rf", "--", folder], stderr=subprocess.DEVNULL, check=False)


def remove_leftovers(uid: int) -> None:
    """Remove what user ``uid`` left in the folders that everyone may write to (levels 1 and 2)."""
    for folder in filter(Path.is_dir, _WRITABLE_BY_ALL):
        with os.scandir(folder) as entries:
            own = [entry for entry in entries if entry.stat(follow_symlinks=False).st_uid == uid]
        for entry in own:
            if entry.is_dir(follow_symlinks=False):
                remove(Path(entry.path))
            else:
                os.unlink(entry.path)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)
