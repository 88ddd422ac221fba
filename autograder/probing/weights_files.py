"""What is said of a handed-in weights file that cannot be used, whichever library wrote it. Nothing in it is run."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

TOLD = 3
"""At most so many weights that do not fit are named."""
_STARTS = (
    (b"\x89HDF\r\n\x1a\n", "an HDF5 file, as Keras writes it"),
    (b"version https://git-lfs", "a pointer of Git LFS in place of the file"),
    (b"\x93NUMPY", "an array that np.save wrote"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"%PDF", "a PDF"),
    (b"\x80", "a pickle that pickle.dump wrote"),
    (b"<", "a web page, not the file behind the link"),
    (b"{", "a text file"),
)
_MEMBERS = (
    ("constants.pkl", "a TorchScript archive that torch.jit.save wrote"),
    ("data.pkl", "a file that torch.save wrote"),
    ("model.weights.h5", "a model that Keras saved"),
    ("saved_model.pb", "a zipped SavedModel folder of TensorFlow"),
    (".npy", "an archive that np.savez wrote"),
)
"""Ends of the names of members → what an archive with such a member is."""


def describe_content(path: Path) -> str:
    """Return what the file seems to be, by its first bytes or the names in its archive; "" if that cannot be said."""
    with path.open("rb") as file:
        start = file.read(64)
    if not start:
        return "empty"
    if start[8:9] == b"{" and start[5:8] == b"\0\0\0":  # the length of the header in eight bytes, then JSON
        return "a safetensors file"
    if start[:4] == b"PK\3\4":
        return _describe_archive(path)
    return next((name for first, name in _STARTS if start.startswith(first)), "")


def _describe_archive(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError):
        return "cut off or damaged: its end is missing"
    return next((kind for end, kind in _MEMBERS if any(name.endswith(end) for name in names)), "another zip archive")


def describe_misfits(theirs: Mapping[str, Sequence[int]], ours: Mapping[str, Sequence[int]]) -> str:
    """Name the first weights that do not fit, with both shapes; "" if all fit.

    Both map names of weights to shapes: ``theirs`` those of the file, ``ours`` those of the network.
    """
    clauses = [
        f"{name} has the shape {_text(theirs[name])} in the file and {_text(shape)} in the network"
        if name in theirs
        else f"{name} {_text(shape)} is in the network and not in the file"
        for name, shape in ours.items()
        if name not in theirs or tuple(theirs[name]) != tuple(shape)
    ]
    more = [
        f"{name} {_text(shape)} is in the file and not in the network"
        for name, shape in theirs.items()
        if name not in ours
    ]
    told = (clauses[: TOLD - 1] if more else clauses[:TOLD]) + more
    left = len(clauses) + len(more) - len(told[:TOLD])
    return "; ".join(told[:TOLD]) + (f"; and {left} more" if left else "")


def in_one_line(error: BaseException) -> str:
    """Return the first 300 characters of the library's message, without line breaks."""
    return " ".join(str(error).split())[:300]


def _text(shape: Sequence[int]) -> str:
    return f"({', '.join(map(str, shape))}{',' if len(shape) == 1 else ''})"
