"""Stand-ins of the data sets: layout, formats and difficulty, read by hand and through torchvision's own loaders."""

import gzip
import io
import os
import subprocess
import sys

import numpy as np
import pytest

from autograder import data
from autograder.data import standins
from autograder.data.standins import clothes, house_numbers
from tests.helpers import datafiles
from tests.helpers.datafiles import IDX, ROOT, digests
from tests.helpers.later import import_later

datasets = import_later("torchvision.datasets")
io_of_scipy = import_later("scipy.io")

environment = datafiles.environment  # for every test of this file


@pytest.mark.framework
def test_fashion_stand_in_is_read_by_torchvision_as_its_bytes_say():
    """torchvision's own FashionMNIST reads the stand-in, and sees what a parser of ten lines sees in the idx files."""
    root = data.prepare("fashion_mnist")
    for train, prefix, count in ((True, "train", 6000), (False, "t10k", 1000)):
        loaded = datasets.FashionMNIST(root, train=train)
        raw = (root / "FashionMNIST" / "raw" / f"{prefix}-images-idx3-ubyte").read_bytes()
        assert raw[:4] == b"\x00\x00\x08\x03"
        assert [int.from_bytes(raw[at : at + 4], "big") for at in (4, 8, 12)] == [count, 28, 28]
        assert raw[16:] == loaded.data.numpy().tobytes()
        labels = (root / "FashionMNIST" / "raw" / f"{prefix}-labels-idx1-ubyte").read_bytes()
        assert list(labels[8:]) == loaded.targets.tolist()
        assert np.bincount(loaded.targets, minlength=10).tolist() == [count // 10] * 10
    assert data.kind("fashion_mnist") == "stand-in"


@pytest.mark.slow
def test_packed_stand_in_files_hold_the_plain_ones():
    """Beside every idx file lies its .gz, as in the official distribution."""
    folder = data.prepare("fashion_mnist") / "FashionMNIST" / "raw"
    for name in IDX:
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == (folder / name).read_bytes()


def test_svhn_stand_in_has_the_official_form():
    """X is (32, 32, 3, N) uint8, y (N, 1) with 10 for the digit 0, and the loader turns 10 into 0."""
    root = data.prepare("svhn")
    raw = io_of_scipy.loadmat(root / "test_32x32.mat")
    assert raw["X"].shape == (32, 32, 3, 1000)
    assert raw["X"].dtype == np.uint8
    assert raw["y"].shape == (1000, 1)
    assert sorted(set(raw["y"].ravel().tolist())) == list(range(1, 11))
    loaded = data.SVHN(root, split="test")
    assert np.array_equal(loaded.labels, raw["y"].ravel() % 10)
    assert np.array_equal(loaded.data[7], raw["X"][:, :, :, 7].transpose(2, 0, 1))


@pytest.mark.framework
def test_official_checksum_is_not_asked_for():
    """torchvision's class refuses other bytes than the official ones; ours takes them and is otherwise the same."""
    root = data.prepare("svhn")
    with pytest.raises(RuntimeError, match="corrupted"):
        datasets.SVHN(root, split="test")
    assert issubclass(data.SVHN, datasets.SVHN)
    assert len(data.SVHN(root, split="train")) == 6000


@pytest.mark.parametrize(("name", "shape"), [("fashion_mnist", (28, 28)), ("svhn", (3, 32, 32))])
def test_load_gives_uint8_images_and_int64_labels(name, shape):
    """``load`` returns numpy arrays of the stated types for either split."""
    for split, count in (("train", 6000), ("test", 1000)):
        images, labels = data.load(name, split)
        assert (images.shape, images.dtype) == ((count, *shape), np.uint8)
        assert (labels.shape, labels.dtype) == ((count,), np.int64)


def test_train_and_test_have_no_image_in_common():
    """No test image is a training image, and no handwritten digit lies under both splits."""
    for name in ("fashion_mnist", "svhn"):
        seen = [{image.tobytes() for image in data.load(name, split)[0]} for split in ("train", "test")]
        assert not seen[0] & seen[1]
    shapes = [{glyph.tobytes() for glyph in house_numbers.glyphs(split)[0]} for split in ("train", "test")]
    assert not shapes[0] & shapes[1]


@pytest.mark.slow
def test_stand_ins_are_the_same_bytes_in_another_process(tmp_path):
    """Drawn afresh in a new interpreter, each file has the same bytes: no time stamp, no hash order."""
    code = "from autograder import data; data.prepare('fashion_mnist'); data.prepare('svhn')"
    elsewhere = os.environ | {"AUTOGRADER_CACHE": str(tmp_path), "PYTHONHASHSEED": "12345"}
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT, env=elsewhere)
    here = [*digests(data.prepare("fashion_mnist")).values(), *digests(data.prepare("svhn")).values()]
    assert sorted(here) == sorted(digests(tmp_path).values())


def test_a_linear_classifier_is_neither_lost_nor_enough_on_the_clothes():
    """Least squares on pixels gets 65 to 88 % of the silhouettes right: learnable, with room for a better model."""
    (x, y), (test_x, test_y) = data.load("fashion_mnist", "train"), data.load("fashion_mnist", "test")

    def features(images):
        return np.c_[images.reshape(len(images), -1) / 255, np.ones(len(images))]

    A = features(x)
    weights = np.linalg.solve(A.T @ A + 10 * np.eye(A.shape[1]), A.T @ np.eye(10)[y])
    assert 0.65 < np.mean((features(test_x) @ weights).argmax(1) == test_y) < 0.88


def test_house_numbers_cannot_be_told_by_mean_colour():
    """Average colours of the ten digits agree within noise: brightness alone gives nothing away."""
    images, labels = data.load("svhn", "train")
    means = images.mean(axis=(2, 3))
    by_class = np.stack([means[labels == digit].mean(axis=0) for digit in range(10)])
    assert np.ptp(by_class, axis=0).max() < 0.15 * means.std(axis=0).max() + 10


def test_clothes_keep_their_class_when_more_are_drawn():
    """Every class is as frequent as any other (up to one), and pixels use the whole range of a byte."""
    images, labels = clothes.draw(57, np.random.default_rng(3))
    counts = np.bincount(labels, minlength=10)
    assert counts.max() - counts.min() <= 1
    assert images.max() > 200
    assert (images[:, 0, 0] < 60).all()


def test_mat_bytes_carry_no_time():
    """scipy stamps the time of day into a MATLAB file; ours says something fixed and is still readable."""
    raw = standins.mat_bytes(np.zeros((2, 32, 32, 3), np.uint8), np.array([0, 4], np.uint8))
    assert b"Created on" not in raw[:116]
    assert io_of_scipy.loadmat(io.BytesIO(raw))["y"].ravel().tolist() == [10, 4]
