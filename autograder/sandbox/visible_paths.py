"""Decides which files a worker may read: an allow-list of the system, the Python in use and what the caller adds."""

from __future__ import annotations

import stat
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import GraderError

SYSTEM = tuple(Path(p) for p in "/usr /bin /sbin /lib /lib32 /lib64 /libx32 /nix/store".split())
CONFIGURATION = tuple(
    Path("/etc", name)
    for name in "alternatives fonts group ld.so.cache ld.so.conf ld.so.conf.d localtime mime.types nsswitch.conf "
    "passwd".split()
)
HARDWARE = (Path("/sys/devices/system/cpu"), Path("/sys/devices/system/node"))
"""OpenMP and torch count the processor cores there."""
DEVICES = tuple(Path("/dev", name) for name in "null zero full random urandom".split())

_PACKAGE = Path(__file__).resolve().parents[1]


@dataclass(frozen=True)
class VisiblePaths:
    """The folders that a worker may read, and the paths that it must not read even if they are inside one of them.

    The folders exist, and none is inside another.
    """

    folders: tuple[Path, ...]
    hidden: tuple[Path, ...]

    @property
    def exposed(self) -> tuple[Path, ...]:
        """Hidden paths inside the folders: level 3 mounts something over them, levels 1 and 2 need file modes."""
        return tuple(
            folder / path.relative_to(folder.resolve())
            for folder in self.folders
            for path in self.hidden
            if not folder.is_symlink() and path.is_relative_to(folder.resolve())
        )

    def hides(self, path: Path) -> bool:
        """Return True if the innermost listed folder that contains the absolute ``path`` is a hidden one."""
        innermost_visible = max((len(p.parts) for p in self.folders if path.is_relative_to(p)), default=0)
        return any(path.is_relative_to(p) and len(p.parts) >= innermost_visible for p in self.hidden)


def choose_visible_paths(extra: Sequence[Path], hidden: Sequence[Path]) -> VisiblePaths:
    """Make the allow-list. Raises GraderError when a folder of ``extra`` contains a hidden path."""
    secret = tuple(path.resolve() for path in hidden)
    for folder in extra:
        for path in secret:
            if path.is_relative_to(folder.resolve()):
                raise GraderError(
                    f"student code needs to read {folder}, but that folder contains {path}, which it must not see; "
                    "move one of them"
                )
    python = [Path(prefix) for prefix in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)]
    required = VisiblePaths(_outermost(_with_real_paths([*SYSTEM, *python, _PACKAGE, *extra])), secret)
    importable = _with_real_paths(keep_visible_imports(import_folders(), required))
    return VisiblePaths(_outermost([*required.folders, *importable]), secret)


def keep_visible_imports(entries: Iterable[Path], visible: VisiblePaths) -> list[Path]:
    """Return the entries that neither are hidden nor contain something hidden, as the course's root folder does."""
    resolved = {path: path.resolve() for path in entries}
    return [
        path
        for path, real in resolved.items()
        if not visible.hides(real) and not any(p.is_relative_to(real) for p in visible.hidden)
    ]


def import_folders() -> list[Path]:
    """Return the entries of sys.path that exist, without the current folder."""
    return [Path(entry) for entry in sys.path if entry and Path(entry).exists()]


def find_obstacle(path: Path) -> Path | None:
    """Return the first folder on the way to ``path`` that other users cannot enter, or ``path`` if not readable."""
    for step in [*reversed(path.resolve().parents), path.resolve()]:
        mode = step.stat().st_mode
        needed = stat.S_IXOTH if step != path.resolve() else stat.S_IROTH
        if not mode & needed:
            return step
    return None


def find_unreachable_python() -> list[Path]:
    """Return the folders that keep a worker with another user from importing from the Python in use."""
    obstacles = (find_obstacle(path) for path in [Path(sys.prefix), Path(sys.base_prefix), *import_folders()])
    return sorted({path for path in obstacles if path is not None})


def _with_real_paths(paths: Iterable[Path]) -> list[Path]:
    """Return the existing paths, each under its own name and with all links resolved."""
    return [p for path in paths if path.exists() for p in (path.absolute(), path.resolve())]


def _outermost(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the paths that are not inside another one of them."""
    outermost: list[Path] = []
    for path in sorted(set(paths), key=lambda p: len(p.parts)):
        if not any(path.is_relative_to(folder) for folder in outermost):
            outermost.append(path)
    return tuple(outermost)
