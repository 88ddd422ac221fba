"""MNIST's layout, and Dogs vs. Cats as folders of jpgs: read, refused, and drawn as a stand-in."""

import numpy as np
import pytest

from autograder import data
from autograder.data import standins
from autograder.data.standins import animals
from autograder.errors import GraderError
from tests.helpers import datafiles
from tests.helpers.datafiles import digests, write_fashion
from tests.helpers.later import import_later

datasets = import_later("torchvision.datasets")
Image = import_later("PIL.Image")

environment = datafiles.environment  # for every test of this file


def save(path, colour, mode="RGB", size=(64, 64)):
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new(mode, size, colour).save(path)


@pytest.fixture
def photographs(tmp_path):
    """Three cats, two dogs (one of them grey), three test images whose numbers sort otherwise as text."""
    for number, red in ((2, 20), (10, 100), (1, 10)):
        save(tmp_path / f"DogsVsCats/trainset/Cat/{number}.Cat.jpg", (red, 0, 0))
    save(tmp_path / "DogsVsCats/trainset/Dog/7.Dog.jpg", (0, 0, 70))
    save(tmp_path / "DogsVsCats/trainset/Dog/3.Dog.jpg", 30, "L")
    for number in (1, 2, 10):
        save(tmp_path / f"DogsVsCats/testset/{number}.jpg", (0, 10 * number, 0))
    (tmp_path / "DogsVsCats/trainset/Cat/Thumbs.db").write_bytes(b"x")
    return tmp_path


def test_photographs_come_by_class_and_number(photographs, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_DATA", str(photographs))
    assert data.kind("dogs_vs_cats") == "real"
    images, labels = data.load("dogs_vs_cats", "train")
    assert images.shape == (5, 3, 64, 64) and images.dtype == np.uint8
    assert labels.tolist() == [0, 0, 0, 1, 1]
    expected = [(10, 0, 0), (20, 0, 0), (100, 0, 0), (30, 30, 30), (0, 0, 70)]
    assert np.abs(images[:, :, 5, 5].astype(int) - expected).max() <= 3  # jpg is not exact


def test_test_images_come_in_the_order_of_their_numbers_without_labels(photographs):
    images, labels = data.load("dogs_vs_cats", "test", photographs)
    assert np.abs(images[:, 1, 9, 9].astype(int) - [10, 20, 100]).max() <= 3
    assert labels.tolist() == [-1, -1, -1]


def test_labels_beside_the_test_images_are_refused(photographs):
    save(photographs / "DogsVsCats/testset/Cat/1.Cat.jpg", (0, 0, 0))
    with pytest.raises(GraderError, match=r"labels of the test images .*dogs_vs_cats_labels\.csv"):
        data.prepare("dogs_vs_cats", photographs)


def test_an_incomplete_folder_is_refused(tmp_path):
    save(tmp_path / "DogsVsCats/trainset/Cat/1.Cat.jpg", (0, 0, 0))
    with pytest.raises(GraderError, match="trainset/Dog, testset missing"):
        data.prepare("dogs_vs_cats", tmp_path)


def test_images_of_another_size_are_refused(photographs):
    save(photographs / "DogsVsCats/testset/3.jpg", (0, 0, 0), size=(32, 64))
    with pytest.raises(GraderError, match=r"3\.jpg: expected 64 × 64 pixels, found 32 × 64"):
        data.load("dogs_vs_cats", "test", photographs)


@pytest.mark.slow
def test_there_is_no_download_of_photographs():
    with pytest.raises(GraderError, match="cannot be downloaded"):
        data.prepare("dogs_vs_cats", download=True)
    assert data.kind("dogs_vs_cats", download=True, fallback=True) == "stand-in"


def test_the_stand_in_has_the_layout_of_the_photographs():
    root = data.prepare("dogs_vs_cats")
    assert root.name == "DogsVsCats"
    assert len(list((root / "trainset" / "Cat").glob("*.Cat.jpg"))) == standins.ANIMALS["train"] // 2
    assert not list((root / "testset").glob("*.Cat.jpg"))
    images, labels = data.load("dogs_vs_cats", "test")
    assert images.shape == (standins.ANIMALS["test"], 3, 64, 64)
    assert sorted(np.bincount(labels).tolist()) == [standins.ANIMALS["test"] // 2] * 2
    drawn, truth = animals.draw(standins.ANIMALS["test"], standins.SEEDS["test"])
    assert np.array_equal(truth, labels)
    error = np.abs(drawn.transpose(0, 3, 1, 2).astype(int) - images).mean()
    assert error < 10  # the same pictures, but for the jpg


def test_animals_are_told_apart_by_their_shape_and_not_by_a_pixel():
    """No pixel's brightness tells cats from dogs by more than a weak hint."""
    images, labels = animals.draw(1000, seed=5)
    grey = images.mean(axis=3)
    difference = np.abs(grey[labels == 0].mean(0) - grey[labels == 1].mean(0)) / grey.std(0)
    assert difference.max() < 0.9 and difference.mean() < 0.2


@pytest.mark.framework
def test_mnist_is_read_by_torchvision_and_by_us_alike():
    root = data.prepare("mnist")
    for train, split in ((True, "train"), (False, "test")):
        loaded = datasets.MNIST(root, train=train)
        images, labels = data.load("mnist", split)
        assert np.array_equal(loaded.data.numpy(), images) and np.array_equal(loaded.targets.numpy(), labels)
        assert images.shape == (standins.COUNTS[split], 28, 28)
        assert set(labels.tolist()) == set(range(10))
    assert images[:, 0].mean() < 20 < images[:, 14].mean()  # bright on black, in the middle


def test_real_mnist_files_are_found(tmp_path, monkeypatch):
    images = write_fashion(tmp_path, packed=True)
    (tmp_path / "FashionMNIST").rename(tmp_path / "MNIST")
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    assert data.kind("mnist") == "real"
    assert np.array_equal(data.load("mnist", "train")[0], images)


@pytest.mark.slow
def test_the_same_bytes_every_time(tmp_path, monkeypatch):
    first = {name: digests(data.prepare(name)) for name in ("mnist", "dogs_vs_cats")}
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path))
    for name, found in first.items():
        again = digests(data.prepare(name))
        assert sorted(again.values()) == sorted(found.values()) and again
