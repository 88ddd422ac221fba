"""Which files a worker may read: an allow-list made of the system, the Python in use and what the caller adds."""

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
class Readable:
    """An allow-list: existing folders, none inside another. A hidden path in one of them is hidden nevertheless."""

    folders: tuple[Path, ...]
    hidden: tuple[Path, ...]

    @property
    def exposed(self) -> tuple[Path, ...]:
        """Hidden paths inside the folders: they need a cover (level 3) or file modes (levels 1 and 2)."""
        return tuple(
            folder / path.relative_to(folder.resolve())
            for folder in self.folders
            for path in self.hidden
            if not folder.is_symlink() and path.is_relative_to(folder.resolve())
        )

    def hides(self, path: Path) -> bool:
        """Whether the nearest of the named folders around an absolute ``path`` is a hidden one."""
        shown = max((len(p.parts) for p in self.folders if path.is_relative_to(p)), default=0)
        return any(path.is_relative_to(p) and len(p.parts) >= shown for p in self.hidden)


def readable(extra: Sequence[Path], hidden: Sequence[Path]) -> Readable:
    """The allow-list. Raises GraderError when a folder of ``extra`` holds a hidden path."""
    secret = tuple(p.resolve() for p in hidden)
    for folder in extra:
        for path in secret:
            if path.is_relative_to(folder.resolve()):
                raise GraderError(
                    f"student code is to read {folder}, but that holds {path}, which it must not see; move one of them"
                )
    python = [Path(p) for p in (sys.prefix, sys.base_prefix, sys.exec_prefix, sys.base_exec_prefix)]
    named = Readable(_outermost(_both([*SYSTEM, *python, _PACKAGE, *extra])), secret)
    return Readable(_outermost([*named.folders, *_both(keep_imports(import_folders(), named))]), secret)


def keep_imports(entries: Iterable[Path], named: Readable) -> list[Path]:
    """Those of sys.path that neither are hidden nor hold something hidden (the course's own root does)."""
    resolved = {path: path.resolve() for path in entries}
    return [
        path
        for path, real in resolved.items()
        if not named.hides(real) and not any(p.is_relative_to(real) for p in named.hidden)
    ]


def import_folders() -> list[Path]:
    """The entries of sys.path that exist, without the current folder."""
    return [Path(entry) for entry in sys.path if entry and Path(entry).exists()]


def obstacle(path: Path) -> Path | None:
    """The first folder on the way to ``path`` that another user cannot enter (or ``path``, if not readable)."""
    for step in [*reversed(path.resolve().parents), path.resolve()]:
        mode = step.stat().st_mode
        needed = stat.S_IXOTH if step != path.resolve() else stat.S_IROTH
        if not mode & needed:
            return step
    return None


def unreachable_python() -> list[Path]:
    """Folders that keep a worker of another user from importing from the Python in use."""
    found = (obstacle(p) for p in [Path(sys.prefix), Path(sys.base_prefix), *import_folders()])
    return sorted({path for path in found if path is not None})


def _both(paths: Iterable[Path]) -> list[Path]:
    """The existing ones, by the name they are known by and by their real one."""
    return [p for path in paths if path.exists() for p in (path.absolute(), path.resolve())]


def _outermost(paths: Iterable[Path]) -> tuple[Path, ...]:
    kept: list[Path] = []
    for path in sorted(set(paths), key=lambda p: len(p.parts)):
        if not any(path.is_relative_to(folder) for folder in kept):
            kept.append(path)
    return tuple(kept)
