"""Draws stand-ins for data sets that are not available, and writes them in the real set's file format.

They are the same bytes every time (fixed seeds, no time stamps). Train and test sets share nothing: they use different
random numbers and, for digits and house numbers, different handwritten digits.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np

from autograder.data import pictures
from autograder.data.cache import get_or_build
from autograder.data.layout import DOGS_VS_CATS, FASHION_MNIST, MNIST, SPLITS, Layout

__all__ = ["ANIMALS", "COUNTS", "SEEDS", "make_standin"]

VERSION = 2
"""Part of the cache folder's name; raise it whenever the drawings change."""
COUNTS = {"train": 6000, "test": 1000}
"""Images per split of all data sets but the animals."""
ANIMALS = {"train": 1600, "test": 400}
SEEDS = {"train": 1, "test": 2}
MAT_TITLE = b"MATLAB 5.0 MAT-file, stand-in for SVHN"


def make_standin(layout: Layout) -> Path:
    """Return the root that torchvision's loader takes; the first call draws the images in a few seconds."""
    folder = get_or_build(f"stand-in/{layout.name}-v{VERSION}", WRITERS[layout.name])
    return folder / layout.folders[0] if layout is DOGS_VS_CATS else folder


def _write_clothes(root: Path) -> None:
    from autograder.data.standins.clothes import draw

    _write_idx(root / FASHION_MNIST.folders[0], lambda split, rng: draw(COUNTS[split], rng))


def _write_digits(root: Path) -> None:
    from autograder.data.standins.digits import draw
    from autograder.data.standins.house_numbers import glyphs

    _write_idx(root / MNIST.folders[0], lambda split, rng: draw(COUNTS[split], glyphs(split), rng))


def _write_idx(folder: Path, draw: Callable[[str, np.random.Generator], tuple[np.ndarray, np.ndarray]]) -> None:
    folder.mkdir(parents=True)
    for split, prefix in SPLITS.items():
        images, labels = draw(split, np.random.default_rng(SEEDS[split]))
        for array, name in ((images, f"{prefix}-images-idx3-ubyte"), (labels, f"{prefix}-labels-idx1-ubyte")):
            plain = idx_bytes(array)
            (folder / name).write_bytes(plain)
            (folder / f"{name}.gz").write_bytes(gzip.compress(plain, compresslevel=6, mtime=0))


def _write_house_numbers(folder: Path) -> None:
    from autograder.data.standins.house_numbers import draw, glyphs

    for split in SPLITS:
        images, labels = draw(COUNTS[split], glyphs(split), np.random.default_rng(SEEDS[split]))
        (folder / f"{split}_32x32.mat").write_bytes(mat_bytes(images, labels))


def _write_animals(root: Path) -> None:
    from autograder.data.standins.animals import draw

    folder = root / DOGS_VS_CATS.folders[0]
    images, labels = draw(ANIMALS["train"], SEEDS["train"])
    for label, name in enumerate(pictures.CLASSES):
        of_class = images[labels == label]
        names = [f"{number}.{name}.jpg" for number in range(1, len(of_class) + 1)]
        pictures.write(folder / "trainset" / name, of_class, names)
    images, _ = draw(ANIMALS["test"], SEEDS["test"])
    pictures.write(folder / "testset", images, [f"{number}.jpg" for number in range(1, len(images) + 1)])


WRITERS = {
    "fashion_mnist": _write_clothes,
    "mnist": _write_digits,
    "svhn": _write_house_numbers,
    "dogs_vs_cats": _write_animals,
}


def idx_bytes(array: np.ndarray) -> bytes:
    """Return a uint8 array in idx format: 0, 0, 8 (uint8), number of dimensions, sizes as big-endian uint32, data."""
    header = bytes([0, 0, 8, array.ndim]) + b"".join(size.to_bytes(4, "big") for size in array.shape)
    return header + array.astype(np.uint8).tobytes()


def mat_bytes(images: np.ndarray, labels: np.ndarray) -> bytes:
    """Return the official SVHN format: X (32, 32, 3, N) uint8 and y (N, 1) uint8, where 10 means the digit 0.

    ``images`` is (N, 32, 32, 3) uint8, ``labels`` (N,) 0 … 9. The first 116 bytes of a MATLAB file are free text, where
    scipy writes the time; we replace them so that the file is the same every time.
    """
    from scipy.io import savemat

    buffer = io.BytesIO()
    savemat(
        buffer, {"X": images.transpose(1, 2, 3, 0), "y": np.where(labels == 0, 10, labels).astype(np.uint8)[:, None]}
    )
    return MAT_TITLE.ljust(116) + buffer.getvalue()[116:]
