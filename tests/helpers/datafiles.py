"""Tiny data sets written byte by byte, and an environment without any, for the tests of ``autograder.data``."""

import gzip
import hashlib
from pathlib import Path

import numpy as np
import pytest

from tests.helpers.later import import_later

scipy_io = import_later("scipy.io")

IDX = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]
ROOT = Path(__file__).parents[2]
VARIABLES = ("AUTOGRADER_DATA", "AUTOGRADER_DATA_DOWNLOAD", "AUTOGRADER_DATA_FALLBACK")


@pytest.fixture(autouse=True)
def environment(monkeypatch, shared_cache):
    """No setting of the machine reaches a test."""
    for variable in VARIABLES:
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("AUTOGRADER_CACHE", str(shared_cache))


def write_fashion(root: Path, count: int = 3, packed: bool = False) -> np.ndarray:
    """A complete tiny FashionMNIST below ``root``, written here byte by byte; returns the training images."""
    folder = root / "FashionMNIST" / "raw"
    folder.mkdir(parents=True)
    images = np.arange(count * 784, dtype=np.uint32).astype(np.uint8).reshape(count, 28, 28)
    labels = np.arange(count, dtype=np.uint8)
    head = (count).to_bytes(4, "big")
    side = (28).to_bytes(4, "big")
    for name in IDX:
        if "images" in name:
            content = b"\x00\x00\x08\x03" + head + side + side + images.tobytes()
        else:
            content = b"\x00\x00\x08\x01" + head + labels.tobytes()
        path = folder / (f"{name}.gz" if packed else name)
        path.write_bytes(gzip.compress(content) if packed else content)
    return images


def write_svhn(folder: Path, labels: list[int], **replaced: np.ndarray) -> np.ndarray:
    """Both files of a tiny SVHN in ``folder``; returns X (32, 32, 3, N)."""
    folder.mkdir(parents=True, exist_ok=True)
    X = np.random.default_rng(0).integers(0, 256, (32, 32, 3, len(labels)), dtype=np.uint8)
    for name in ("train_32x32.mat", "test_32x32.mat"):
        scipy_io.savemat(folder / name, {"X": X, "y": np.array(labels, np.uint8)[:, None]} | replaced)
    return X


def digests(folder: Path) -> dict[str, str]:
    """sha256 of every file below ``folder``."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
