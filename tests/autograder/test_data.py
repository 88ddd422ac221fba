"""Data sets: layout, formats, stand-ins, downloads. Files are read by hand and through torchvision's own loaders."""

import gzip
import hashlib
import io
import os
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import numpy as np
import pytest
from scipy.io import loadmat, savemat
from torchvision import datasets

from autograder import data
from autograder.data import cache, clothes, house_numbers, standin
from autograder.model import GraderError

IDX = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"]
ROOT = Path(__file__).parents[2]
VARIABLES = ("AUTOGRADER_DATA", "AUTOGRADER_DATA_DOWNLOAD", "AUTOGRADER_DATA_FALLBACK")


@pytest.fixture(scope="session")
def shared_cache(tmp_path_factory):
    """One cache for the tests that only read stand-ins, so that they are drawn once."""
    return tmp_path_factory.mktemp("cache")


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
        savemat(folder / name, {"X": X, "y": np.array(labels, np.uint8)[:, None]} | replaced)
    return X


def digests(folder: Path) -> dict[str, str]:
    """sha256 of every file below ``folder``."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


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


def test_packed_stand_in_files_hold_the_plain_ones():
    """Beside every idx file lies its .gz, as in the official distribution."""
    folder = data.prepare("fashion_mnist") / "FashionMNIST" / "raw"
    for name in IDX:
        assert gzip.decompress((folder / f"{name}.gz").read_bytes()) == (folder / name).read_bytes()


def test_svhn_stand_in_has_the_official_form():
    """X is (32, 32, 3, N) uint8, y (N, 1) with 10 for the digit 0, and the loader turns 10 into 0."""
    root = data.prepare("svhn")
    raw = loadmat(root / "test_32x32.mat")
    assert raw["X"].shape == (32, 32, 3, 1000)
    assert raw["X"].dtype == np.uint8
    assert raw["y"].shape == (1000, 1)
    assert sorted(set(raw["y"].ravel().tolist())) == list(range(1, 11))
    loaded = data.SVHN(root, split="test")
    assert np.array_equal(loaded.labels, raw["y"].ravel() % 10)
    assert np.array_equal(loaded.data[7], raw["X"][:, :, :, 7].transpose(2, 0, 1))


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


def test_real_files_win_and_are_read_where_they_lie(tmp_path, monkeypatch):
    """A complete folder named by AUTOGRADER_DATA is used as it is and called real."""
    images = write_fashion(tmp_path)
    monkeypatch.setenv("AUTOGRADER_DATA", str(tmp_path))
    assert data.prepare("fashion_mnist") == tmp_path
    assert data.kind("fashion_mnist") == "real"
    assert np.array_equal(data.load("fashion_mnist", "train")[0], images)


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


@pytest.mark.parametrize("place", ["SVHN", "."])
def test_house_numbers_are_found_in_either_place(tmp_path, place):
    """The .mat files lie in SVHN/ or directly in the folder; label 10 becomes 0."""
    X = write_svhn(tmp_path / place, [10, 3, 9])
    images, labels = data.load("svhn", "train", tmp_path)
    assert labels.tolist() == [0, 3, 9]
    assert np.array_equal(images, X.transpose(3, 2, 0, 1))
    assert data.kind("svhn", tmp_path) == "real"


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
    [(("cifar",), "no data set 'cifar'; there is fashion_mnist, svhn"), (("svhn", "extra"), "'train' or 'test'")],
)
def test_unknown_names_are_answered_with_the_known_ones(arguments, message):
    """Errors list the valid alternatives."""
    with pytest.raises(GraderError, match=message):
        data.load(*arguments)


@pytest.fixture
def server(tmp_path):
    """A web server on this machine; yields its address and the folder that it serves."""
    (tmp_path / "server").mkdir()
    handler = partial(QuietHandler, directory=str(tmp_path / "server"))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as web:
        thread = Thread(target=web.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{web.server_port}", tmp_path / "server"
        web.shutdown()
        thread.join()


class QuietHandler(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        """Requests are not reported: stderr belongs to the code under test."""


def test_download_goes_through_torchvision_only_when_asked(server, tmp_path, monkeypatch, capfd):
    """On request torchvision's own downloader fetches and checks the files; stderr stays empty."""
    address, served = server
    write_fashion(served, packed=True)
    folder = served / "FashionMNIST" / "raw"
    monkeypatch.setattr(datasets.FashionMNIST, "mirrors", [f"{address}/FashionMNIST/raw/"])
    sums = [(f"{name}.gz", hashlib.md5((folder / f"{name}.gz").read_bytes()).hexdigest()) for name in IDX]
    monkeypatch.setattr(datasets.FashionMNIST, "resources", sums)
    assert data.kind("fashion_mnist") == "stand-in"
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("AUTOGRADER_DATA_DOWNLOAD", "1")
    assert data.kind("fashion_mnist") == "real"
    assert len(data.load("fashion_mnist", "test")[0]) == 3
    assert capfd.readouterr().err == ""


def test_a_failed_download_stops_unless_the_stand_in_is_allowed(server, monkeypatch):
    """When the files cannot be had the message says what to do, and falling back needs a word."""
    monkeypatch.setattr(datasets.FashionMNIST, "mirrors", [f"{server[0]}/nowhere/"])
    with pytest.raises(GraderError, match=r"(?s)Downloading fashion_mnist failed .*AUTOGRADER_DATA_FALLBACK=1"):
        data.prepare("fashion_mnist", download=True)
    assert data.kind("fashion_mnist", download=True, fallback=True) == "stand-in"
    monkeypatch.setenv("AUTOGRADER_DATA_DOWNLOAD", "1")
    monkeypatch.setenv("AUTOGRADER_DATA_FALLBACK", "1")
    assert data.kind("fashion_mnist") == "stand-in"


def test_several_processes_may_prepare_at_once(tmp_path):
    """Of processes that build the same folder together all get the whole result, and no temporary folder stays."""
    code = (
        "import sys; from pathlib import Path; from autograder.data import cache\n"
        "def build(folder):\n"
        "    for n in range(200): (folder / str(n)).write_text(str(n))\n"
        "sys.stdin.readline()\n"
        "made = cache.build_once(Path(sys.argv[1]), build)\n"
        "print(sum(1 for path in made.iterdir() if path.read_text() == path.name))\n"
    )
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, str(tmp_path / "made")],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(4)
    ]
    for process in processes:
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate()[0].strip() for process in processes] == ["200"] * 4
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_the_loser_of_a_race_takes_the_winners_folder(tmp_path):
    """When another process finishes first, its files stay and ours are thrown away."""
    target = tmp_path / "made"

    def build(folder):
        (folder / "whose").write_text("ours")
        target.mkdir()
        (target / "whose").write_text("theirs")

    assert cache.build_once(target, build) == target
    assert (target / "whose").read_text() == "theirs"
    assert [path.name for path in tmp_path.iterdir()] == ["made"]


def test_a_failed_build_leaves_nothing(tmp_path):
    """An interrupted build is not mistaken for a finished one."""

    def build(folder):
        (folder / "half").write_text("half")
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.build_once(tmp_path / "made", build)
    assert list(tmp_path.iterdir()) == []


def test_a_cache_that_cannot_be_written_names_its_variable(tmp_path, monkeypatch):
    """A file in the way of the cache folder gives an error that names AUTOGRADER_CACHE."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "file"))
    with pytest.raises(GraderError, match="Set AUTOGRADER_CACHE to a writable folder"):
        data.prepare("svhn")


def test_cached_folders_can_be_read_by_another_user(tmp_path):
    """A worker may run under another uid, so the made folder is open to readers."""
    assert cache.build_once(tmp_path / "made", lambda folder: None).stat().st_mode & 0o555 == 0o555


def test_clothes_keep_their_class_when_more_are_drawn():
    """Every class is as frequent as any other (up to one), and pixels use the whole range of a byte."""
    images, labels = clothes.draw(57, np.random.default_rng(3))
    counts = np.bincount(labels, minlength=10)
    assert counts.max() - counts.min() <= 1
    assert images.max() > 200
    assert (images[:, 0, 0] < 60).all()


def test_mat_bytes_carry_no_time():
    """scipy stamps the time of day into a MATLAB file; ours says something fixed and is still readable."""
    raw = standin.mat_bytes(np.zeros((2, 32, 32, 3), np.uint8), np.array([0, 4], np.uint8))
    assert b"Created on" not in raw[:116]
    assert loadmat(io.BytesIO(raw))["y"].ravel().tolist() == [10, 4]


def test_importing_the_package_imports_no_framework():
    """``import autograder.data`` is cheap: torch, torchvision, scipy, sklearn and numpy wait for their first use."""
    heavy = ("torch", "torchvision", "scipy", "sklearn", "numpy")
    code = f"import sys, autograder.data; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"
