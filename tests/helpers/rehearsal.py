"""A root folder with Gradescope's paths, for the rehearsal of a zip: ``python -m tests.helpers.rehearsal``.

The system, the interpreter and the installed frameworks of this machine are bound read-only into the folder, beside a
fresh /autograder and /tmp. What runs in there is root with the capabilities that Docker leaves it, so the sandbox
finds what it finds on Gradescope: no namespaces. All mounts live in a mount namespace and vanish with it.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from autograder.sandbox import linux
from tests.helpers.samples import REPOSITORY

DOCKER = (
    "chown dac_override fowner fsetid kill setgid setuid setpcap net_bind_service net_raw sys_chroot mknod audit_write "
    "setfcap"
).split()
"""The capabilities of root in a container that was started without further options."""
FRAMEWORKS = Path("/opt/frameworks")
"""Here stands what setup.sh would download: every installed package but this one."""
BASE = Path(sys.base_prefix)
PYTHON = BASE / "bin" / f"python3.{sys.version_info.minor}"
_SYSTEM = "/usr /bin /sbin /lib /lib32 /lib64 /etc /sys".split()


def why_not() -> str:
    """Why no rehearsal is possible here; "" when it is."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "the rehearsal needs root on Linux"
    if not all(map(shutil.which, ("unshare", "setpriv"))):
        return "the rehearsal needs unshare and setpriv (util-linux)"
    if subprocess.run(["unshare", "--mount", "true"], capture_output=True).returncode:
        return "the rehearsal needs mount namespaces (CAP_SYS_ADMIN)"
    return ""


@dataclass(frozen=True)
class Image:
    """The root folder."""

    root: Path

    @property
    def autograder(self) -> Path:
        return self.root / "autograder"

    def unpack(self, zip: Path) -> None:
        """What Gradescope does with the zip: into source/, a copy of run_autograder; file modes get lost."""
        for name in ("source", "submission", "results"):
            (self.autograder / name).mkdir(parents=True)
        for name in ("tmp", "var/tmp"):
            (self.root / name).mkdir(parents=True)
            (self.root / name).chmod(0o1777)
        with zipfile.ZipFile(zip) as archive:
            archive.extractall(self.autograder / "source")
        shutil.copy(self.autograder / "source/run_autograder", self.autograder)
        (self.autograder / "run_autograder").chmod(0o755)

    def install_frameworks(self) -> None:
        """A virtual environment as it is after the frameworks were downloaded; setup.sh finds and completes it."""
        done = self.run(PYTHON, "-m", "venv", "--without-pip", "/autograder/venv")  # pip is among the frameworks
        assert done.returncode == 0, done.stdout
        (packages,) = (self.autograder / "venv/lib").glob("python3*/site-packages")
        (packages / "frameworks.pth").write_text(f"{FRAMEWORKS}\n")

    def submit(self, content: bytes, name: str) -> None:
        """Put an upload with one file in the place of the one before, and take its results away."""
        for folder in ("submission", "results"):
            shutil.rmtree(self.autograder / folder)
            (self.autograder / folder).mkdir()
        (self.autograder / "submission" / name).write_bytes(content)

    def run(self, *command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run a command in the image; its output and errors together in ``stdout``."""
        inside = [sys.executable, "-m", __name__, str(self.root), *map(str, command)]
        path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
        return subprocess.run(
            ["unshare", "--mount", *inside],
            cwd=REPOSITORY,
            env={"PATH": path, "HOME": "/root", **environment},
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


def enter(root: Path, command: list[str], environment: Mapping[str, str]) -> None:
    """In a mount namespace of its own: bind everything, make ``root`` the root, drop capabilities, be ``command``."""
    linux.mount(None, "/", None, linux.MS_REC | linux.MS_PRIVATE)
    for source, target in _places():
        _bind(source, root / target.relative_to("/"))
    for device in (Path("/dev"), Path("/proc")):
        _bind(device, root / device.relative_to("/"), read_only=False)
    os.chroot(root)
    os.chdir("/autograder")
    allowed = ",".join(["-all", *(f"+{name}" for name in DOCKER)])
    os.execve("/usr/bin/setpriv", ["setpriv", f"--bounding-set={allowed}", "--inh-caps=-all", *command], environment)


def _places() -> Iterator[tuple[Path, Path]]:
    """(what is bound, where)."""
    for name in _SYSTEM:
        if Path(name).exists():
            yield Path(name), Path(name)
    if not BASE.is_relative_to("/usr"):
        yield BASE, BASE
    for packages in {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}:
        for path in Path(packages).iterdir():
            if "autograder" not in path.name and path.suffix != ".pth":
                yield path, FRAMEWORKS / path.name


def _bind(source: Path, target: Path, read_only: bool = True) -> None:
    if source.is_symlink():
        if not target.is_symlink():
            target.symlink_to(os.readlink(source))
        return
    if source.is_dir():
        target.mkdir(parents=True, exist_ok=True)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    linux.mount(str(source), str(target), None, linux.MS_BIND | linux.MS_REC)
    if read_only:
        linux.mount(None, str(target), None, linux.MS_REMOUNT | linux.MS_BIND | linux.MS_RDONLY)


if __name__ == "__main__":
    enter(Path(sys.argv[1]), sys.argv[2:], os.environ)
