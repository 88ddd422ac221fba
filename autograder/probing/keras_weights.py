"""Loads the weights of a student's trained Keras file into a network that the student's code makes, for probes.

Only the weights of the file are used. The configuration in a file is never read, so none of its layers (a Lambda, a
custom object) is created, and a subclassed network needs no registration. What a file is, its content says and not its
name: Keras 2 wrote HDF5 under any name. This runs beside the student's code; the hidden tests judge what it returns.
"""

from __future__ import annotations

import json
import shutil
import tempfile
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.probing.weights_files import describe_content, describe_misfits, in_one_line

if TYPE_CHECKING:
    import h5py
    import keras

WEIGHTS = "model.weights.h5"
"""Member of a ``.keras`` archive."""
NOTE = "data.json"
"""Member that the notebook adds; it holds ``{"data": "real" | "stand-in"}``."""
LARGEST = 500_000_000
"""Bytes of unpacked weights; no network for 28 × 28 images needs more."""
_PICKLE, _HDF5 = b"\x80", b"\x89HDF"
_BESIDE = ("optimizer", "metrics", "compile_metrics")
"""Groups of a file that hold no weights of a layer."""


def load_weights(model: keras.Model, file: str) -> dict[str, str]:
    """Load the file's weights into ``model``; return ``{"data": kind}`` or, on failure, ``{"problem", "detail"}``.

    The file is a ``.keras`` archive, weights alone, or what Keras 2 wrote as HDF5, a whole model or weights alone; the
    model must have been called once. ``kind`` is "" if the file does not tell which data it was trained on. Problems:
    ``code`` (a pickle), ``unreadable``, ``form`` (no weights of Keras), ``architecture``.
    """
    if problem := _find_problem(Path(file)):
        return problem
    with tempfile.TemporaryDirectory() as folder:
        try:
            weights = _extract(Path(file), Path(folder))
        except Exception:  # a damaged file raises OSError, BadZipFile, zlib.error …
            return {"problem": "unreadable", "detail": "cut off or damaged"}
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # an optimiser's state that does not fit does not matter
                model.load_weights(weights)
        except (ValueError, KeyError, IndexError) as error:  # what Keras raises for layers that differ
            return {"problem": "architecture", "detail": _find_misfits(model, weights) or in_one_line(error)}
        except Exception:
            return {"problem": "unreadable", "detail": "cut off or damaged"}
    return {"data": _read_data_kind(Path(file))}


def _find_problem(path: Path) -> dict[str, str] | None:
    """Return why the file must not be loaded, or None."""
    with path.open("rb") as file:
        start = file.read(4)
    if start[:1] == _PICKLE:
        return {"problem": "code", "detail": "a pickle"}
    if start == _HDF5:
        return None
    if not zipfile.is_zipfile(path):
        return {"problem": "unreadable", "detail": describe_content(path) or "neither an archive nor an HDF5 file"}
    with zipfile.ZipFile(path) as archive:
        member = _find_member(archive)
    if member is None:
        return {"problem": "form", "detail": describe_content(path) or f"an archive without {WEIGHTS}"}
    if member.file_size > LARGEST:
        return {"problem": "form", "detail": f"an archive with {member.file_size:,} bytes of weights"}
    return None


def _find_member(archive: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    """Return the member with the weights: that of Keras, or the only one where an archive was packed again."""
    found = [member for member in archive.infolist() if member.filename.rpartition("/")[2] == WEIGHTS]
    return next((member for member in found if member.filename == WEIGHTS), found[0] if len(found) == 1 else None)


def _extract(path: Path, folder: Path) -> Path:
    """Copy the HDF5 file of weights into the folder, under a name by which Keras sees how old its form is."""
    copy = folder / WEIGHTS
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            member = _find_member(archive)
            assert member is not None, "_find_problem looked for it"
            with archive.open(member) as packed, copy.open("wb") as unpacked:
                shutil.copyfileobj(packed, unpacked)
    else:
        shutil.copyfile(path, copy)
    with _opened(copy) as content:
        is_old = _is_old(content)
    return copy.rename(folder / "model.h5") if is_old else copy


@contextmanager
def _opened(path: Path) -> Iterator[h5py.File]:
    import h5py

    with h5py.File(path) as content:
        yield content


def _is_old(content: h5py.File) -> bool:
    """Whether Keras 2 wrote it: the layers in a list of names, at the top or beside the configuration."""
    return "layer_names" in content.attrs or "model_weights" in content


def _find_misfits(model: keras.Model, weights: Path) -> str:
    """Return the first weights of the file that do not fit the model, with both shapes; "" if none is found."""
    try:
        with _opened(weights) as content:
            if _is_old(content):
                return describe_misfits(_old_shapes(content.get("model_weights", content)), _shapes_by_layer(model))
            theirs = _shapes(content)
        own = weights.with_name(f"own.{WEIGHTS}")
        model.save_weights(own)
        with _opened(own) as content:
            return describe_misfits(theirs, _shapes(content))
    except Exception:  # the file is not built as Keras builds it; what Keras said of it stands
        return ""


def _shapes(content: h5py.File) -> dict[str, list[int]]:
    """Name → shape of all weights in the form of Keras 3, without the optimiser's."""
    shapes: dict[str, list[int]] = {}

    def note(name: str, entry: Any) -> None:
        layer, _, number = name.partition("/vars/")
        if number and not layer.startswith(_BESIDE):
            shapes[f"weight {number} of {layer.replace('layers/', '')}"] = list(entry.shape)

    content.visititems(note)
    return dict(sorted(shapes.items(), key=lambda entry: -len(entry[1])))  # kernels first: they say most


def _old_shapes(group: Any) -> dict[str, list[int]]:
    """The same for the form of Keras 2, whose layers are counted."""
    layers = [group[name] for name in group.attrs["layer_names"]]
    lists = [[layer[name].shape for name in layer.attrs["weight_names"]] for layer in layers]
    return _numbered(lists)


def _shapes_by_layer(model: keras.Model) -> dict[str, list[int]]:
    """The model's weights as the form of Keras 2 counts them."""
    return _numbered([[v.shape for v in (*la.trainable_weights, *la.non_trainable_weights)] for la in model.layers])


def _numbered(layers: list[list[Any]]) -> dict[str, list[int]]:
    filled = [shapes for shapes in layers if shapes]
    return {
        f"weight {number} of layer {place}": list(shape)
        for place, shapes in enumerate(filled, start=1)
        for number, shape in enumerate(shapes)
    }


def _read_data_kind(path: Path) -> str:
    """Return the kind of data that the notebook noted in the archive, or ""."""
    if not zipfile.is_zipfile(path):
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
