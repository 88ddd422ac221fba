"""What the cells of a submission define, read from their lines: they need not be valid Python."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.records import Cell


def find_definitions(cells: Sequence[Cell]) -> dict[str, int]:
    """Name → index of the last cell that defines it at the top level, by its lines: a cell need not be valid Python."""
    pattern = re.compile(r"^(?:(?:async )?def|class)\s+(\w+)|^(\w+)\s*(?::[^=\n]+)?=(?!=)", re.MULTILINE)
    return {match[1] or match[2]: cell.index for cell in cells for match in pattern.finditer(cell.source)}
