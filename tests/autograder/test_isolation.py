"""Attacks on the sandbox, each named after what must not work, at every level that this machine reaches."""

from __future__ import annotations

import ctypes
import json
import multiprocessing.synchronize  # imported now: below level 3 a worker may not reach the standard library
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder import selftest
from autograder.forkserver import ForkServer
from autograder.isolation import identity, levels, paths
from autograder.model import GraderError
from tests.autograder.sandbox import ask, needs_level, processes_of, serve, working

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


def shared_memory():
    return multiprocessing.get_context("fork").Semaphore(1).acquire()


DEEDS = {f.__name__: f for f in list(globals().values()) if callable(f) and getattr(f, "__module__", "") == __name__}


# ---- files


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
    assert uid in identity.available()
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
from autograder.forkserver import ForkServer

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


# ---- resources


def test_memory_hog(worker):
    """Address space beyond the budget is refused with MemoryError, and the worker lives on."""
    assert ask(worker, take_memory, 50) == 50 * 2**20
    assert ask(worker, take_memory, 4000) == "refused: MemoryError"
    assert ask(worker, take_memory, 50) == 50 * 2**20


def test_cpu_hog(server, course):
    """An endless loop ends by the processor's limit, and the ending says so."""
    with working(server, course / "submission", cpu_seconds=0.5) as worker:
        assert ask(worker, spin) is None
        assert worker.stop().signal == signal.SIGXCPU


def test_cannot_fill_the_disk_with_one_file(worker):
    """A file beyond 256 MiB is refused."""
    assert ask(worker, grow_file, 255) is None
    assert ask(worker, grow_file, 257) == "refused: OSError"


def test_fork_bomb_is_contained(server, course):
    """A bomb that goes on forking stops at the limit of its own user, and stop() leaves nothing of it."""
    with working(server, course / "submission") as worker:
        uid = ask(worker, who)[0]
        assert ask(worker, fork_bomb) is None
        assert 1 < len(processes_of(uid)) <= 256
        worker.stop()
        assert processes_of(uid) == []


def test_daemon_dies(server, course):
    """A process that left session and parent behind ends with the worker."""
    with working(server, course / "submission") as worker:
        uid = ask(worker, who)[0]
        line = worker.connection.dup()
        ask(worker, daemonize)
        worker.stop()
        line.settimeout(20)
        assert line.recv(1) == b""
        line.close()
        assert processes_of(uid) == []


# ---- the self-test, the ladder and its refusals


def test_selftest_refuses_everything(server):
    """All seven attacks fail at every level when the hidden files have the right modes."""
    assert server.isolation["selftest"] == dict.fromkeys(selftest.ATTACKS, "refused")


def test_isolation_says_what_is_active(server):
    """The report of the isolation holds what the level promises."""
    found = server.isolation
    assert found["uid"] and found["no_new_privs"] and found["seccomp"]
    assert (found["landlock_abi"] > 0) == (found["level"] >= 2 and levels.landlock.abi() > 0)
    assert bool(found["namespaces"]) == (found["level"] == 3)


def test_selftest_finds_open_files(course):
    """At level 1, hidden files that everyone may read and write are found, with advice."""
    needs_level(1)
    with ForkServer.start(serve(DEEDS), level=1, hidden=[course / "open"]) as server:
        found = server.isolation
    assert found["selftest"]["read_hidden_file"] == "succeeded"
    assert found["selftest"]["write_results_file"] == "succeeded"
    assert any("chmod" in warning and "test_open.py" in warning for warning in found["warnings"])
    assert os.listdir(course / "open") == ["test_open.py"]


def test_the_attacks_are_real(course):
    """Without a boundary, root's worker succeeds with every attack but to outlive its server's grip."""
    needs_level(1)
    with ForkServer.start(serve(DEEDS), level=0, hidden=[course / "tests"]) as server:
        trial = selftest.SelfTest(server._spawn, paths.readable((), [course / "tests"]))
        outcome, advice = trial.finish()
    expected = dict.fromkeys(selftest.ATTACKS, "succeeded") | {"survive_as_daemon": "refused"}
    assert outcome == expected
    assert len(advice) == 6


def test_hidden_folder_inside_the_python_is_covered(course):
    """At level 3 a hidden folder that lies in a folder which must be shown has something empty over it."""
    needs_level(3)
    hidden = Path(sys.prefix) / "bin"
    with (
        ForkServer.start(serve(DEEDS), level=3, hidden=[hidden]) as server,
        working(server, course / "submission") as worker,
    ):
        assert server.isolation["selftest"]["read_hidden_file"] == "refused"
        assert str(ask(worker, read_file, str(hidden / "activate"))).startswith("refused")


def test_refuses_a_hidden_module_in_memory(tmp_path, monkeypatch):
    """A reference that is imported before the fork would lie in the workers' memory."""
    needs_level(1)
    (tmp_path / "reference_answers.py").write_text("ANSWER = 42\n")
    monkeypatch.syspath_prepend(tmp_path)
    import reference_answers  # type: ignore[import-not-found]

    with pytest.raises(GraderError, match="reference_answers of a hidden folder is loaded"):
        ForkServer.start(serve(DEEDS), hidden=[tmp_path])
    del sys.modules["reference_answers"], reference_answers


def test_refuses_to_show_a_folder_that_holds_a_hidden_one(tmp_path):
    """A data folder above the hidden tests is a contradiction, named with both paths."""
    (tmp_path / "tests").mkdir()
    with pytest.raises(GraderError, match=r"it must not see"):
        paths.readable([tmp_path], [tmp_path / "tests"])


def test_the_course_root_is_not_importable(tmp_path, monkeypatch):
    """A folder of sys.path that holds hidden ones is not readable; the package itself stays so."""
    (tmp_path / "tests").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    allowed = paths.readable((), [tmp_path / "tests"])
    assert tmp_path not in allowed.folders
    assert not any(tmp_path.is_relative_to(folder) for folder in allowed.folders)
    package = Path(levels.__file__).parents[1]
    assert any(package.is_relative_to(folder) for folder in allowed.folders)


def test_no_root_no_boundary(monkeypatch):
    """Another user than root gets level 0, with the reason, and a higher one on demand is an error."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    reach = levels.reach()
    assert reach.level == 0
    assert "root" in reach.why_not_higher or "Linux" in reach.why_not_higher
    with pytest.raises(GraderError, match="level 1 is not possible here"):
        ForkServer.start(serve(DEEDS), level=1)


REHEARSAL = """
import json, sys
sys.path.insert(0, sys.argv[1])
from autograder.forkserver import ForkServer
with ForkServer.start(lambda connection: None) as server:
    print(json.dumps(dict(server.isolation)))
"""


def test_falls_back_as_in_an_ordinary_container():
    """With the capabilities that container engines give by default, level 2 (1 without Landlock) is reached."""
    needs_level(3)
    if shutil.which("setpriv") is None:
        pytest.skip("setpriv (util-linux) is not installed")
    given = "chown dac_override fsetid fowner mknod net_raw setgid setuid setfcap setpcap net_bind_service "
    given += "sys_chroot kill audit_write"
    bounding = "-all," + ",".join(f"+{name}" for name in given.split())
    root = str(Path(levels.__file__).parents[2])
    command = ["setpriv", "--bounding-set", bounding, sys.executable, "-c", REHEARSAL, root]
    found = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)
    assert found["level"] == (2 if levels.landlock.abi() else 1)
    assert "CAP_SYS_ADMIN" in found["why_not_higher"]
    assert set(found["selftest"].values()) == {"refused"}
