"""Workers of the fork server: what one gets, what is heard of it, how it ends, what it leaves behind (nothing)."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.sandbox import levels
from autograder.sandbox.fork_server import ForkServer
from autograder.sandbox.output_log import LIMIT
from tests.helpers import deeds
from tests.helpers.deeds import change_copy, daemonize, fail, kill_self, place, read_tree, speak, who
from tests.helpers.sandbox import ask, needs_level, working

server = deeds.server  # a fixture


def test_copies_regular_files_and_folders(server, tmp_path):
    """Files are copied with their folders; links stay out; the originals cannot be changed."""
    (tmp_path / "notebook.ipynb").write_text("{}")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "linked").symlink_to(tmp_path.parent)
    (tmp_path / "mlp" / "src").mkdir(parents=True)
    (tmp_path / "mlp" / "src" / "net.py").write_text("x = 1")
    (tmp_path / "mlp" / "src" / "link.py").symlink_to("/etc/passwd")
    with working(server, tmp_path) as worker:
        here, files = ask(worker, place)
        assert files == ["mlp", "notebook.ipynb"]
        assert ask(worker, read_tree) == [["mlp/src/net.py", "x = 1"], ["notebook.ipynb", "{}"]]
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


TORCH = """
import json, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
import torch, torch.utils.data
from autograder.sandbox.fork_server import ForkServer

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


@pytest.mark.framework
def test_torch_works_in_a_worker(tmp_path):
    """Training step, data loader with processes, saving, loading and a late import work at the highest level."""
    needs_level(3)
    pytest.importorskip("torch.version")
    root = str(Path(levels.__file__).parents[2])
    command = [sys.executable, "-c", TORCH, root, "3", str(tmp_path)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout or "null") == [40, [8, 64], False, 1], done.stderr
