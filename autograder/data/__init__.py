"""Data sets by name: the real ones where they are found, a stand-in of the same file format everywhere else.

    from autograder import data
    root = data.prepare("fashion_mnist")
    train = torchvision.datasets.FashionMNIST(root, train=True)
    house_numbers = data.SVHN(data.prepare("svhn"), split="train")

``data.keras_home("fashion_mnist")`` lets Keras' own loader find the same files. ``data.kind(name)`` says which it
is, ``real`` or ``stand-in``.

environment                     meaning
AUTOGRADER_DATA                 folder with the real files in torchvision's layout (may be read-only):
                                MNIST/raw/*-ubyte[.gz], FashionMNIST/raw/*-ubyte[.gz], SVHN/*_32x32.mat or
                                *_32x32.mat, DogsVsCats/{trainset/{Cat,Dog},testset}/*.jpg
AUTOGRADER_DATA_DOWNLOAD=1      let torchvision download what that folder lacks, into the cache
AUTOGRADER_DATA_FALLBACK=1      use the stand-in when that download fails, instead of stopping
AUTOGRADER_CACHE                where stand-ins, unpacked and downloaded files are kept
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from autograder.data.keras_home import PLACES, keras_files, keras_home
from autograder.data.sources import Kind, find
from autograder.errors import GraderError

if TYPE_CHECKING:
    import numpy as np

    from autograder.data.svhn import SVHN

__all__ = ["SVHN", "Kind", "folders", "keras_home", "kind", "load", "make_ready", "prepare"]


def prepare(
    name: str, root: str | os.PathLike[str] | None = None, *, download: bool | None = None, fallback: bool | None = None
) -> Path:
    """A folder that torchvision's loader for the data set (``SVHN``: ours, see below) reads as its ``root``.

    Looks in ``root`` (default: ``AUTOGRADER_DATA``), then downloads if asked to, then makes the stand-in (a few
    seconds, once). ``download`` and ``fallback`` default to the environment's word. Raises GraderError when the
    files found are incomplete or damaged, and when a download fails that may not be replaced.
    """
    return find(name, root, download=download, fallback=fallback).root


def kind(
    name: str, root: str | os.PathLike[str] | None = None, *, download: bool | None = None, fallback: bool | None = None
) -> Kind:
    """``real`` or ``stand-in``: what ``prepare`` with the same arguments gives (and gets ready) here."""
    return find(name, root, download=download, fallback=fallback).kind


def make_ready(name: str, *, keras: bool = False) -> Kind:
    """Do now what ``prepare`` (and ``keras_home``) would do at its first call, for all who read the same cache."""
    if keras and name in PLACES:
        keras_files(name)
    return kind(name)


def load(name: str, split: str = "train", root: str | os.PathLike[str] | None = None) -> tuple[np.ndarray, np.ndarray]:
    """Images (uint8) and labels (int64, (N,)) of one split, ``train`` or ``test``.

    ``mnist``, ``fashion_mnist``: images (N, 28, 28). ``svhn``: (N, 3, 32, 32), the digit 0 labelled 0.
    ``dogs_vs_cats``: (N, 3, 64, 64), 0 for a cat and 1 for a dog; the labels of the test images are −1 unless it is
    the stand-in, whose labels are known.
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

    from autograder.data import pictures
    from autograder.data import standins as standin
    from autograder.data.layout import LAYOUTS, read_idx
    from autograder.data.standins import animals

    if name == "svhn":
        from autograder.data.svhn import SVHN

        numbers = SVHN(folder, split=split)
        return np.ascontiguousarray(numbers.data), numbers.labels
    if name == "dogs_vs_cats":
        images, labels = pictures.load(folder, split)
        if stand_in and split == "test":
            labels = animals.labels(standin.ANIMALS["test"], standin.SEEDS["test"]).astype(np.int64)
        return images, labels
    return read_idx(folder / LAYOUTS[name].places[0], split)


def folders() -> list[Path]:
    """The folders that data is read from: ``AUTOGRADER_DATA``, where it is set, and the cache."""
    from autograder.data.cache import cache_folder

    named = os.environ.get("AUTOGRADER_DATA")
    return [folder.resolve() for folder in (*([Path(named)] if named else []), cache_folder()) if folder.is_dir()]


def __getattr__(name: str) -> Any:
    if name == "SVHN":
        from autograder.data.svhn import SVHN

        return SVHN
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
