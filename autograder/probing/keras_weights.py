"""A student's trained Keras file, for probes: its weights are put into a network that the student's code makes.

Nothing of a file but its weights is used. The configuration in a ``.keras`` archive is never read, so no layer of it
(a Lambda, a custom object) comes to life, and a subclassed network needs no registration. Runs beside the student's
code; ``tests/convnets`` judges what it returns.
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
"""Member that the notebook adds: ``{"data": "real" | "stand-in"}``."""
LARGEST = 500_000_000
"""Bytes of weights after unpacking; 28 × 28 images need no such network."""
_PICKLE, _HDF5 = b"\x80", b"\x89HDF"


def load_weights(model: keras.Model, file: str) -> dict:
    """``{"data": kind}`` when the file's weights are in ``model`` now; else ``{"problem", "detail"}``.

    ``file`` ends with ``.keras`` or ``.weights.h5``; the model has been called before. ``data`` is "" where the file
    does not say. Problems: ``code`` (a pickle), ``unreadable``, ``form`` (holds no weights of Keras), ``architecture``.
    """
    problem = _problem(Path(file))
    if problem:
        return problem
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # an optimiser's state that does not fit plays no role
            model.load_weights(file)
    except (ValueError, KeyError, IndexError) as error:  # what Keras raises for layers that differ
        return {"problem": "architecture", "detail": _line(error)}
    except Exception as error:  # a damaged file
        return {"problem": "unreadable", "detail": _line(error)}
    return {"data": _noted(Path(file))}


def _problem(path: Path) -> dict | None:
    """Why the file is not looked at any further, or None."""
    with path.open("rb") as file:
        start = file.read(4)
    if start[:1] == _PICKLE:
        return {"problem": "code", "detail": "a pickle"}
    if path.suffix != ".keras":
        return None if start == _HDF5 else {"problem": "unreadable", "detail": "no HDF5 file"}
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {member.filename: member.file_size for member in archive.infolist()}
    except (zipfile.BadZipFile, OSError) as error:
        return {"problem": "unreadable", "detail": _line(error)}
    if WEIGHTS not in sizes:
        return {"problem": "form", "detail": f"no {WEIGHTS} in it"}
    if sizes[WEIGHTS] > LARGEST:
        return {"problem": "form", "detail": f"{sizes[WEIGHTS]:,} bytes of weights"}
    return None


def _noted(path: Path) -> str:
    """The kind of data that the notebook noted in the archive; "" for none."""
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


def _line(error: BaseException) -> str:
    return " ".join(str(error).split())[:300]
