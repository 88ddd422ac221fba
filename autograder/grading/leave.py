"""How a process that has loaded a framework ends."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

UNGRADED = 3
"""Exit code when a task is ungraded because of an error in the grader."""


def leave(code: int) -> NoReturn:
    """End at once: without this, a process that has loaded torch needs half a second to clean up."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
