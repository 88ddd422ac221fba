"""The upload of an entry as files in a folder."""

from __future__ import annotations

import json
from pathlib import Path

from tests.fidelity.entry import Entry

NOTEBOOK = "notebook.ipynb"


def write_upload(entry: Entry, folder: Path, *more_cells: str) -> Path:
    """Writes the entry's files and its notebook, which gets ``more_cells`` at its end; returns the notebook's path."""
    for name, text in entry.files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    notebook = folder / NOTEBOOK
    notebook.write_text(json.dumps(entry.notebook(*more_cells)), encoding="utf-8")
    return notebook
