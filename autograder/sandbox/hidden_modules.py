"""Checks that the memory which workers inherit holds no module of a hidden folder."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from autograder.errors import GraderError
from autograder.sandbox.visible_paths import VisiblePaths


def refuse_hidden_modules(visible: VisiblePaths, shared: Sequence[str]) -> None:
    """Raise GraderError if a module of a hidden folder is loaded, unless its top-level package is in ``shared``."""
    prefixes = tuple(f"{path}{os.sep}" for path in visible.hidden)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__dict__", {}).get("__file__")
        if not isinstance(file, str) or not file.startswith(prefixes) or name.split(".")[0] in shared:
            continue
        if visible.hides(Path(file)):
            raise GraderError(
                f"the module {name} of a hidden folder is loaded already, and student code could read it in its own "
                "memory; start the fork server before importing it"
            )
