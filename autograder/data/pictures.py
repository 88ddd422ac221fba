"""Dogs vs. Cats as folders of jpgs: ``trainset/Cat/<n>.Cat.jpg``, ``trainset/Dog/<n>.Dog.jpg``, ``testset/<n>.jpg``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import GraderError

if TYPE_CHECKING:
    import numpy as np

CLASSES = ("Cat", "Dog")
FOLDER = "DogsVsCats"
EXPECTED = "DogsVsCats/trainset/Cat/<n>.Cat.jpg, DogsVsCats/trainset/Dog/<n>.Dog.jpg and DogsVsCats/testset/<n>.jpg"


def find(root: Path) -> Path | None:
    """Return the folder with both sets below ``root``, or None. Raises GraderError when a part of it is missing."""
    folder = root / FOLDER
    if not folder.is_dir():
        return None
    missing = [name for name in ("trainset/Cat", "trainset/Dog", "testset") if not (folder / name).is_dir()]
    if missing:
        raise GraderError(f"dogs_vs_cats in {root} is incomplete: expected {EXPECTED}; {', '.join(missing)} missing")
    if any((folder / "testset" / name).exists() for name in CLASSES):
        raise GraderError(
            f"{folder / 'testset'} contains the folders Cat and Dog: labels of the test images must not be where "
            "student code can read them. Put all test images into testset/<n>.jpg with new numbers, and their "
            "labels into tests/backprop/hidden/dogs_vs_cats_labels.csv (id,label)"
        )
    if not list_numbered(folder / "testset"):
        raise GraderError(f"{folder / 'testset'} contains no image <n>.jpg")
    return folder


def list_numbered(folder: Path) -> list[Path]:
    """Return the jpgs of a folder whose names begin with a number, in the order of the numbers."""
    pictures = [path for path in folder.glob("*.jpg") if path.name.split(".")[0].isdigit()]
    return sorted(pictures, key=lambda path: int(path.name.split(".")[0]))


def load(folder: Path, split: str) -> tuple[np.ndarray, np.ndarray]:
    """Return images (N, 3, 64, 64) uint8 and labels (N,) int64; test images have −1, as the files hold no labels.

    Training images are ordered by class, then by number; test images by number.
    """
    import numpy as np

    if split == "test":
        paths = list_numbered(folder / "testset")
        return read(paths), np.full(len(paths), -1)
    by_class = [list_numbered(folder / "trainset" / name) for name in CLASSES]
    counts = [len(paths) for paths in by_class]
    return read([path for paths in by_class for path in paths]), np.repeat(np.arange(len(CLASSES)), counts)


def read(paths: list[Path]) -> np.ndarray:
    """Return the images as uint8 (N, 3, 64, 64). Raises GraderError for one of another size."""
    import numpy as np
    from PIL import Image

    images = []
    for path in paths:
        with Image.open(path) as image:
            if image.size != (64, 64):
                raise GraderError(f"{path}: expected 64 × 64 pixels, found {image.size[0]} × {image.size[1]}")
            images.append(np.asarray(image.convert("RGB")))
    pixels: np.ndarray = np.stack(images).transpose(0, 3, 1, 2)
    return pixels


def write(folder: Path, images: np.ndarray, names: list[str]) -> None:
    """Write images (N, H, W, 3) uint8 as jpgs with these names."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    for image, name in zip(images, names, strict=True):
        Image.fromarray(image).save(folder / name, quality=92)
