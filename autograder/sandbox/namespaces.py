"""Gives the fork server and its workers a root folder of their own: read-only mounts of what is allowed, nothing else.

In it there is no network, and only the processes of the server are visible.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

from autograder.sandbox import linux
from autograder.sandbox.visible_paths import CONFIGURATION, DEVICES, HARDWARE, VisiblePaths

NAMES = ("mount", "network", "ipc", "uts", "pid")
SCRATCH = Path("/student")
SHARED_MEMORY = Path("/dev/shm")

_NEW_ROOT = "/proc"  # exists on every Linux, and hides nothing that is to be mounted, because /proc is mounted again
_READ_ONLY = linux.MS_RDONLY | linux.MS_NOSUID | linux.MS_NODEV
_USERS = "root:x:0:0::/:/bin/false\nnobody:x:65534:65534::/:/bin/false\n"


def enter(visible: VisiblePaths) -> None:
    """Move this process, the first one of a new pid namespace, into the new root. Raises OSError if not allowed."""
    linux.unshare(linux.CLONE_NEWNS | linux.CLONE_NEWNET | linux.CLONE_NEWIPC | linux.CLONE_NEWUTS)
    linux.set_hostname("worker")
    linux.mount(None, "/", None, linux.MS_REC | linux.MS_PRIVATE)
    linux.mount("tmpfs", _NEW_ROOT, "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, "mode=755,size=16m")
    for path in (*visible.folders, *filter(Path.exists, HARDWARE)):
        _bind(path)
    _copy_configuration()
    _bind_devices()
    for path in visible.exposed:
        _cover(path)
    for folder in (SCRATCH, SHARED_MEMORY, Path("/proc")):
        _in_new_root(folder).mkdir(parents=True, exist_ok=True)
    if not _in_new_root(Path("/tmp")).exists():  # a visible folder may be inside /tmp
        _in_new_root(Path("/tmp")).symlink_to(SCRATCH)
    linux.mount("proc", f"{_NEW_ROOT}/proc", "proc", _READ_ONLY & ~linux.MS_RDONLY | linux.MS_NOEXEC, "hidepid=2")
    _change_root()
    linux.mount(None, "/", None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)


def mount_private_folders(uid: int, scratch_bytes: int) -> None:
    """Mount a worker's own scratch folder and shared memory, while it still is root.

    The kernel removes both with the worker's last process.
    """
    linux.unshare(linux.CLONE_NEWNS)
    options = f"mode=700,uid={uid},gid={uid},size={scratch_bytes},nr_inodes=20000"
    for folder in (SCRATCH, SHARED_MEMORY):
        linux.mount("tmpfs", str(folder), "tmpfs", linux.MS_NOSUID | linux.MS_NODEV, options)


def _in_new_root(path: Path) -> Path:
    return Path(_NEW_ROOT, *path.parts[1:])


def _bind(path: Path, writable_device: bool = False) -> None:
    """Mount ``path`` under the same name in the new root; a link of the root folder (/bin → usr/bin) stays a link."""
    target = _in_new_root(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    if path.is_symlink():
        if not target.is_symlink():
            target.symlink_to(path.resolve())
        return
    if path.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    linux.mount(str(path), str(target), None, linux.MS_BIND | linux.MS_REC)
    if not writable_device:
        linux.mount(None, str(target), None, linux.MS_REMOUNT | linux.MS_BIND | _READ_ONLY)


def _cover(path: Path) -> None:
    """Mount something empty over a hidden path that is inside a visible folder."""
    target = _in_new_root(path)
    if path.is_dir():
        linux.mount("tmpfs", str(target), "tmpfs", _READ_ONLY, "mode=700,size=4k")
    elif path.exists():
        linux.mount("/dev/null", str(target), None, linux.MS_BIND)


def _copy_configuration() -> None:
    """Copy the few files of /etc that libraries read; the users of this machine are left out."""
    for path in filter(Path.exists, CONFIGURATION):
        target = _in_new_root(path)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            _bind(path)
        elif path.name in ("passwd", "group"):
            target.write_text(_USERS if path.name == "passwd" else "root:x:0:\nnogroup:x:65534:\n")
        else:
            shutil.copyfile(path, target)


def _bind_devices() -> None:
    for path in filter(Path.exists, DEVICES):
        _bind(path, writable_device=True)
    for name, destination in _device_links():
        _in_new_root(Path("/dev", name)).symlink_to(destination)


def _device_links() -> Sequence[tuple[str, str]]:
    numbered = (("stdin", 0), ("stdout", 1), ("stderr", 2))
    return [("fd", "/proc/self/fd"), *((name, f"/proc/self/fd/{number}") for name, number in numbered)]


def _change_root() -> None:
    os.chdir(_NEW_ROOT)
    try:
        linux.pivot_root(".", ".")
        linux.unmount(".")  # the old root, which is mounted on top of the new one at this moment
    except OSError as error:
        if error.errno != errno.EINVAL:
            raise
        linux.mount(".", "/", None, linux.MS_MOVE)  # a machine that runs from its initial ram disk
        os.chroot(".")
    os.chdir("/")
