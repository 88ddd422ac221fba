"""Makes files for Keras' own loaders, so that ``keras.datasets.mnist.load_data()`` works without a network.

It supports ``fashion_mnist`` and ``mnist``. Keras compares the one file of MNIST with a checksum. The file made here
has another one, even if it holds the same images, so the check is switched off for it.
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

from autograder.data.cache import get_or_build
from autograder.data.layout import LAYOUTS, read_idx
from autograder.data.sources import find_source
from autograder.errors import GraderError

FOLDERS = {"fashion_mnist": "datasets/fashion-mnist", "mnist": "datasets"}
"""Data set → the folder below Keras' home where its loader looks for four ``*-ubyte.gz`` files, or ``mnist.npz``."""


def keras_home(name: str, root: str | os.PathLike[str] | None = None) -> Path:
    """Set Keras' home (``KERAS_HOME``) to a folder with the files of the data set, and return it.

    The files are real or a stand-in, as for ``data.prepare``. It works before and after Keras is imported. Keras reads
    its home only if it may write to it: if the cache belongs to another user, the home is a temporary folder of links.
    Raises GraderError for a data set that Keras' loader cannot read here.

    >>> keras_home("fashion_mnist")                                              # doctest: +SKIP
    >>> (x_train, y_train), (x_test, y_test) = keras.datasets.fashion_mnist.load_data()     # doctest: +SKIP
    """
    home = build_keras_files(name, root)
    if not os.access(home, os.W_OK):
        home = _link_files(home, FOLDERS[name])
    os.environ["KERAS_HOME"] = str(home)
    _update_loaded_keras(home)
    if name == "mnist":
        _skip_checksum(home)
    return home


def build_keras_files(name: str, root: str | os.PathLike[str] | None = None) -> Path:
    """Return the home that ``keras_home`` sets, built in the cache or, without write access, in a temporary folder."""
    if name not in FOLDERS:
        raise GraderError(
            f"the data set {name!r} cannot be prepared for Keras' loader; expected one of {', '.join(sorted(FOLDERS))}"
        )
    layout = LAYOUTS[name]
    folder = find_source(name, root).root / layout.folders[0]
    files = [folder / file for file in layout.files]
    stamps = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    key = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]
    build = partial(_write_npz, folder) if name == "mnist" else partial(_write_gz, files, FOLDERS[name])
    try:
        return get_or_build(f"keras/{name}-{key}", build)
    except GraderError:  # the cache is not writable
        home = Path(tempfile.mkdtemp(prefix="keras-"))
        build(home)
        return home


def _write_gz(files: list[Path], folder: str, home: Path) -> None:
    """Write each file as ``<name>.gz``; copy the .gz file if there is one beside it."""
    target = home / folder
    target.mkdir(parents=True)
    for path in files:
        packed = path.with_name(f"{path.name}.gz")
        if packed.is_file():
            shutil.copyfile(packed, target / packed.name)
        else:
            (target / packed.name).write_bytes(gzip.compress(path.read_bytes(), compresslevel=4, mtime=0))


def _write_npz(folder: Path, home: Path) -> None:
    """Write ``datasets/mnist.npz`` in Keras' format: x_train, y_train, x_test, y_test, all uint8."""
    import numpy as np

    arrays: dict[str, Any] = {}
    for split in ("train", "test"):
        images, labels = read_idx(folder, split)
        arrays |= {f"x_{split}": images, f"y_{split}": labels.astype(np.uint8)}
    target = home / FOLDERS["mnist"]
    target.mkdir(parents=True)
    with (target / "mnist.npz").open("wb") as file:
        np.savez_compressed(file, **arrays)


def _skip_checksum(home: Path) -> None:
    """Let Keras' loader of MNIST accept the file in ``home``; with its checksum it would download another one."""
    if importlib.util.find_spec("keras") is None:
        return
    loader: Any = importlib.import_module("keras.src.datasets.mnist")
    original = getattr(loader.get_file, "original", loader.get_file)

    def get_file(*args: Any, **options: Any) -> Any:
        if (home / FOLDERS["mnist"] / "mnist.npz").is_file():
            options.pop("file_hash", None)
        return original(*args, **options)

    get_file.original = original  # type: ignore[attr-defined]
    loader.get_file = get_file


def _link_files(home: Path, folder: str) -> Path:
    """Return a new folder that holds links to the files of ``home``."""
    own = Path(tempfile.mkdtemp(prefix="keras-"))
    (own / folder).mkdir(parents=True)
    for path in (home / folder).iterdir():
        (own / folder / path.name).symlink_to(path)
    return own


def _update_loaded_keras(home: Path) -> None:
    """Change the home of a Keras that is imported already: it reads the variable only once, at its import."""
    config: Any = sys.modules.get("keras.src.backend.config")
    if config is None:
        return
    if not hasattr(config, "_KERAS_DIR"):
        raise GraderError(
            "this version of Keras stores its home elsewhere: call data.keras_home(…) before Keras is imported"
        )
    config._KERAS_DIR = str(home)
