"""The self-test of the isolation, the levels and what they refuse."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.errors import GraderError
from autograder.sandbox import levels, self_test
from autograder.sandbox.fork_server import ForkServer
from autograder.sandbox.visible_paths import choose_visible_paths
from tests.helpers import attacks
from tests.helpers.attacks import DEEDS, read_file
from tests.helpers.sandbox import ask, needs_level, serve, working

course, server = attacks.course, attacks.server  # fixtures


def test_selftest_refuses_everything(server):
    """All seven attacks fail at every level when the hidden files have the right modes."""
    assert server.isolation["selftest"] == dict.fromkeys(self_test.ATTACKS, "refused")


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
        trial = self_test.SelfTest(server._spawn, choose_visible_paths((), [course / "tests"]))
        outcome, advice = trial.finish()
    expected = dict.fromkeys(self_test.ATTACKS, "succeeded") | {"survive_as_daemon": "refused"}
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
        choose_visible_paths([tmp_path], [tmp_path / "tests"])


def test_the_course_root_is_not_importable(tmp_path, monkeypatch):
    """A folder of sys.path that holds hidden ones is not readable; the package itself stays so."""
    (tmp_path / "tests").mkdir()
    monkeypatch.syspath_prepend(tmp_path)
    allowed = choose_visible_paths((), [tmp_path / "tests"])
    assert tmp_path not in allowed.folders
    assert not any(tmp_path.is_relative_to(folder) for folder in allowed.folders)
    package = Path(levels.__file__).parents[1]
    assert any(package.is_relative_to(folder) for folder in allowed.folders)


def test_no_root_no_boundary(monkeypatch):
    """Another user than root gets level 0, with the reason, and a higher one on demand is an error."""
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    highest = levels.find_highest_level()
    assert highest.level == 0
    assert "root" in highest.why_not_higher or "Linux" in highest.why_not_higher
    with pytest.raises(GraderError, match="level 1 is not possible here"):
        ForkServer.start(serve(DEEDS), level=1)


REHEARSAL = """
import json, sys
sys.path.insert(0, sys.argv[1])
from autograder.sandbox.fork_server import ForkServer
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
