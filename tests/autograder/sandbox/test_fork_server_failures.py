"""The fork server when something ends or fails: its judge, its caller, itself, a level of isolation, a step of it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.errors import GraderError
from autograder.sandbox import levels
from autograder.sandbox.fork_server import ForkServer
from tests.helpers.deeds import DEEDS, daemonize, who
from tests.helpers.sandbox import Watch, ask, needs_level, processes_of, serve


def test_a_judge_that_dies_takes_its_worker_along(tmp_path):
    """Without a stop(), the end of the judge's process ends its worker and the daemons of it."""
    needs_level(1)
    with ForkServer.start(serve(DEEDS)) as server:
        reading, writing = os.pipe()
        more, go = os.pipe()
        pid = os.fork()
        if pid == 0:
            worker = server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
            ask(worker, daemonize)
            os.write(writing, str(ask(worker, who)[0]).encode())
            os.read(more, 1)
            os._exit(0)
        watch = Watch(processes_of(int(os.read(reading, 20))))
        assert len(watch.descriptors) >= 2
        os.write(go, b"x")
        os.waitpid(pid, 0)
        assert watch.all_end()
        for descriptor in (reading, writing, more, go):
            os.close(descriptor)


CALLER = """
import os, sys, time
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from autograder.sandbox.fork_server import ForkServer

def serve(connection):
    if os.fork() == 0:
        os.setsid()
        if os.fork():
            os._exit(0)
        connection.sendall(str(os.getuid()).encode().ljust(16))  # from the daemon
    while True:
        time.sleep(60)

server = ForkServer.start(serve, level=int(sys.argv[2]))
workers = [server.spawn(Path(sys.argv[3]), memory_mb=300, cpu_seconds=20) for _ in range(2)]
print(*[worker.connection.recv(16).decode() for worker in workers], flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("level", [1, 3])
def test_a_caller_that_is_killed_takes_everything_along(level, tmp_path):
    """SIGKILL to the caller ends the server, its workers and their daemons."""
    needs_level(level)
    root = str(Path(levels.__file__).parents[2])
    command = [sys.executable, "-c", CALLER, root, str(level), str(tmp_path)]
    environment = os.environ | {"TMPDIR": str(tmp_path)}  # takes what a killed process cannot tidy up
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment) as caller:
        assert caller.stdout is not None
        users = [int(text) for text in caller.stdout.readline().split()]
        watch = Watch([pid for uid in users for pid in processes_of(uid)])
        assert len(watch.descriptors) >= 4
        caller.kill()
        assert watch.all_end()


def test_closed_server_says_so(tmp_path):
    """spawn() after close() is an error of the grader that names the cause."""
    server = ForkServer.start(serve(DEEDS), level=0)
    server.close()
    server.close()
    with pytest.raises(GraderError, match="takes no requests"):
        server.spawn(tmp_path, memory_mb=100, cpu_seconds=1)


def test_close_ends_running_workers(tmp_path):
    """close() does not wait for workers, it ends them."""
    server = ForkServer.start(serve(DEEDS), level=0)
    worker = server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
    ask(worker, who)
    server.close()
    worker.connection.settimeout(20)
    assert worker.connection.recv(1) == b""
    with pytest.raises(GraderError, match="fork server is gone"):
        worker.stop()
    worker.connection.close()


def test_isolation_is_for_the_one_who_started(tmp_path):
    """A forked judge that asks before its parent did gets an error instead of half of the self-test."""
    needs_level(1)
    with ForkServer.start(serve(DEEDS)) as server:
        pid = os.fork()
        if pid == 0:
            try:
                server.isolation  # noqa: B018
            except GraderError:
                os._exit(0)
            finally:
                os._exit(1)
        assert os.waitpid(pid, 0)[1] == 0
        assert server.isolation["level"] >= 1


def test_falls_back_when_a_level_fails(monkeypatch):
    """A level that turns out not to work gives way to the next, and the report says why; on demand it is an error."""
    needs_level(3)
    from autograder.sandbox import namespaces

    def refused(visible):
        raise PermissionError(1, "mount tmpfs on /proc: Operation not permitted")

    monkeypatch.setattr(namespaces, "enter", refused)
    with ForkServer.start(serve(DEEDS)) as server:
        assert server.isolation["level"] == (2 if levels.landlock.abi() else 1)
        assert "level 3 failed" in server.isolation["why_not_higher"]
        assert "Operation not permitted" in server.isolation["why_not_higher"]
    with pytest.raises(GraderError, match="no fork server at isolation level 3"):
        ForkServer.start(serve(DEEDS), level=3)


def test_a_step_that_fails_runs_nothing(tmp_path, monkeypatch):
    """When one step of the isolation fails in the worker, serve() is never called and the judge hears why."""
    needs_level(1)
    from autograder.sandbox import confine

    def refused(uid):
        raise PermissionError(1, "setresuid")

    monkeypatch.setattr(confine.user, "become", refused)
    with ForkServer.start(serve(DEEDS), level=1) as server:
        with pytest.raises(GraderError, match="could not be closed: PermissionError"):
            server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
        with pytest.raises(GraderError, match="could not be closed: PermissionError"):
            server.isolation  # noqa: B018
