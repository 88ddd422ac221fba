"""TODO: split off cli.py."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

UNGRADED = 3
"""Exit code when a task is ungraded through a fault of the grader."""


def leave(code: int) -> NoReturn:
    """End at once: a process that has torch loaded needs half a second to take itself apart."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)
