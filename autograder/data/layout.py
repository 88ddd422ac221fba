"""Which files a data set consists of, where they lie, and whether they are whole."""

from __future__ import annotations

import gzip
import hashlib
import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.data import pictures
from autograder.data.cache import build_once, cache_folder
from autograder.errors import GraderError

if TYPE_CHECKING:
    import numpy as np

SPLITS = {"train": "train", "test": "t10k"}
"""Split → how the file names of MNIST and Fashion-MNIST begin."""


@dataclass(frozen=True)
class Layout:
    """``places`` are folders below a root, tried in order; ``gzipped`` allows each file as ``<name>.gz`` instead.

    ``own_root``: torchvision's loader takes the place itself as its root, not the folder above.
    """

    name: str
    places: tuple[str, ...]
    files: tuple[str, ...]
    gzipped: bool
    own_root: bool
    check: Callable[[Path], None]
    loader: str
    """Name of torchvision's class that reads and downloads it; "" where there is none."""

    @property
    def expected(self) -> str:
        """One phrase for error messages."""
        if not self.files:
            return pictures.EXPECTED
        either = " (or .gz)" if self.gzipped else ""
        return f"{', '.join(self.files)}{either} in {' or '.join(place + '/' for place in self.places)}"


def find_real(layout: Layout, root: Path) -> Path | None:
    """The loader's root for the real files below ``root``, or None when there is none of them.

    Files that are there only as .gz are unpacked into the cache, the root itself is never written to.
    """
    if layout is DOGS_VS_CATS:
        return pictures.find(root)
    for place in layout.places:
        folder = root / place
        found = {file: _existing(folder, file, layout.gzipped) for file in layout.files}
        if not any(found.values()):
            continue
        missing = [file for file, path in found.items() if path is None]
        if missing:
            raise GraderError(
                f"{layout.name} in {root} is incomplete: expected {layout.expected}; {', '.join(missing)} missing, "
                f"found {', '.join(path.name for path in found.values() if path)}. Add the rest or take these away"
            )
        sources = [path for path in found.values() if path is not None]
        if any(path.suffix == ".gz" for path in sources):
            return _unpacked(layout, place, sources)
        layout.check(folder)
        return folder if layout.own_root else root
    stray = [file for file in layout.files if layout.gzipped and _existing(root, file, True)]
    if stray:
        raise GraderError(
            f"{layout.name}: expected {layout.expected} below {root}; found {', '.join(stray)} in {root}/"
        )
    return None


def _existing(folder: Path, file: str, gzipped: bool) -> Path | None:
    candidates = [folder / file, *([folder / f"{file}.gz"] if gzipped else [])]
    return next((path for path in candidates if path.is_file()), None)


def _unpacked(layout: Layout, place: str, sources: list[Path]) -> Path:
    stamps = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in sources]
    key = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]

    def build(folder: Path) -> None:
        target = folder / place
        target.mkdir(parents=True)
        for path in sources:
            opener = gzip.open if path.suffix == ".gz" else open
            try:
                with opener(path, "rb") as packed, (target / path.name.removesuffix(".gz")).open("wb") as plain:
                    shutil.copyfileobj(packed, plain)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                raise GraderError(f"{path} is not a whole gzip file ({error}); fetch it again") from error
        layout.check(target)

    return build_once(cache_folder() / "unpacked" / f"{layout.name}-{key}", build)


def check_idx(folder: Path) -> None:
    """Headers and sizes of the four files of MNIST or Fashion-MNIST: 28 × 28 uint8 images, as many labels as images."""
    for prefix in SPLITS.values():
        count = _idx_shape(folder / f"{prefix}-images-idx3-ubyte", 3, (28, 28))
        labels = _idx_shape(folder / f"{prefix}-labels-idx1-ubyte", 1, ())
        if count != labels:
            raise GraderError(
                f"{folder}: {prefix} has {count} images but {labels} labels; the files do not belong together"
            )


def _idx_shape(path: Path, dimensions: int, tail: tuple[int, ...]) -> int:
    """Number of items; idx is two zero bytes, type 8 (uint8), the number of dimensions, sizes big-endian, data."""
    with path.open("rb") as file:
        header = file.read(4 + 4 * dimensions)
    shape = tuple(int.from_bytes(header[at : at + 4], "big") for at in range(4, len(header), 4))
    if header[:4] != bytes([0, 0, 8, dimensions]) or shape[1:] != tail:
        wanted = " × ".join(["N", *map(str, tail)])
        raise GraderError(
            f"{path}: expected an idx file of uint8, {wanted}; found one that begins with {header[:4].hex(' ')}, "
            f"sizes {shape}. Fetch it again"
        )
    items = shape[0]
    size = len(header) + items * (tail[0] * tail[1] if tail else 1)
    if path.stat().st_size != size:
        raise GraderError(
            f"{path}: its header promises {size} bytes, the file has {path.stat().st_size}. Fetch it again"
        )
    return items


def check_mat(folder: Path) -> None:
    """Both SVHN files hold X (32, 32, 3, N) uint8 and y (N, 1)."""
    from scipy.io import whosmat

    for name in SVHN.files:
        path = folder / name
        try:
            shapes = {variable: shape for variable, shape, _ in whosmat(path)}
        except Exception as error:
            raise GraderError(f"{path} is not a MATLAB 5 file ({error}); fetch it again") from error
        X, y = shapes.get("X", ()), shapes.get("y", ())
        if len(X) != 4 or X[:3] != (32, 32, 3) or y != (X[3], 1):
            raise GraderError(f"{path}: expected X (32, 32, 3, N) and y (N, 1); found {shapes}. Fetch it again")


def read_idx(folder: Path, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Images (N, 28, 28) uint8 and labels (N,) int64 of files that ``check_idx`` has seen."""
    import numpy as np

    prefix = SPLITS[split]
    images = np.fromfile(folder / f"{prefix}-images-idx3-ubyte", np.uint8, offset=16).reshape(-1, 28, 28)
    return images, np.fromfile(folder / f"{prefix}-labels-idx1-ubyte", np.uint8, offset=8).astype(np.int64)


def _idx(name: str, folder: str) -> Layout:
    files = tuple(f"{p}-{kind}-ubyte" for p in SPLITS.values() for kind in ("images-idx3", "labels-idx1"))
    return Layout(name, (f"{folder}/raw",), files, gzipped=True, own_root=False, check=check_idx, loader=folder)


FASHION_MNIST = _idx("fashion_mnist", "FashionMNIST")
MNIST = _idx("mnist", "MNIST")
SVHN = Layout(
    name="svhn",
    places=("SVHN", "."),
    files=("train_32x32.mat", "test_32x32.mat"),
    gzipped=False,
    own_root=True,
    check=check_mat,
    loader="SVHN",
)
DOGS_VS_CATS = Layout(
    name="dogs_vs_cats",
    places=(pictures.FOLDER,),
    files=(),
    gzipped=False,
    own_root=True,
    check=lambda folder: None,
    loader="",
)
LAYOUTS = {layout.name: layout for layout in (FASHION_MNIST, MNIST, SVHN, DOGS_VS_CATS)}
