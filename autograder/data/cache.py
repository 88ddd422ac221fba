"""The folder where made, unpacked and downloaded data is kept; safe for several processes at once."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from autograder.errors import GraderError


def cache_folder() -> Path:
    """``AUTOGRADER_CACHE``, or the user's cache folder as the system names it."""
    named = os.environ.get("AUTOGRADER_CACHE")
    if named:
        return Path(named)
    import platformdirs

    return Path(platformdirs.user_cache_dir("deep-learning-autograder"))


def kept(place: str, build: Callable[[Path], None]) -> Path:
    """The folder ``place`` of the cache, built if need be; that of the shared cache, where it is there.

    ``AUTOGRADER_CACHE_SHARED`` is set in workers, whose own cache is empty and ends with them.
    """
    if named := os.environ.get("AUTOGRADER_CACHE_SHARED"):
        with contextlib.suppress(OSError):  # a folder that this user may not enter
            if (shared := Path(named) / place).is_dir() and os.access(shared, os.R_OK | os.X_OK):
                return shared
    return build_once(cache_folder() / place, build)


def build_once(folder: Path, build: Callable[[Path], None]) -> Path:
    """``folder``, filled by ``build(temporary folder)`` unless it exists already.

    It appears in one step (rename), so nobody sees a half-filled folder; of several processes that build at the
    same time the first one wins and the others use its result. Readable by other users, as a worker may be one.
    """
    if folder.is_dir():
        return folder
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as error:
        raise GraderError(
            f"The data cache needs a folder it can write to; {folder.parent} is not one ({error.strerror}). "
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
