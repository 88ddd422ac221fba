"""What hostile workers do in attacks on the sandbox, and the servers and the course that they do it to."""

from __future__ import annotations

import ctypes
import multiprocessing.synchronize  # imported now: below level 3 a worker may not reach the standard library
import os
import shutil
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.sandbox.fork_server import ForkServer
from tests.helpers.sandbox import needs_level, serve, working

SECRET = "a token of the instructor"


@pytest.fixture(scope="module", params=[1, 2, 3], ids=lambda level: f"level{level}")
def server(request: pytest.FixtureRequest, course: Path) -> Iterator[ForkServer]:
    """A fork server at the level, with the course's tests hidden and a token in the environment before."""
    needs_level(request.param)
    os.environ["INSTRUCTORS_TOKEN"] = SECRET
    try:
        started = ForkServer.start(serve(DEEDS), level=request.param, hidden=[course / "tests"])
    finally:
        del os.environ["INSTRUCTORS_TOKEN"]
    with started:
        yield started


@pytest.fixture(scope="module")
def course() -> Iterator[Path]:
    """A folder as an instructor has it: hidden tests that only the owner may read, results that all may.

    Not below pytest's temporary folder, which other users cannot enter: the sandbox is to refuse, not that folder.
    """
    root = Path(tempfile.mkdtemp(prefix="course-"))
    root.chmod(0o755)
    (root / "tests").mkdir(mode=0o700)
    (root / "tests" / "test_hidden.py").write_text("ANSWER = 42\n")
    (root / "results.json").write_text("{}")
    (root / "submission").mkdir()
    (root / "submission" / "notebook.ipynb").write_text("{}")
    (root / "open").mkdir()
    (root / "open" / "test_open.py").write_text("")
    (root / "open").chmod(0o777)
    yield root
    shutil.rmtree(root)


@pytest.fixture
def worker(server: ForkServer, course: Path):
    with working(server, course / "submission") as started:
        yield started


# ---- what runs in the worker


def read_file(path):
    return Path(path).read_text()


def append_to_file(path):
    with open(path, "a") as file:
        file.write("x")


def open_socket(family, kind):
    socket.socket(family, kind).close()


def make_socket_pair():
    one, other = socket.socketpair()
    one.sendall(b"x")
    return other.recv(1).decode()


def send_signal(pid, number):
    os.kill(pid, number)


def call(name, *arguments):
    """A function of libc, raising OSError as Python would."""
    library = ctypes.CDLL(None, use_errno=True)
    if getattr(library, name)(*(ctypes.c_ulong(a) if isinstance(a, int) else a for a in arguments)) == -1:
        raise OSError(ctypes.get_errno(), name)


def become_root():
    os.setresuid(0, 0, 0)


def status():
    lines = Path("/proc/self/status").read_text().splitlines()
    return dict(line.split(":\t", 1) for line in lines if ":\t" in line)


def who():
    return [os.getuid(), os.getgid(), os.getgroups(), os.getpid()]


def surroundings():
    return {"variables": dict(os.environ), "path": sys.path}


def descriptors():
    return [number for number in range(256) if _is_open(number)]


def _is_open(number):
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def place():
    return [os.getcwd(), os.environ["HOME"], os.environ["TMPDIR"], sorted(os.listdir("."))]


def write_here():
    Path("kept.txt").write_text("mine")
    return Path("kept.txt").read_text()


def take_memory(mebibytes):
    return len(bytearray(mebibytes * 2**20))


def grow_file(mebibytes):
    with open("large", "wb") as file:
        file.truncate(mebibytes * 2**20)


def daemonize():
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    while True:
        signal.pause()


def fork_bomb():
    """Fork without end in every child; tell when the limit is felt for the first time."""
    first = os.getpid()
    told = False
    while True:
        try:
            os.fork()
        except OSError:
            if os.getpid() == first and not told:
                return


def spin():
    while True:
        pass


def compute(seconds):
    """So much processor time here, and as much in a child that has ended."""
    child = os.fork()
    while time.process_time() < seconds:
        pass
    if child == 0:
        os._exit(0)
    os.waitpid(child, 0)


def leave_a_child_that_computes():
    """Its parent is gone, and it says nothing."""
    if os.fork() == 0:
        if os.fork() == 0:
            os.setsid()
            spin()
        os._exit(0)
    os.wait()


def shared_memory():
    return multiprocessing.get_context("fork").Semaphore(1).acquire()


DEEDS = {f.__name__: f for f in list(globals().values()) if callable(f) and getattr(f, "__module__", "") == __name__}
