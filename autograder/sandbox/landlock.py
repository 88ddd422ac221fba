"""File access by rule, on top of the file modes (library ``landlockpy``; Linux ≥ 5.13 with Landlock enabled)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.sandbox.visible_paths import DEVICES

if TYPE_CHECKING:
    from landlockpy import Ruleset


def abi() -> int:
    """Version of Landlock in the running kernel; 0 without it or without the library."""
    try:
        import landlockpy
    except ImportError:
        return 0
    return landlockpy.abi_version()


def build(readable: Sequence[Path], writable: Sequence[Path]) -> Ruleset:
    """Rules to be enforced with ``.restrict()``, for good; built as root, because they open every path.

    Read and execute below ``readable``, anything below ``writable``, devices for data, nothing else. TCP, signals to
    and abstract sockets of processes outside are refused where the kernel's version can.
    """
    import landlockpy as library
    from landlockpy import AccessFS

    read_file = AccessFS.READ_FILE | AccessFS.EXECUTE
    read = read_file | AccessFS.READ_DIR
    device = AccessFS.READ_FILE | AccessFS.WRITE_FILE
    rules = library.Ruleset(scoped=library.Scope.ABSTRACT_UNIX_SOCKET | library.Scope.SIGNAL)
    for path in readable:
        rules.allow_path(path, read if path.is_dir() else read_file)
    for path in filter(Path.exists, DEVICES):
        rules.allow_path(path, device)
    for path in writable:
        rules.allow_path(path, rules.handled_fs & ~(AccessFS.MAKE_CHAR | AccessFS.MAKE_BLOCK))
    return rules
