"""What an entry of the corpus is: a small notebook, the files beside it, and what to ask of it."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

CELL_BORDER = re.compile(r"^# %%\n", re.MULTILINE)


@dataclass(frozen=True)
class Entry:
    """A notebook whose answers must be the same in a kernel and in the grader."""

    name: str
    cells: tuple[str, ...]
    calls: tuple[str, ...]
    """Expressions on the notebook's names, evaluated when all cells have run."""
    files: Mapping[str, str] = field(default_factory=dict)
    """The other files of the upload, by their path."""
    colab: bool = False
    """Written in Colab, which also runs a cell magic that comment lines stand above."""

    @property
    def hash(self) -> str:
        """Changes with everything that the answers depend on."""
        parts = [self.cells, self.calls, dict(self.files), self.colab]
        return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()[:20]

    @property
    def code(self) -> str:
        return "\n".join([*self.cells, *self.files.values()])

    def notebook(self, *more_cells: str) -> dict[str, Any]:
        """nbformat 4, as Jupyter saves it after all cells have run; ``more_cells`` come last."""
        cells = [_code_cell(source, count) for count, source in enumerate((*self.cells, *more_cells), start=1)]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        return {"nbformat": 4, "nbformat_minor": 4, "metadata": {"kernelspec": kernel}, "cells": cells}


def entry(name: str, text: str, *calls: str, files: Mapping[str, str] | None = None, colab: bool = False) -> Entry:
    """An entry from cells in one text: a line ``# %%`` stands between two cells."""
    cells = tuple(cell.removesuffix("\n") for cell in CELL_BORDER.split(text.removeprefix("\n")))
    return Entry(name, cells, calls, files or {}, colab)


def _code_cell(source: str, count: int) -> dict[str, Any]:
    return {"cell_type": "code", "execution_count": count, "metadata": {}, "outputs": [], "source": source}
