"""Rules that restrict file access beyond the file modes (library ``landlockpy``; Linux ≥ 5.13 with Landlock)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.sandbox.visible_paths import DEVICES

if TYPE_CHECKING:
    from landlockpy import Ruleset


def abi() -> int:
    """Return the version of Landlock in the running kernel; 0 if the kernel or the library lacks it."""
    try:
        import landlockpy
    except ImportError:
        return 0
    return landlockpy.abi_version()


def build(readable: Sequence[Path], writable: Sequence[Path]) -> Ruleset:
    """Build the rules as root, because building opens every path; ``.restrict()`` enforces them for good.

    They allow reading and executing below ``readable``, everything below ``writable``, reading and writing the devices
    for data, and nothing else. If the kernel's version supports it, they also refuse TCP, and signals to and abstract
    sockets of processes outside.
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
