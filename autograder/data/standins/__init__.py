"""Stand-ins for data sets that are not at hand: drawn on the spot, in the real set's file format.

The same bytes every time (fixed seeds, no time stamps). Train and test have nothing in common: other random numbers
and, for house numbers, other handwritten digits underneath.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable
from pathlib import Path

import numpy as np

from autograder.data import pictures
from autograder.data.cache import kept
from autograder.data.layout import DOGS_VS_CATS, FASHION_MNIST, MNIST, SPLITS, Layout

VERSION = 2
"""Part of the cache folder's name: raise it whenever the drawings change."""
COUNTS = {"train": 6000, "test": 1000}
ANIMALS = {"train": 1600, "test": 400}
SEEDS = {"train": 1, "test": 2}
MAT_TITLE = b"MATLAB 5.0 MAT-file, stand-in for SVHN"


def make(layout: Layout) -> Path:
    """The root that torchvision's loader takes; drawn at the first call, at most a few seconds."""
    made = kept(f"stand-in/{layout.name}-v{VERSION}", WRITERS[layout.name])
    return made / layout.places[0] if layout is DOGS_VS_CATS else made


def _write_clothes(root: Path) -> None:
    from autograder.data.standins.clothes import draw

    _write_idx(root / FASHION_MNIST.places[0], lambda split, rng: draw(COUNTS[split], rng))


def _write_digits(root: Path) -> None:
    from autograder.data.standins.digits import draw
    from autograder.data.standins.house_numbers import glyphs

    _write_idx(root / MNIST.places[0], lambda split, rng: draw(COUNTS[split], glyphs(split), rng))


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

    folder = root / DOGS_VS_CATS.places[0]
    images, labels = draw(ANIMALS["train"], SEEDS["train"])
    for label, name in enumerate(pictures.CLASSES):
        mine = images[labels == label]
        pictures.write(folder / "trainset" / name, mine, [f"{n}.{name}.jpg" for n in range(1, len(mine) + 1)])
    images, _ = draw(ANIMALS["test"], SEEDS["test"])
    pictures.write(folder / "testset", images, [f"{n}.jpg" for n in range(1, len(images) + 1)])


WRITERS = {
    "fashion_mnist": _write_clothes,
    "mnist": _write_digits,
    "svhn": _write_house_numbers,
    "dogs_vs_cats": _write_animals,
}


def idx_bytes(array: np.ndarray) -> bytes:
    """The idx form of a uint8 array: 0, 0, 8 (uint8), number of dimensions, sizes as big-endian uint32, data."""
    header = bytes([0, 0, 8, array.ndim]) + b"".join(size.to_bytes(4, "big") for size in array.shape)
    return header + array.astype(np.uint8).tobytes()


def mat_bytes(images: np.ndarray, labels: np.ndarray) -> bytes:
    """The official SVHN form: X (32, 32, 3, N) uint8 and y (N, 1) uint8, where 10 means the digit 0.

    ``images`` (N, 32, 32, 3) uint8, ``labels`` (N,) 0 … 9. The first 116 bytes of a MATLAB file are free text, into
    which scipy writes the time: replaced, so that the file is the same every time.
    """
    from scipy.io import savemat

    buffer = io.BytesIO()
    savemat(
        buffer, {"X": images.transpose(1, 2, 3, 0), "y": np.where(labels == 0, 10, labels).astype(np.uint8)[:, None]}
    )
    return MAT_TITLE.ljust(116) + buffer.getvalue()[116:]
