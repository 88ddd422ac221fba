"""The fork server as a mechanism: what a worker gets, how it ends, who may ask, what is left behind (nothing)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.forkserver import ForkServer
from autograder.isolation import levels
from autograder.isolation.log import LIMIT
from autograder.model import GraderError
from tests.autograder.sandbox import Watch, ask, needs_level, processes_of, serve, working


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


def test_copies_regular_files_only(server, tmp_path):
    """Files of the folder are copied; links and folders stay out; the originals cannot be changed."""
    (tmp_path / "notebook.ipynb").write_text("{}")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "folder").mkdir()
    with working(server, tmp_path) as worker:
        here, files = ask(worker, place)
        assert files == ["notebook.ipynb"]
        assert Path(here) != tmp_path
        ask(worker, change_copy)
    assert (tmp_path / "notebook.ipynb").read_text() == "{}"


def test_leaves_no_files(server, tmp_path):
    """The scratch folder is gone after stop()."""
    with working(server, tmp_path) as worker:
        here = ask(worker, place)[0]
    assert not Path(here).exists()


def test_every_worker_is_a_user_of_its_own(server, tmp_path):
    """Workers that live at the same time share no user id; at level 0 all are the caller's."""
    with working(server, tmp_path) as one, working(server, tmp_path) as other:
        users = {ask(one, who)[0], ask(other, who)[0]}
    assert len(users) == (1 if server.isolation["level"] == 0 else 2)


def test_serve_that_returns_ends_well(server, tmp_path):
    """At the end of serve() the judge sees the end of file, and the ending is a plain 0."""
    worker = server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
    worker.connection.shutdown(1)
    assert worker.connection.recv(1) == b""
    ending = worker.stop()
    assert (ending.exit_code, ending.signal, ending.out_of_memory) == (0, None, False)
    assert ending.peak_rss_mb > 5
    assert worker.stop() is ending


def test_says_how_a_worker_ended(server, tmp_path):
    """An exception of serve() is status 1 with its traceback in the log; a signal is that signal."""
    with working(server, tmp_path) as worker:
        assert ask(worker, fail) is None
        assert worker.stop().exit_code == 1
        assert "ValueError: of the submission's own making" in worker.log()
    with working(server, tmp_path) as worker:
        assert ask(worker, kill_self) is None
        assert worker.stop().signal == signal.SIGSEGV
    with working(server, tmp_path) as worker:
        ask(worker, who)
        assert worker.stop().signal == signal.SIGKILL


def test_running_out_of_memory_is_said(tmp_path):
    """A MemoryError that serve() lets through is in the ending."""
    with ForkServer.start(lambda connection: print(bytearray(2**40)), level=0) as server:
        worker = server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
        assert worker.connection.recv(1) == b""
        assert worker.stop().out_of_memory


def test_log_neither_blocks_nor_grows(server, tmp_path):
    """A worker that prints megabytes is not held up; its first and last words are kept."""
    with working(server, tmp_path) as worker:
        assert ask(worker, speak, 100_000) == "done"
        worker.stop()
        log = worker.log()
    assert log.startswith("line 0\n")
    assert log.endswith("the last words\n")
    assert "bytes left out" in log
    assert len(log) < LIMIT + 100


def test_log_while_it_runs(server, tmp_path):
    """What was printed so far is there before the end."""
    with working(server, tmp_path) as worker:
        ask(worker, speak, 2)
        assert worker.log() == "line 0\nline 1\nthe last words\n"


def test_daemon_dies_at_every_level(server, tmp_path):
    """Nothing holds the worker's end of the connection after stop()."""
    with working(server, tmp_path) as worker:
        line = worker.connection.dup()
        ask(worker, daemonize)
        worker.stop()
        line.settimeout(20)
        assert line.recv(1) == b""
        line.close()


def test_forked_judges_share_the_server(server, tmp_path):
    """Several children of the caller spawn workers at the same time, and each talks to its own."""
    children = []
    for _ in range(4):
        pid = os.fork()
        if pid == 0:
            status = 1
            try:
                with working(server, tmp_path) as worker:
                    status = int(ask(worker, speak, 1) != "done")
                server.close()  # does nothing here
            finally:
                os._exit(status)
        children.append(pid)
    assert [os.waitpid(pid, 0)[1] for pid in children] == [0, 0, 0, 0]
    with working(server, tmp_path) as worker:
        assert ask(worker, speak, 1) == "done"


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
from autograder.forkserver import ForkServer

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
    from autograder.isolation import namespaces

    def refused(readable):
        raise PermissionError(1, "mount tmpfs on /proc: Operation not permitted")

    monkeypatch.setattr(namespaces, "enter", refused)
    with ForkServer.start(serve(DEEDS)) as server:
        assert server.isolation["level"] == (2 if levels.landlock.abi() else 1)
        assert "level 3 failed" in server.isolation["why_not_higher"]
        assert "Operation not permitted" in server.isolation["why_not_higher"]
    with pytest.raises(GraderError, match="no fork server at isolation level 3"):
        ForkServer.start(serve(DEEDS), level=3)


def test_a_step_that_fails_runs_nothing(tmp_path, monkeypatch):
    """When one step of the ladder fails in the worker, serve() is never called and the judge hears why."""
    needs_level(1)
    from autograder.isolation import ladder

    def refused(uid):
        raise PermissionError(1, "setresuid")

    monkeypatch.setattr(ladder.identity, "become", refused)
    with ForkServer.start(serve(DEEDS), level=1) as server:
        with pytest.raises(GraderError, match="could not be closed: PermissionError"):
            server.spawn(tmp_path, memory_mb=300, cpu_seconds=20)
        with pytest.raises(GraderError, match="could not be closed: PermissionError"):
            server.isolation  # noqa: B018


TORCH = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import torch, torch.utils.data
from autograder.forkserver import ForkServer

def serve(connection):
    layer = torch.nn.Linear(64, 8)
    data = torch.utils.data.TensorDataset(torch.ones(40, 64))
    loader = torch.utils.data.DataLoader(data, batch_size=10, num_workers=2)
    seen = sum(len(x) for x, in loader)
    torch.nn.functional.mse_loss(layer(torch.ones(200, 64)), torch.zeros(200, 8)).backward()
    torch.save(layer.state_dict(), "layer.pt")
    torch.load("layer.pt", weights_only=True)
    late = __import__("sqlite3").connect(":memory:").execute("select 1").fetchone()[0]
    connection.sendall(json.dumps([seen, list(layer.weight.grad.shape), torch.cuda.is_available(), late]).encode())

with ForkServer.start(serve, level=int(sys.argv[2])) as server:
    worker = server.spawn(Path(sys.argv[3]), memory_mb=2048, cpu_seconds=60)
    worker.connection.settimeout(120)
    print(worker.connection.recv(1000).decode())
    worker.stop()
    print(worker.log(), file=sys.stderr)
"""


def test_torch_works_in_a_worker(tmp_path):
    """Training step, data loader with processes, saving, loading and a late import work at the highest level."""
    needs_level(3)
    pytest.importorskip("torch.version")
    root = str(Path(levels.__file__).parents[2])
    command = [sys.executable, "-c", TORCH, root, "3", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout or "null") == [40, [8, 64], False, 1], done.stderr
