"""Keras' own loader on files without a network, and data read with numpy alone."""

import os
import stat
import subprocess
import sys

import numpy as np
import pytest

from autograder import data
from autograder.data import keras_loader
from autograder.errors import GraderError
from tests.helpers import datafiles
from tests.helpers.datafiles import IDX, ROOT, digests, write_fashion

environment = datafiles.environment  # for every test of this file

LOADER = """
import os, sys
{before}
from autograder import data
data.keras_home("{name}")
from keras.datasets import {name} as loader
(x_train, y_train), (x_test, y_test) = loader.load_data()
images, labels = data.load("{name}", "test")
assert (x_test == images).all() and (y_test == labels).all()
assert "torchvision" not in sys.modules
print(x_train.shape, y_train.dtype, x_test.shape)
"""


@pytest.fixture(autouse=True)
def keras_variable(monkeypatch):
    """What ``keras_home`` sets is gone after the test; no Keras is loaded in this process."""
    monkeypatch.setenv("KERAS_HOME", "/nowhere")
    monkeypatch.delitem(sys.modules, "keras.src.backend.config", raising=False)


def loaded(before: str = "", name: str = "fashion_mnist", **variables: str) -> str:
    """What a fresh process prints that reads the data by Keras."""
    pytest.importorskip("tensorflow")
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT)}
    proxies = dict.fromkeys(("http_proxy", "https_proxy"), "http://127.0.0.1:9")  # no download can help out
    env = {key: value for key, value in os.environ.items() if key != "KERAS_HOME"} | quiet | proxies | variables
    command = [sys.executable, "-c", LOADER.format(before=before, name=name)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout.strip()


def test_keras_reads_the_stand_in():
    """The loader's own call finds the stand-in, offline."""
    assert loaded() == "(6000, 28, 28) uint8 (1000, 28, 28)"


@pytest.mark.parametrize("before", ["", "import keras"])
def test_keras_reads_mnist_without_its_checksum(before):
    """The loader of MNIST takes the file made here, offline, also when Keras was imported before."""
    assert loaded(before, "mnist") == "(6000, 28, 28) uint8 (1000, 28, 28)"


def test_mnist_is_one_file_in_the_form_of_keras(tmp_path, monkeypatch):
    """datasets/mnist.npz holds the four arrays as uint8, in the order of the files."""
    write_fashion(tmp_path / "real")
    (tmp_path / "real" / "FashionMNIST").rename(tmp_path / "real" / "MNIST")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(keras_loader, "_skip_checksum", lambda home: None)
    home = data.keras_home("mnist", tmp_path / "real")
    with np.load(home / "datasets" / "mnist.npz", allow_pickle=False) as arrays:
        assert {name: arrays[name].shape for name in arrays} == {
            "x_train": (3, 28, 28), "y_train": (3,), "x_test": (3, 28, 28), "y_test": (3,),
        }  # fmt: skip
        assert all(arrays[name].dtype == np.uint8 for name in arrays)
        assert arrays["y_test"].tolist() == [0, 1, 2]


def test_keras_reads_real_files_also_when_it_was_imported_before(tmp_path):
    """Real files from a read-only folder, and a Keras that had read its configuration already."""
    write_fashion(tmp_path / "real", packed=True)
    cache = str(tmp_path / "cache")
    found = loaded("import keras", AUTOGRADER_DATA=str(tmp_path / "real"), AUTOGRADER_CACHE=cache)
    assert found == "(3, 28, 28) uint8 (3, 28, 28)"


@pytest.mark.parametrize("packed", [True, False])
def test_home_holds_the_files_under_the_names_of_keras(tmp_path, monkeypatch, packed):
    """Four .gz files below datasets/fashion-mnist; the source is left alone, and a second call makes nothing new."""
    write_fashion(tmp_path / "real", packed=packed)
    before = digests(tmp_path / "real")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    home = data.keras_home("fashion_mnist", tmp_path / "real")
    assert sorted(path.name for path in (home / "datasets" / "fashion-mnist").iterdir()) == sorted(
        f"{name}.gz" for name in IDX
    )
    assert os.environ["KERAS_HOME"] == str(home)
    assert digests(tmp_path / "real") == before
    assert data.keras_home("fashion_mnist", tmp_path / "real") == home


def test_other_files_get_another_home(tmp_path, monkeypatch):
    """A home is never stale: it belongs to the very files it was made of."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    write_fashion(tmp_path / "one")
    write_fashion(tmp_path / "two", count=5)
    assert data.keras_home("fashion_mnist", tmp_path / "one") != data.keras_home("fashion_mnist", tmp_path / "two")


@pytest.mark.parametrize("exists", [True, False])
def test_a_cache_of_another_user_is_read_through_links(tmp_path, monkeypatch, exists):
    """Keras passes over a home that it may not write to, so such a user gets a home of their own."""
    write_fashion(tmp_path / "real")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    shared = data.keras_home("fashion_mnist", tmp_path / "real") if exists else None
    (tmp_path / "own").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "own"))
    if shared:  # whoever runs the tests may be root, who may write everywhere
        monkeypatch.setattr("os.access", lambda path, mode: not str(path).startswith(str(tmp_path / "cache")))
    else:
        monkeypatch.setattr(keras_loader, "get_or_build", refuse)
    home = data.keras_home("fashion_mnist", tmp_path / "real")
    assert home.is_relative_to(tmp_path / "own")
    files = [home / "datasets" / "fashion-mnist" / f"{name}.gz" for name in IDX]
    assert all(path.is_symlink() == exists and path.stat().st_mode & stat.S_IRUSR for path in files)


def refuse(folder, build):
    raise GraderError(f"{folder} cannot be written to")


def test_unknown_sets_and_a_changed_keras_are_said(tmp_path, monkeypatch):
    """What Keras has no loader for here, and a Keras whose configuration looks otherwise."""
    with pytest.raises(GraderError, match="expected one of fashion_mnist, mnist"):
        data.keras_home("svhn")
    write_fashion(tmp_path / "real")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setitem(sys.modules, "keras.src.backend.config", object())
    with pytest.raises(GraderError, match=r"before Keras is imported"):
        data.keras_home("fashion_mnist", tmp_path / "real")


def test_clothes_are_read_by_numpy_alone(tmp_path):
    """Images as written and labels as int64; a split may be written to."""
    images = write_fashion(tmp_path)
    found, labels = data.load("fashion_mnist", "train", tmp_path)
    assert np.array_equal(found, images)
    assert labels.dtype == np.int64 and labels.tolist() == [0, 1, 2]
    found[0] = 0
