"""Reads the cells of a notebook without nbformat, which is slow and cannot tell a student what is wrong with a file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.files import open_regular, size_text
from autograder.errors import SubmissionError
from autograder.records import Cell

TRY_AGAIN = "Open it in Jupyter or Colab, save it as .ipynb and hand it in again."

NOT_NOTEBOOKS = (
    (b"PK\x03\x04", "a zip archive"),
    (b"%PDF", "a pdf"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"<!DOCTYPE", "a web page"),
    (b"<!doctype", "a web page"),
    (b"<html", "a web page"),
)
WIDE_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
"""Byte order marks of UTF-16 and UTF-32."""
RUN_METADATA = ("execution", "execution_start", "executionInfo", "ExecuteTime")
"""Metadata of cells that were run, also where the execution count is not saved.

``execution`` is written by Kaggle and JupyterLab, ``execution_start`` by Deepnote, ``executionInfo`` by Colab and
``ExecuteTime`` by an extension of the classic notebook.
"""
MAX_BYTES = 64 * 2**20
"""Bytes of a notebook or a ``.py`` file, with outputs. Weights may be larger (``SubmissionRules.max_bytes``)."""


@dataclass(frozen=True)
class AnyCell:
    """A cell of any type, with its nbgrader metadata; the assignment's own notebook is checked with these."""

    index: int
    """1-based position in the notebook."""
    kind: str
    """``code``, ``markdown`` or ``raw``."""
    source: str
    ran: bool
    execution_count: int | None = None
    nbgrader: Mapping[str, Any] = field(default_factory=dict)
    """The cell's nbgrader metadata; empty where there is none."""

    @property
    def grade_id(self) -> str:
        return _replace_surrogates(self.nbgrader.get("grade_id", ""))

    @property
    def points(self) -> float:
        points = self.nbgrader.get("points", 0)
        return float(points) if isinstance(points, int | float) else 0.0


def read_cells(path: Path, max_bytes: int = MAX_BYTES) -> tuple[Cell, ...]:
    """The code cells of a notebook, or the one cell that a ``.py`` file is (index 0, counted as run).

    Reads at most ``max_bytes``. Raises ``SubmissionError`` with a sentence that names the file.
    """
    if path.suffix.lower() == ".py":
        return (Cell(index=0, source=_decode_text(_read_bytes(path, max_bytes), path.name), ran=True, file=path.name),)
    cells = read_notebook(path, max_bytes)
    code = tuple(
        Cell(cell.index, cell.source, cell.ran, cell.grade_id, execution_count=cell.execution_count)
        for cell in cells
        if cell.kind == "code"
    )
    if not code:
        raise SubmissionError(
            f"{path.name}: expected code cells, found none among its {len(cells)} cells. Answer in the code cells "
            "of the notebook that was handed out."
        )
    return code


def read_notebook(path: Path, max_bytes: int = MAX_BYTES) -> tuple[AnyCell, ...]:
    """All cells of a notebook of format 4, in order; ``SubmissionError`` where the file is not one."""
    notebook = _parse_json(_decode_text(_read_bytes(path, max_bytes), path.name), path.name)
    if not isinstance(notebook, dict) or not ("cells" in notebook or "nbformat" in notebook):
        raise SubmissionError(f"{path.name} is JSON but not a notebook: it has no list of cells. {TRY_AGAIN}")
    version = notebook.get("nbformat")
    if "worksheets" in notebook or (isinstance(version, int) and version < 4):
        raise SubmissionError(
            f"{path.name} is a notebook of format {version if isinstance(version, int) else 3}, expected 4. Open it in "
            "Jupyter, which converts it, save it and hand it in again."
        )
    cells = notebook.get("cells")
    if not isinstance(cells, list):
        raise SubmissionError(f"{path.name}: expected a list of cells, found {type(cells).__name__}. {TRY_AGAIN}")
    if not cells:
        raise SubmissionError(
            f"{path.name} has no cells. Hand in the notebook with your answers; was an empty one saved by mistake?"
        )
    return tuple(_read_cell(cell, index, path.name) for index, cell in enumerate(cells, start=1))


def _read_bytes(path: Path, max_bytes: int) -> bytes:
    with open_regular(path) as file:
        size = os.fstat(file.fileno()).st_size
        if size > max_bytes:
            raise SubmissionError(
                f"{path.name} has {size_text(size)}, allowed are {size_text(max_bytes)}. Clear outputs that are very "
                "large (long logs, many figures), save and hand in again."
            )
        return file.read(size)


def _decode_text(content: bytes, name: str) -> str:
    if not content.strip():
        raise SubmissionError(f"{name} is empty. Save the file and hand it in again.")
    for start, kind in NOT_NOTEBOOKS:
        if content.startswith(start):
            raise SubmissionError(f"{name} is {kind} under the name of a notebook. Hand in the notebook itself.")
    if content.startswith(WIDE_BYTE_ORDER_MARKS):
        raise SubmissionError(f"{name} is written in UTF-16 or UTF-32, expected UTF-8. {TRY_AGAIN}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise SubmissionError(
            f"{name} is not written in UTF-8: line {line} holds the byte 0x{content[error.start]:02x}. {TRY_AGAIN}"
        ) from None


def _parse_json(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise SubmissionError(f"{name} {_explain_json_error(text, error)}") from None
    except RecursionError:
        raise SubmissionError(f"{name} is not a notebook: its JSON is nested too deeply. {TRY_AGAIN}") from None
    except ValueError as error:  # an integer of thousands of digits
        raise SubmissionError(f"{name} is not a notebook: {error}. {TRY_AGAIN}") from None


def _explain_json_error(text: str, error: json.JSONDecodeError) -> str:
    if not text.lstrip().startswith("{"):
        return f"is not a notebook: expected JSON, found a file that begins with {text.lstrip()[:20]!r}. {TRY_AGAIN}"
    if re.search(r"^<<<<<<< ", text, re.MULTILINE):
        return "holds the marks of an unresolved git merge (<<<<<<<). Resolve it, save in Jupyter and hand in again."
    if error.pos >= len(text.rstrip()) - 1 or error.msg.startswith("Unterminated string"):
        return f"breaks off in line {text.count(chr(10)) + 1}: the file is not complete. Save it and hand it in again."
    return (
        f"is not a notebook: its JSON is wrong in line {error.lineno}, column {error.colno} ({error.msg}). {TRY_AGAIN}"
    )


def _read_cell(cell: object, index: int, name: str) -> AnyCell:
    if not isinstance(cell, dict):
        raise SubmissionError(f"{name}: cell {index} is {type(cell).__name__}, expected an object. {TRY_AGAIN}")
    kind = cell.get("cell_type")
    if not isinstance(kind, str):
        raise SubmissionError(f"{name}: cell {index} has no type, expected code, markdown or raw. {TRY_AGAIN}")
    source = cell.get("source", "")
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    if not isinstance(source, str):
        raise SubmissionError(
            f"{name}: the source of cell {index} is {type(source).__name__}, expected text. {TRY_AGAIN}"
        )
    metadata = cell.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    nbgrader = metadata.get("nbgrader")
    count = cell.get("execution_count")
    return AnyCell(
        index,
        kind,
        _replace_surrogates(source),
        ran=count is not None or bool(cell.get("outputs")) or any(metadata.get(key) for key in RUN_METADATA),
        execution_count=count if type(count) is int and 0 <= count < 2**31 else None,
        nbgrader=nbgrader if isinstance(nbgrader, dict) else {},
    )


def _replace_surrogates(text: object) -> str:
    """The text with ? for halves of surrogate pairs, which JSON can spell and UTF-8 cannot encode; "" for no text."""
    return text.encode("utf-8", "replace").decode("utf-8") if isinstance(text, str) else ""
