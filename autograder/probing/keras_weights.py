"""Loads the weights of a student's trained Keras file into a network that the student's code makes, for probes.

Only the weights of the file are used. The configuration in a ``.keras`` archive is never read, so none of its layers
(a Lambda, a custom object) is created, and a subclassed network needs no registration. This runs beside the student's
code; the hidden tests of the assignment judge what it returns.
"""

from __future__ import annotations

import json
import warnings
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import keras

WEIGHTS = "model.weights.h5"
"""Member of a ``.keras`` archive."""
NOTE = "data.json"
"""Member that the notebook adds; it holds ``{"data": "real" | "stand-in"}``."""
LARGEST = 500_000_000
"""Bytes of unpacked weights; no network for 28 × 28 images needs more."""
_PICKLE, _HDF5 = b"\x80", b"\x89HDF"


def load_weights(model: keras.Model, file: str) -> dict[str, str]:
    """Load the file's weights into ``model``; return ``{"data": kind}`` or, on failure, ``{"problem", "detail"}``.

    ``file`` ends with ``.keras`` or ``.weights.h5``; the model must have been called once. ``kind`` is "" if the file
    does not tell which data it was trained on. Problems: ``code`` (a pickle), ``unreadable``, ``form`` (no weights of
    Keras), ``architecture``.
    """
    if problem := _find_problem(Path(file)):
        return problem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an optimiser's state that does not fit does not matter
            model.load_weights(file)
    except (ValueError, KeyError, IndexError) as error:  # what Keras raises for layers that differ
        return {"problem": "architecture", "detail": _in_one_line(error)}
    except Exception as error:  # a damaged file
        return {"problem": "unreadable", "detail": _in_one_line(error)}
    return {"data": _read_data_kind(Path(file))}


def _find_problem(path: Path) -> dict[str, str] | None:
    """Return why the file must not be loaded, or None."""
    with path.open("rb") as file:
        start = file.read(4)
    if start[:1] == _PICKLE:
        return {"problem": "code", "detail": "a pickle"}
    if path.suffix != ".keras":
        return None if start == _HDF5 else {"problem": "unreadable", "detail": "not an HDF5 file"}
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
    except (zipfile.BadZipFile, OSError) as error:
        return {"problem": "unreadable", "detail": _in_one_line(error)}
    if WEIGHTS not in sizes:
        return {"problem": "form", "detail": f"no {WEIGHTS} in it"}
    if sizes[WEIGHTS] > LARGEST:
        return {"problem": "form", "detail": f"{sizes[WEIGHTS]:,} bytes of weights"}
    return None


def _read_data_kind(path: Path) -> str:
    """Return the kind of data that the notebook noted in the archive, or ""."""
    if path.suffix != ".keras":
        return ""
    with zipfile.ZipFile(path) as archive:
        if NOTE not in archive.namelist() or archive.getinfo(NOTE).file_size > 1000:
            return ""
        try:
            content: Any = json.loads(archive.read(NOTE))
        except ValueError:
            return ""
    kind = content.get("data") if isinstance(content, dict) else None
    return kind if isinstance(kind, str) else ""


def _in_one_line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
