"""How data sets get there: downloads, and a cache that several processes and users share."""

import hashlib
import subprocess
import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from torchvision import datasets

from autograder import data
from autograder.data import cache
from autograder.errors import GraderError
from tests.helpers import datafiles
from tests.helpers.datafiles import IDX, ROOT, write_fashion

environment = datafiles.environment  # for every test of this file


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


def test_what_is_ready_in_the_shared_cache_is_not_built_again(tmp_path, monkeypatch):
    """A worker reads what lies in the shared cache, and builds in its own what does not."""
    shared, own = tmp_path / "shared", tmp_path / "own"
    monkeypatch.setenv("AUTOGRADER_CACHE", str(shared))
    made = cache.get_or_build("ready", lambda folder: (folder / "file").write_text("shared"))
    monkeypatch.setenv("AUTOGRADER_CACHE", str(own))
    monkeypatch.setenv("AUTOGRADER_CACHE_SHARED", str(shared))
    assert cache.get_or_build("ready", lambda folder: (folder / "file").write_text("own")) == made == shared / "ready"
    assert cache.get_or_build("other", lambda folder: None) == own / "other"
    assert (made / "file").read_text() == "shared"


def test_a_shared_cache_that_may_not_be_read_is_passed_over(tmp_path, monkeypatch):
    """Without a mount namespace the cache may lie in a folder that a worker's user cannot enter."""
    monkeypatch.setenv("AUTOGRADER_CACHE", str(tmp_path / "own"))
    monkeypatch.setenv("AUTOGRADER_CACHE_SHARED", str(tmp_path / "shared"))
    (tmp_path / "shared" / "ready").mkdir(parents=True)
    monkeypatch.setattr("os.access", lambda path, mode: False)  # whoever runs the tests may be root
    assert cache.get_or_build("ready", lambda folder: None) == tmp_path / "own" / "ready"


def test_cached_folders_can_be_read_by_another_user(tmp_path):
    """A worker may run under another uid, so the made folder is open to readers."""
    assert cache.build_once(tmp_path / "made", lambda folder: None).stat().st_mode & 0o555 == 0o555


def test_importing_the_package_imports_no_framework():
    """``import autograder.data`` is cheap: torch, torchvision, scipy, sklearn and numpy wait for their first use."""
    heavy = ("torch", "torchvision", "scipy", "sklearn", "numpy")
    code = f"import sys, autograder.data; print([name for name in {heavy} if name in sys.modules])"
    shown = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert shown.stdout.strip() == "[]"


def test_a_download_without_torchvision_says_what_is_missing(monkeypatch):
    """An assignment in Keras installs no torchvision; asked for a download, it says so in a sentence."""
    monkeypatch.setitem(sys.modules, "torchvision", None)
    with pytest.raises(GraderError, match="needs torchvision"):
        data.prepare("fashion_mnist", download=True)
