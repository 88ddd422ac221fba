"""Attacks on files, network, other processes and privileges, each named after what must not work, at every level."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import levels, user
from tests.helpers import attacks
from tests.helpers.attacks import (
    append_to_file,
    become_root,
    call,
    descriptors,
    make_socket_pair,
    open_socket,
    place,
    read_file,
    send_signal,
    shared_memory,
    status,
    surroundings,
    who,
    write_here,
)
from tests.helpers.sandbox import ask, needs_level, working

course, server, worker = attacks.course, attacks.server, attacks.worker  # fixtures


def test_cannot_read_a_hidden_test(worker, course):
    """A hidden test that its owner alone may read stays unread."""
    assert str(ask(worker, read_file, str(course / "tests" / "test_hidden.py"))).startswith("refused")


def test_cannot_read_a_file_that_everybody_may_read(server, worker, course):
    """From level 2 on, what is not on the allow-list is out of reach whatever its mode says."""
    if server.isolation["level"] < 2:
        pytest.skip("level 1 has only file modes")
    assert os.stat(course / "results.json").st_mode & 0o004
    assert str(ask(worker, read_file, str(course / "results.json"))).startswith("refused")


def test_cannot_write_the_results(worker, course):
    """The results file is not for the submission to fill in."""
    assert str(ask(worker, append_to_file, str(course / "results.json"))).startswith("refused")
    assert (course / "results.json").read_text() == "{}"


def test_cannot_write_to_the_system(worker):
    """Nothing is written below /usr, /etc or the Python in use."""
    for folder in ("/usr", "/etc", sys.prefix, sys.base_prefix):
        assert str(ask(worker, append_to_file, f"{folder}/new-file")).startswith("refused")


def test_works_in_a_private_copy(worker, course):
    """Current folder, home and temporary folder are one scratch folder with a copy of the submission."""
    here, home, temporary, files = ask(worker, place)
    assert here == home == temporary
    assert files == ["notebook.ipynb"]
    assert ask(worker, write_here) == "mine"
    assert os.listdir(course / "submission") == ["notebook.ipynb"]


def test_cannot_read_another_workers_files(server, worker, course):
    """Two submissions that are graded side by side see nothing of each other."""
    ask(worker, write_here)
    with working(server, course / "submission") as other:
        theirs = ask(worker, place)[0]
        assert ask(other, read_file, f"{theirs}/kept.txt") in ("refused: PermissionError", "refused: FileNotFoundError")


def test_multiprocessing_works(worker):
    """Semaphores in shared memory, which data loaders with several processes need, are there."""
    assert ask(worker, shared_memory) is True


# ---- network, other processes, privileges


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6, socket.AF_NETLINK, socket.AF_PACKET])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_cannot_open_a_socket(worker, family, kind):
    """No socket of any family that leaves the machine; local socket pairs work."""
    assert ask(worker, open_socket, int(family), int(kind)) == "refused: PermissionError"
    assert ask(worker, make_socket_pair) == "x"


def test_cannot_signal_the_judge(worker):
    """The judge is out of reach of kill, and of kill(-1)."""
    if ask(worker, who)[3] != os.getpid():  # in a pid namespace the number may be the worker's own
        assert str(ask(worker, send_signal, os.getpid(), int(signal.SIGURG))).startswith("refused")
    parent = int(ask(worker, status)["PPid"])
    assert ask(worker, send_signal, parent, int(signal.SIGKILL)) == "refused: PermissionError"


@pytest.mark.parametrize(
    ("function", "arguments"),
    [
        ("ptrace", (0x4206, 1, 0, 0)),
        ("process_vm_readv", (1, 0, 0, 0, 0, 0)),
        ("unshare", (0x10000000,)),
        ("setns", (0, 0)),
        ("mount", (0, 0, 0, 0, 0)),
        ("personality", (0xFFFFFFFF,)),
        ("syscall", (425, 8, 0)),
        ("shmget", (0, 4096, 0o1000)),
        ("prctl", (1, 0, 0, 0, 0)),
    ],
)
def test_cannot_call(worker, function, arguments):
    """Calls that reach other processes, the kernel or namespaces are refused by the filter (io_uring is 425)."""
    assert ask(worker, call, function, *arguments) == "refused: PermissionError"


def test_cannot_become_root(worker):
    """The worker is a user of its own, without groups or capabilities, and cannot gain any."""
    uid, gid, groups, _ = ask(worker, who)
    assert uid == gid
    assert uid in user.available_ids()
    assert groups == []
    assert ask(worker, become_root) == "refused: PermissionError"
    found = ask(worker, status)
    assert {int(found[name], 16) for name in ("CapInh", "CapPrm", "CapEff", "CapAmb")} == {0}
    assert (found["NoNewPrivs"], found["Seccomp"]) == ("1", "2")


def test_capabilities_cannot_come_back(worker):
    """The bounding set is empty too, where root may empty it."""
    assert int(ask(worker, status)["CapBnd"], 16) == 0


def test_carries_nothing_of_the_instructor(worker, course):
    """Environment, its copy in memory, import path and descriptors are those of a stranger."""
    found = ask(worker, surroundings)
    assert "INSTRUCTORS_TOKEN" not in found["variables"]
    assert ask(worker, read_file, "/proc/self/environ") in ("", "refused: PermissionError")
    assert "" not in found["path"]
    assert str(course) not in found["path"]
    assert len(ask(worker, descriptors)) == 4


WIPED = """
import ctypes, os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from autograder.sandbox.fork_server import ForkServer

def search():  # the token is spelt backwards and compared with memory read backwards: no copy of it is made here
    for line in Path("/proc/self/maps").read_text().splitlines():
        start, end = (int(n, 16) for n in line.split()[0].split("-"))
        if line.split()[1].startswith("rw") and sys.argv_token in ctypes.string_at(start, end - start)[::-1]:
            return True
    return False

sys.argv_token = sys.argv[2].encode()
if (child := os.fork()) == 0:  # in a process of its own, because searching copies what it finds
    os._exit(int(search()))
found_before = os.waitpid(child, 0)[1] != 0
def serve(connection):
    connection.sendall(b"found" if search() else b"wiped")

with ForkServer.start(serve) as server:
    worker = server.spawn(Path(sys.argv[3]), memory_mb=2000, cpu_seconds=60)
    print(found_before, worker.connection.recv(9).decode())
"""


def test_the_environments_secrets_are_wiped_from_memory(tmp_path):
    """A token in the environment of the grader is nowhere in a worker's writable memory, where it was before."""
    needs_level(1)
    token = secrets.token_hex(16)
    root = str(Path(levels.__file__).parents[2])
    command = [sys.executable, "-c", WIPED, root, token[::-1], str(tmp_path)]
    environment = os.environ | {"INSTRUCTORS_TOKEN": token}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.split() == ["True", "wiped"]
