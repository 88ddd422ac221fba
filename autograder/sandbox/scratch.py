"""The one folder a worker may write to: made, filled and removed."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import tempfile
from pathlib import Path

from autograder.sandbox.visible_paths import obstacle

BYTES = 768 * 2**20
"""At level 3, where the folder is a file system of its own in memory."""
_SHARED = tuple(Path(p) for p in ("/tmp", "/var/tmp", "/dev/shm"))


def make_base() -> Path:
    """A folder for the scratch folders of one server, which users of any id can pass but not list."""
    places = [Path(tempfile.gettempdir()), Path("/tmp"), Path("/var/tmp")]
    place = next((p for p in places if p.is_dir() and obstacle(p) is None), places[0])
    base = Path(tempfile.mkdtemp(prefix="autograder-", dir=place))
    base.chmod(0o711)
    return base


def fill(folder: Path, source: int, owner: int | None) -> None:
    """Copy the regular files of the folder open as ``source`` into ``folder``; links and folders are left out."""
    with os.scandir(source) as entries:
        names = [entry.name for entry in entries if entry.is_file(follow_symlinks=False)]
    for name in names:
        descriptor = os.open(name, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=source)
        with os.fdopen(descriptor, "rb") as original:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                continue
            with open(folder / name, "xb", opener=_private) as copy:
                shutil.copyfileobj(original, copy, 2**20)
                if owner is not None:
                    os.fchown(copy.fileno(), owner, owner)
    if owner is not None:
        os.chown(folder, owner, owner)


def remove(folder: Path) -> None:
    """Remove a tree that untrusted code made: any depth, without following links."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except (OSError, RecursionError):
        subprocess.run(["rm", "-rf", "--", folder], stderr=subprocess.DEVNULL, check=False)


def remove_leftovers(uid: int) -> None:
    """What user ``uid`` left in the folders that everyone may write to (levels 1 and 2)."""
    for place in filter(Path.is_dir, _SHARED):
        with os.scandir(place) as entries:
            own = [entry for entry in entries if entry.stat(follow_symlinks=False).st_uid == uid]
        for entry in own:
            if entry.is_dir(follow_symlinks=False):
                remove(Path(entry.path))
            else:
                os.unlink(entry.path)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o600)
