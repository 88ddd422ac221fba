"""Files that are there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` in one step: whoever reads meanwhile, or after a kill, never sees half of it.

    The content is written beside ``path`` and renamed. Several processes may do so at once; the last one wins.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    os.replace(temporary, path)
