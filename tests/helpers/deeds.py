"""What workers do in the tests of the fork server as a mechanism, and servers whose workers can do it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest

from autograder.sandbox.fork_server import ForkServer
from tests.helpers.sandbox import needs_level, serve


@pytest.fixture(scope="module", params=[0, 1, 3], ids=lambda level: f"level{level}")
def server(request: pytest.FixtureRequest) -> Iterator[ForkServer]:
    needs_level(request.param)
    with ForkServer.start(serve(DEEDS), level=request.param) as started:
        assert started.isolation["level"] == request.param
        yield started


def who():
    return [os.getuid(), os.getpid()]


def place():
    return [os.getcwd(), sorted(os.listdir("."))]


def read_tree():
    """The path and the text of every file below the current folder, and writes one beside each."""
    texts = []
    for folder, _, names in os.walk("."):
        for name in names:
            path = os.path.join(folder, name)
            with open(path) as file:
                texts.append([os.path.relpath(path), file.read()])
        with open(os.path.join(folder, ".mine"), "w") as file:
            file.write("a worker may write into its folders")
    return sorted(texts)


def change_copy():
    with open("notebook.ipynb", "a") as file:
        file.write("changed")


def speak(lines):
    for number in range(lines):
        print(f"line {number}")
    sys.stderr.write("the last words\n")
    return "done"


def fail():
    raise ValueError("of the submission's own making")


def kill_self():
    os.kill(os.getpid(), signal.SIGSEGV)


def daemonize():
    if os.fork():
        return
    os.setsid()
    if os.fork():
        os._exit(0)
    while True:
        signal.pause()


DEEDS = {f.__name__: f for f in list(globals().values()) if callable(f) and getattr(f, "__module__", "") == __name__}
