"""A root of its own for the fork server and its workers: an allow-list of read-only mounts, no network, own pids."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox import linux
from autograder.sandbox.visible_paths import CONFIGURATION, DEVICES, HARDWARE, Readable

NAMES = ("mount", "network", "ipc", "uts", "pid")
SCRATCH = Path("/student")
SHARED_MEMORY = Path("/dev/shm")

_BUILD = "/proc"  # the one folder that exists everywhere and is mounted anew, so that it hides no source
_READ_ONLY = linux.MS_RDONLY | linux.MS_NOSUID | linux.MS_NODEV
_USERS = "root:x:0:0::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n"


def enter(readable: Readable) -> None:
    """Move this process, the first of a new pid namespace, into the new root. Raises OSError where not allowed."""
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWNET | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
    linux.set_hostname("worker")
    linux.mount(None, "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("tmpfs", _BUILD, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "mode=755,size=16m")
    for path in (*readable.folders, *filter(Path.exists, HARDWARE)):
        _show(path)
    _configuration()
    _devices()
    for path in readable.exposed:
        _cover(path)
    for folder in (SCRATCH, SHARED_MEMORY, Path("/proc")):
        _inside(folder).mkdir(parents=True, exist_ok=True)
    if not _inside(Path("/tmp")).exists():  # a readable folder may lie in /tmp
        _inside(Path("/tmp")).symlink_to(SCRATCH)
    linux.mount("proc", f"{_BUILD}/proc", "proc", _READ_ONLY & ~linux.MS_RDONLY | linux.MS_NOEXEC, "hidepid=2")
    _change_root()
    linux.mount(None, "/", None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)


def private_mounts(uid: int, scratch_bytes: int) -> None:
    """In a worker, still root: its own scratch and shared memory, which vanish with its last process."""
    linux.unshare(linux.CLONE_NEWNS)
    options = f"mode=700,uid={uid},gid={uid},size={scratch_bytes},nr_inodes=20000"
    for folder in (SCRATCH, SHARED_MEMORY):
        linux.mount("tmpfs", str(folder), "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)


def _inside(path: Path) -> Path:
    return Path(_BUILD, *path.parts[1:])


def _show(path: Path, writable_device: bool = False) -> None:
    """Bind ``path`` at the same place; a symbolic link of the root folder (/bin → usr/bin) stays one."""
    place = _inside(path)
    place.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        if not place.is_symlink():
            place.symlink_to(path.resolve())
        return
    if path.is_dir():
        place.mkdir(exist_ok=True)
    else:
        place.touch()
    linux.mount(str(path), str(place), None, linux.MS_BIND | linux.MS_REC)
    if not writable_device:
        linux.mount(None, str(place), None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)


def _cover(path: Path) -> None:
    """Lay something empty over a hidden path that lies in a folder which has to be shown."""
    place = _inside(path)
    if path.is_dir():
        linux.mount("tmpfs", str(place), "tmpfs", _READ_ONLY, "mode=700,size=4k")
    elif path.exists():
        linux.mount("/dev/null", str(place), None, linux.MS_BIND)


def _configuration() -> None:
    """Copies of the few files of /etc that libraries look at; users of this machine are not among them."""
    for path in filter(Path.exists, CONFIGURATION):
        place = _inside(path)
        place.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            _show(path)
        elif path.name in ("passwd", "group"):
            place.write_text(_USERS if path.name == "passwd" else "root:x:0:\nnogroup:x:65534:\n")
        else:
            shutil.copyfile(path, place)


def _devices() -> None:
    for path in filter(Path.exists, DEVICES):
        _show(path, writable_device=True)
    for name, target in _links():
        _inside(Path("/dev", name)).symlink_to(target)


def _links() -> Sequence[tuple[str, str]]:
    numbered = (("stdin", 0), ("stdout", 1), ("stderr", 2))
    return [("fd", "/proc/self/fd"), *((name, f"/proc/self/fd/{number}") for name, number in numbered)]


def _change_root() -> None:
    os.chdir(_BUILD)
    try:
        linux.pivot_root(".", ".")
        linux.unmount(".")  # the old root, which lies over the new one at this moment
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        linux.mount(".", "/", None, linux.MS_MOVE)  # a machine that runs from its initial ram disk
        os.chroot(".")
    os.chdir("/")
