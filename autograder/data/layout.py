"""The files of each data set: their names, their folders, and checks that they are complete."""

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
    """The files of one data set.

    ``folders`` below a root are tried in their order; ``gzipped`` allows each file as ``<name>.gz`` instead.
    ``own_root`` means that torchvision's loader takes this folder itself as its root, not the root above it.
    """

    name: str
    folders: tuple[str, ...]
    files: tuple[str, ...]
    gzipped: bool
    own_root: bool
    check: Callable[[Path], None]
    loader: str
    """Name of torchvision's class that reads and downloads it; "" if there is none."""

    @property
    def expected(self) -> str:
        """The expected files and folders as a phrase for error messages."""
        if not self.files:
            return pictures.EXPECTED
        either = " (or .gz)" if self.gzipped else ""
        return f"{', '.join(self.files)}{either} in {' or '.join(folder + '/' for folder in self.folders)}"


def find_real(layout: Layout, root: Path) -> Path | None:
    """Return the loader's root for the real files below ``root``, or None if there are none.

    Files that exist only as .gz are unpacked into the cache; nothing is ever written to ``root``. Raises GraderError
    when files are missing, damaged or in the wrong folder.
    """
    if layout is DOGS_VS_CATS:
        return pictures.find(root)
    for name in layout.folders:
        folder = root / name
        paths = {file: _find_file(folder, file, layout.gzipped) for file in layout.files}
        if not any(paths.values()):
            continue
        missing = [file for file, path in paths.items() if path is None]
        if missing:
            raise GraderError(
                f"{layout.name} in {root} is incomplete: expected {layout.expected}; {', '.join(missing)} missing, "
                f"found {', '.join(path.name for path in paths.values() if path)}. Add the missing ones or remove these"
            )
        sources = [path for path in paths.values() if path is not None]
        if any(path.suffix == ".gz" for path in sources):
            return _unpack(layout, name, sources)
        layout.check(folder)
        return folder if layout.own_root else root
    stray = [file for file in layout.files if layout.gzipped and _find_file(root, file, True)]
    if stray:
        raise GraderError(
            f"{layout.name}: expected {layout.expected} below {root}; found {', '.join(stray)} in {root}/"
        )
    return None


def _find_file(folder: Path, file: str, gzipped: bool) -> Path | None:
    candidates = [folder / file, *([folder / f"{file}.gz"] if gzipped else [])]
    return next((path for path in candidates if path.is_file()), None)


def _unpack(layout: Layout, target_folder: str, sources: list[Path]) -> Path:
    stamps = [(str(path.resolve()), path.stat().st_size, path.stat().st_mtime_ns) for path in sources]
    key = hashlib.sha256(repr(stamps).encode()).hexdigest()[:16]

    def build(folder: Path) -> None:
        target = folder / target_folder
        target.mkdir(parents=True)
        for path in sources:
            opener = gzip.open if path.suffix == ".gz" else open
            try:
                with opener(path, "rb") as packed, (target / path.name.removesuffix(".gz")).open("wb") as unpacked:
                    shutil.copyfileobj(packed, unpacked)
            except (EOFError, gzip.BadGzipFile, zlib.error) as error:
                raise GraderError(f"{path} is not a whole gzip file ({error}); download it again") from error
        layout.check(target)

    return build_once(cache_folder() / "unpacked" / f"{layout.name}-{key}", build)


def check_idx(folder: Path) -> None:
    """Check headers and sizes of the four files of MNIST or Fashion-MNIST: 28 × 28 uint8 images, a label for each."""
    for prefix in SPLITS.values():
        count = _count_idx_items(folder / f"{prefix}-images-idx3-ubyte", 3, (28, 28))
        labels = _count_idx_items(folder / f"{prefix}-labels-idx1-ubyte", 1, ())
        if count != labels:
            raise GraderError(
                f"{folder}: {prefix} has {count} images but {labels} labels; the files do not belong together"
            )


def _count_idx_items(path: Path, dimensions: int, tail: tuple[int, ...]) -> int:
    """Return the number of items of an idx file of uint8 whose items have the shape ``tail``.

    The format: two zero bytes, the type 8 (uint8), the number of dimensions, the sizes as big-endian uint32, the data.
    """
    with path.open("rb") as file:
        header = file.read(4 + 4 * dimensions)
    shape = tuple(int.from_bytes(header[at : at + 4], "big") for at in range(4, len(header), 4))
    if header[:4] != bytes([0, 0, 8, dimensions]) or shape[1:] != tail:
        expected = " × ".join(["N", *map(str, tail)])
        raise GraderError(
            f"{path}: expected an idx file of uint8, {expected}; this one begins with {header[:4].hex(' ')} and "
            f"has the sizes {shape}. Download it again"
        )
    items = shape[0]
    size = len(header) + items * (tail[0] * tail[1] if tail else 1)
    if path.stat().st_size != size:
        raise GraderError(
            f"{path}: its header promises {size} bytes, the file has {path.stat().st_size}. Download it again"
        )
    return items


def check_mat(folder: Path) -> None:
    """Check that both SVHN files hold X (32, 32, 3, N) uint8 and y (N, 1)."""
    from scipy.io import whosmat

    for name in SVHN.files:
        path = folder / name
        try:
            shapes = {variable: shape for variable, shape, _ in whosmat(path)}
        except Exception as error:
            raise GraderError(f"{path} is not a MATLAB 5 file ({error}); download it again") from error
        X, y = shapes.get("X", ()), shapes.get("y", ())
        if len(X) != 4 or X[:3] != (32, 32, 3) or y != (X[3], 1):
            raise GraderError(f"{path}: expected X (32, 32, 3, N) and y (N, 1); found {shapes}. Download it again")


def read_idx(folder: Path, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Return images (N, 28, 28) uint8 and labels (N,) int64 of files that ``check_idx`` accepts."""
    import numpy as np

    prefix = SPLITS[split]
    images = np.fromfile(folder / f"{prefix}-images-idx3-ubyte", np.uint8, offset=16).reshape(-1, 28, 28)
    return images, np.fromfile(folder / f"{prefix}-labels-idx1-ubyte", np.uint8, offset=8).astype(np.int64)


def _idx_layout(name: str, folder: str) -> Layout:
    files = tuple(
        f"{prefix}-{content}-ubyte" for prefix in SPLITS.values() for content in ("images-idx3", "labels-idx1")
    )
    return Layout(name, (f"{folder}/raw",), files, gzipped=True, own_root=False, check=check_idx, loader=folder)


FASHION_MNIST = _idx_layout("fashion_mnist", "FashionMNIST")
MNIST = _idx_layout("mnist", "MNIST")
SVHN = Layout(
    name="svhn",
    folders=("SVHN", "."),
    files=("train_32x32.mat", "test_32x32.mat"),
    gzipped=False,
    own_root=True,
    check=check_mat,
    loader="SVHN",
)
DOGS_VS_CATS = Layout(
    name="dogs_vs_cats",
    folders=(pictures.FOLDER,),
    files=(),
    gzipped=False,
    own_root=True,
    check=lambda folder: None,
    loader="",
)
LAYOUTS = {layout.name: layout for layout in (FASHION_MNIST, MNIST, SVHN, DOGS_VS_CATS)}
