"""The cache for stand-ins and for unpacked and downloaded data; several processes may use it at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from autograder.errors import GraderError


def cache_folder() -> Path:
    """Return ``AUTOGRADER_CACHE`` or, if it is not set, the user's cache folder on this system."""
    named = os.environ.get("AUTOGRADER_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("deep-learning-autograder"))


def get_or_build(name: str, build: Callable[[Path], None]) -> Path:
    """Return the folder ``name`` of the shared cache if it exists, else that of the cache, built if necessary.

    Workers have ``AUTOGRADER_CACHE_SHARED``, because their own cache is empty and ends with them.
    """
    if named := os.environ.get("AUTOGRADER_CACHE_SHARED"):
        with contextlib.suppress(OSError):  # a folder that this user may not enter
            if (shared := Path(named) / name).is_dir() and os.access(shared, os.R_OK | os.X_OK):
                return shared
    return build_once(cache_folder() / name, build)


def build_once(folder: Path, build: Callable[[Path], None]) -> Path:
    """Return ``folder``; unless it exists, ``build(temporary folder)`` fills it first.

    It appears in one step (a rename), so nobody sees a half-filled folder. If several processes build it at the same
    time, the first one wins and the others use its result. Other users may read it, because a worker may be one.
    Raises GraderError when the cache is not writable.
    """
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise GraderError(
            f"The data cache needs a writable folder, but {folder.parent} is not writable ({error.strerror}). "
            "Set AUTOGRADER_CACHE to a writable folder"
        ) from error
    try:
        build(temporary)
        temporary.chmod(0o755)
        try:
            temporary.rename(folder)
        except OSError:
            if not folder.is_dir():
                raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
    return folder
