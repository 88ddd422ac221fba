"""Real data files: where they are looked for, how they are read, and what is said when they are damaged."""

import numpy as np
import pytest

from autograder import data
from autograder.errors import GraderError
from tests.helpers import datafiles
from tests.helpers.datafiles import IDX, digests, write_fashion, write_svhn
from tests.helpers.later import import_later

datasets = import_later("torchvision.datasets")

environment = datafiles.environment  # for every test of this file


def test_real_files_win_and_are_read_where_they_lie(tmp_path, monkeypatch):
    """A complete folder named by AUTOGRADER_DATA is used as it is and called real."""
    images = write_fashion(tmp_path)
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    assert data.prepare("fashion_mnist") == tmp_path
    assert data.kind("fashion_mnist") == "real"
    assert np.array_equal(data.load("fashion_mnist", "train")[0], images)


@pytest.mark.framework
def test_packed_files_in_a_read_only_folder_are_unpacked_elsewhere(tmp_path, monkeypatch):
    """With .gz files only, torchvision reads an unpacked copy in the cache; the folder itself gains no file."""
    images = write_fashion(tmp_path / "real", packed=True)
    before = digests(tmp_path / "real")
    for folder in [tmp_path / "real", *(path for path in (tmp_path / "real").rglob("*") if path.is_dir())]:
        folder.chmod(0o555)
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    root = data.prepare("fashion_mnist", tmp_path / "real")
    assert root.is_relative_to(tmp_path / "cache")
    assert np.array_equal(datasets.FashionMNIST(root, train=True).data.numpy(), images)
    assert data.kind("fashion_mnist", tmp_path / "real") == "real"
    assert digests(tmp_path / "real") == before
    for folder in [tmp_path / "real", *(path for path in (tmp_path / "real").rglob("*") if path.is_dir())]:
        folder.chmod(0o755)


@pytest.mark.slow
@pytest.mark.parametrize("place", ["SVHN", "."])
def test_house_numbers_are_found_in_either_place(tmp_path, place):
    """The .mat files lie in SVHN/ or directly in the folder; label 10 becomes 0."""
    X = write_svhn(tmp_path / place, [10, 3, 9])
    images, labels = data.load("svhn", "train", tmp_path)
    assert labels.tolist() == [0, 3, 9]
    assert np.array_equal(images, X.transpose(3, 2, 0, 1))
    assert data.kind("svhn", tmp_path) == "real"


@pytest.mark.slow
def test_a_folder_without_the_set_means_the_stand_in(tmp_path, monkeypatch):
    """A data folder may hold one set and not the other."""
    write_fashion(tmp_path)
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    assert data.kind("svhn") == "stand-in"
    assert data.kind("fashion_mnist") == "real"


def test_missing_files_are_named(tmp_path):
    """An incomplete set is an error that says what was expected, found and missing, not silently a stand-in."""
    write_fashion(tmp_path)
    (tmp_path / "FashionMNIST" / "raw" / IDX[3]).unlink()
    with pytest.raises(GraderError) as caught:
        data.prepare("fashion_mnist", tmp_path)
    message = str(caught.value)
    assert f"{IDX[3]} missing" in message
    assert f"found {IDX[0]}" in message
    assert "in FashionMNIST/raw/" in message


def test_files_one_level_too_high_are_reported(tmp_path):
    """idx files directly in the data folder are a common slip; the message says where they belong."""
    write_fashion(tmp_path)
    with pytest.raises(GraderError, match=r"expected .* in FashionMNIST/raw/ .*found train-images"):
        data.prepare("fashion_mnist", tmp_path / "FashionMNIST" / "raw")


def test_a_data_folder_that_does_not_exist_is_an_error(tmp_path, monkeypatch):
    """A misspelt AUTOGRADER_DATA does not quietly mean the stand-in."""
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path / "misspelt"))
    with pytest.raises(GraderError, match=r"misspelt does not exist: set AUTOGRADER_DATA"):
        data.prepare("svhn")


@pytest.mark.parametrize(
    ("file", "damage", "message"),
    [
        (IDX[0], lambda content: content[:-1], r"promises 2368 bytes, the file has 2367"),
        (IDX[0], lambda content: b"\x00\x00\x0d\x03" + content[4:], r"expected an idx file of uint8.*00 00 0d 03"),
        (IDX[1], lambda content: b"", r"expected an idx file"),
        (IDX[1], lambda content: content[:4] + (2).to_bytes(4, "big") + content[8:-1], r"3 images but 2 labels"),
    ],
)
def test_damaged_idx_files_are_recognised(tmp_path, file, damage, message):
    """Truncated, foreign, empty and mismatched files are named with what is wrong, before torchvision sees them."""
    write_fashion(tmp_path)
    path = tmp_path / "FashionMNIST" / "raw" / file
    path.write_bytes(damage(path.read_bytes()))
    with pytest.raises(GraderError, match=message):
        data.prepare("fashion_mnist", tmp_path)


def test_a_truncated_gz_leaves_nothing_in_the_cache(tmp_path, monkeypatch):
    """Half a download is reported by its path, and a repaired file works afterwards."""
    write_fashion(tmp_path / "real", packed=True)
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    path = tmp_path / "real" / "FashionMNIST" / "raw" / f"{IDX[0]}.gz"
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(GraderError, match=rf"{IDX[0]}\.gz is not a whole gzip file"):
        data.prepare("fashion_mnist", tmp_path / "real")
    assert digests(tmp_path / "cache") == {}
    path.write_bytes(whole)
    assert len(data.load("fashion_mnist", "train", tmp_path / "real")[0]) == 3


def test_damaged_mat_files_are_recognised(tmp_path):
    """A text file with the right name, and arrays of the wrong shape, are told apart."""
    write_svhn(tmp_path / "shapes", [1, 2], y=np.zeros((1, 2), np.uint8))
    with pytest.raises(GraderError, match=r"expected X \(32, 32, 3, N\) and y \(N, 1\)"):
        data.prepare("svhn", tmp_path / "shapes")
    write_svhn(tmp_path / "text", [1, 2])
    (tmp_path / "text" / "test_32x32.mat").write_text("<html>not found</html>")
    with pytest.raises(GraderError, match=r"test_32x32\.mat is not a MATLAB 5 file"):
        data.prepare("svhn", tmp_path / "text")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("cifar",), "no data set 'cifar'; choose one of dogs_vs_cats, fashion_mnist, mnist, svhn"),
        (("svhn", "extra"), "'train' or 'test'"),
    ],
)
def test_unknown_names_are_answered_with_the_known_ones(arguments, message):
    """Errors list the valid alternatives."""
    with pytest.raises(GraderError, match=message):
        data.load(*arguments)
