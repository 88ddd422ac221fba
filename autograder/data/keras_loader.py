"""Files for Keras' own loaders, so that ``keras.datasets.mnist.load_data()`` reads them without a network.

Served are ``fashion_mnist`` and ``mnist``. The latter's loader knows a checksum of the one file it would download;
files made here (from the same images, or of a stand-in) have others, so it is told to do without.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib
import importlib.util
import os
import shutil
import sys
import tempfile
from functools import partial
from pathlib import Path
from typing import Any

from autograder.data.cache import kept
from autograder.data.layout import LAYOUTS, read_idx
from autograder.data.sources import find
from autograder.errors import GraderError

PLACES = {"fashion_mnist": "datasets/fashion-mnist", "mnist": "datasets"}
"""Data set → the folder below Keras' home where its loader looks: for four ``*-ubyte.gz`` files, for ``mnist.npz``."""


def keras_home(name: str, root: str | os.PathLike[str] | None = None) -> Path:
    """Keras' home (``KERAS_HOME``) with the files of the data set, real or stand-in as ``data.prepare`` finds them.

    The variable is set, and Keras is told if it was imported before. Keras reads a home only if it may write to it:
    where the cache belongs to another user, the home is made in the folder for temporary files, of links to the cache.

    >>> keras_home("fashion_mnist")                                              # doctest: +SKIP
    >>> (x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()     # doctest: +SKIP
    """
    home = keras_files(name, root)
    if not os.access(home, os.W_OK):
        home = _linked(home, PLACES[name])
    os.environ["KERAS_HOME"] = str(home)
    _tell(home)
    if name == "mnist":
        _without_checksum(home)
    return home


def keras_files(name: str, root: str | os.PathLike[str] | None = None) -> Path:
    """The home that ``keras_home`` sets, built in the cache (or beside it, where that cannot be written to)."""
    if name not in PLACES:
        raise GraderError(f"Keras' loader for {name!r} is not served; expected one of {', '.join(sorted(PLACES))}")
    layout = LAYOUTS[name]
    folder = find(name, root).root / layout.places[0]
    plain = [folder / file for file in layout.files]
    stamps = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in plain]
    key = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]
    build = partial(_npz, folder) if name == "mnist" else partial(_pack, plain, PLACES[name])
    try:
        return kept(f"keras/{name}-{key}", build)
    except GraderError:  # the cache cannot be written to
        home = Path(tempfile.mkdtemp(prefix="keras-"))
        build(home)
        return home


def _pack(plain: list[Path], place: str, home: Path) -> None:
    """Write each file as ``<name>.gz``; a packed twin beside it is taken as it is."""
    target = home / place
    target.mkdir(parents=True)
    for path in plain:
        packed = path.with_name(f"{path.name}.gz")
        if packed.is_file():
            shutil.copyfile(packed, target / packed.name)
        else:
            (target / packed.name).write_bytes(gzip.compress(path.read_bytes(), compresslevel=4, mtime=0))


def _npz(folder: Path, home: Path) -> None:
    """Write ``datasets/mnist.npz`` as Keras has it: x_train, y_train, x_test, y_test, all uint8."""
    import numpy as np

    arrays: dict[str, Any] = {}
    for split in ("train", "test"):
        images, labels = read_idx(folder, split)
        arrays |= {f"x_{split}": images, f"y_{split}": labels.astype(np.uint8)}
    target = home / PLACES["mnist"]
    target.mkdir(parents=True)
    with (target / "mnist.npz").open("wb") as file:
        np.savez_compressed(file, **arrays)


def _without_checksum(home: Path) -> None:
    """Let Keras' loader of MNIST take the file in ``home`` as it is; with a checksum it would download another."""
    if importlib.util.find_spec("keras") is None:
        return
    loader: Any = importlib.import_module("keras.src.datasets.mnist")
    original = getattr(loader.get_file, "original", loader.get_file)

    def get_file(*args: Any, **options: Any) -> Any:
        if (home / PLACES["mnist"] / "mnist.npz").is_file():
            options.pop("file_hash", None)
        return original(*args, **options)

    get_file.original = original  # type: ignore[attr-defined]
    loader.get_file = get_file


def _linked(home: Path, place: str) -> Path:
    """A folder of one's own that holds links to the files of ``home``, made anew at each call."""
    own = Path(tempfile.mkdtemp(prefix="keras-"))
    (own / place).mkdir(parents=True)
    for path in (home / place).iterdir():
        (own / place / path.name).symlink_to(path)
    return own


def _tell(home: Path) -> None:
    """Keras reads the variable when it is imported; afterwards only this name in its configuration counts."""
    config: Any = sys.modules.get("keras.src.backend.config")
    if config is None:
        return
    if not hasattr(config, "_KERAS_DIR"):
        raise GraderError("this Keras keeps its home elsewhere: call data.keras_home(…) before Keras is imported")
    config._KERAS_DIR = str(home)
