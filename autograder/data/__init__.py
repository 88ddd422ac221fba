"""Data sets by name: the real files where there are any, elsewhere a stand-in in the same file format.

Authors and students may use everything in ``__all__``. The package imports ``autograder.errors`` and nothing else of
ours, and torchvision, Keras and scikit-learn only when a call needs them.

    from autograder import data
    root = data.prepare("fashion_mnist")
    train = torchvision.datasets.FashionMNIST(root, train=True)
    house_numbers = data.SVHN(data.prepare("svhn"), split="train")

``data.keras_home("fashion_mnist")`` lets Keras' own loader find the same files. ``data.kind(name)`` says which files
they are: ``real`` or ``stand-in``.

environment                     meaning
AUTOGRADER_DATA                 folder with the real files in torchvision's layout (may be read-only):
                                MNIST/raw/*-ubyte[.gz], FashionMNIST/raw/*-ubyte[.gz], SVHN/*_32x32.mat or
                                *_32x32.mat, DogsVsCats/{trainset/{Cat,Dog},testset}/*.jpg
AUTOGRADER_DATA_DOWNLOAD=1      let torchvision download into the cache what that folder does not have
AUTOGRADER_DATA_FALLBACK=1      use the stand-in when that download fails, instead of stopping
AUTOGRADER_CACHE                folder for stand-ins and for unpacked and downloaded files
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.data.keras_loader import FOLDERS, build_keras_files, keras_home
from autograder.data.sources import Kind, find_source
from autograder.errors import GraderError

if TYPE_CHECKING:
    import numpy as np

    from autograder.data.svhn import SVHN

__all__ = ["SVHN", "Kind", "folders", "keras_home", "kind", "load", "make_ready", "prepare"]


def prepare(
    name: str, root: str | os.PathLike[str] | None = None, *, download: bool | None = None, fallback: bool | None = None
) -> Path:
    """Return a folder that torchvision's loader for the data set reads as its ``root`` (for SVHN: ``data.SVHN``).

    It looks in ``root`` (default: ``AUTOGRADER_DATA``), then downloads the files if asked to, then makes the stand-in
    (which takes a few seconds, once). ``download`` and ``fallback`` default to the environment variables. Raises
    GraderError when there are files but some are missing or damaged, and when a download fails without ``fallback``.
    """
    return find_source(name, root, download=download, fallback=fallback).root


def kind(
    name: str, root: str | os.PathLike[str] | None = None, *, download: bool | None = None, fallback: bool | None = None
) -> Kind:
    """Return which files ``prepare`` returns for the same arguments, and prepare them: ``real`` or ``stand-in``."""
    return find_source(name, root, download=download, fallback=fallback).kind


def make_ready(name: str, *, keras: bool = False) -> Kind:
    """Do now what the first call of ``prepare`` (and ``keras_home``) would do, for all who read the same cache."""
    if keras and name in FOLDERS:
        build_keras_files(name)
    return kind(name)


def load(name: str, split: str = "train", root: str | os.PathLike[str] | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Return images (uint8) and labels (int64, (N,)) of one split, ``train`` or ``test``.

    ``mnist``, ``fashion_mnist``: images (N, 28, 28). ``svhn``: (N, 3, 32, 32); the digit 0 has the label 0.
    ``dogs_vs_cats``: (N, 3, 64, 64), 0 for a cat and 1 for a dog; the labels of the real test images are unknown (−1).
    Raises GraderError when the files cannot be read.
    """
    if split not in ("train", "test"):
        raise GraderError(f"A split is 'train' or 'test', not {split!r}")
    folder = prepare(name, root)
    try:
        return _read(name, folder, split, stand_in=kind(name, root) == "stand-in")
    except GraderError:
        raise
    except Exception as error:
        raise GraderError(
            f"The {split} split of {name} in {folder} could not be read ({type(error).__name__}: {error}); "
            "the files are probably damaged: fetch them again"
        ) from error


def _read(name: str, folder: Path, split: str, *, stand_in: bool) -> tuple[np.ndarray, np.ndarray]:
    import numpy as np

    from autograder.data import pictures, standins
    from autograder.data.layout import LAYOUTS, read_idx
    from autograder.data.standins import animals

    if name == "svhn":
        from autograder.data.svhn import SVHN

        house_numbers = SVHN(folder, split=split)
        return np.ascontiguousarray(house_numbers.data), house_numbers.labels
    if name == "dogs_vs_cats":
        images, labels = pictures.load(folder, split)
        if stand_in and split == "test":
            labels = animals.labels(standins.ANIMALS["test"], standins.SEEDS["test"]).astype(np.int64)
        return images, labels
    return read_idx(folder / LAYOUTS[name].folders[0], split)


def folders() -> list[Path]:
    """Return the folders that hold data: ``AUTOGRADER_DATA``, if it is set, and the cache."""
    from autograder.data.cache import cache_folder

    named = os.environ.get("AUTOGRADER_DATA")
    return [folder.resolve() for folder in (*([Path(named)] if named else []), cache_folder()) if folder.is_dir()]


def __getattr__(name: str) -> Any:
    if name == "SVHN":
        from autograder.data.svhn import SVHN

        return SVHN
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
