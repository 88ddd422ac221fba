"""Checks what this machine can do for grading, and says what to do about what is missing."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import platform
import re
import sys
import tempfile
from pathlib import Path

from autograder.errors import AutograderError

Fact = tuple[str, bool | None, str]
"""(name, True for fine | False for missing | None for a note, sentence)."""

PYTHON = (3, 11)
TORCH = (2, 10)
_FRAMEWORKS = ("torch", "torchvision", "tensorflow", "keras", "numpy", "scikit-learn")
_WORKER_GIB = 3.0
"""Roughly what a judge and a worker with a framework loaded need together."""


def describe_machine() -> list[Fact]:
    """All facts in the order in which they matter; a check that fails becomes a note, never an exception."""
    facts: list[Fact] = []
    checks = (
        _check_python,
        _check_frameworks,
        _check_isolation,
        _check_libseccomp,
        _check_interpreter,
        _check_data,
        _check_cache,
        _check_memory,
        _check_cores,
    )
    for check in checks:
        try:
            facts += check()
        except Exception as error:
            name = check.__name__.removeprefix("_check_")
            facts.append((name, None, f"could not be checked: {type(error).__name__}: {error}"))
    return facts


def _check_python() -> list[Fact]:
    wanted = ".".join(map(str, PYTHON))
    fine = sys.version_info >= PYTHON
    advice = "" if fine else f"; {wanted} or later is needed"
    return [("python", fine, f"{platform.python_version()} at {sys.prefix}{advice}")]


def _check_frameworks() -> list[Fact]:
    facts: list[Fact] = []
    for name in _FRAMEWORKS:
        try:
            version = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            facts.append((name, None, "not installed; assignments that use it cannot be graded here"))
            continue
        facts.append((name, *_check_version(name, version)))
    return facts


def _check_version(name: str, version: str) -> tuple[bool, str]:
    """Earlier versions of torch let a file of weights run code, in spite of torch.load(weights_only=True)."""
    numbers = tuple(int(n) for n in re.findall(r"\d+", version)[:2])
    if name == "torch" and numbers < TORCH:
        wanted = ".".join(map(str, TORCH))
        return False, f"{version}; {wanted} or later is needed to open submitted weights (weights_only) safely"
    return True, version


def _check_isolation() -> list[Fact]:
    from autograder.sandbox.fork_server import ForkServer

    try:
        with ForkServer.start(lambda connection: None) as server:
            isolation = server.isolation
    except AutograderError as error:
        return [("isolation", False, str(error))]
    level, why = isolation["level"], isolation["why_not_higher"]
    open_attacks = [name for name, outcome in isolation["selftest"].items() if outcome == "succeeded"]
    message = f"level {level} of 3" + (f"; not higher: {why}" if why else "")
    if isolation["selftest"]:
        tried = len(isolation["selftest"])
        message += f"; {tried - len(open_attacks)} of {tried} attacks of the self-test were refused"
    facts: list[Fact] = [("isolation", level >= 1 and not open_attacks, message)]
    return facts + [("isolation", None, warning) for warning in isolation["warnings"]]


def _check_libseccomp() -> list[Fact]:
    if sys.platform != "linux":
        return []
    if importlib.util.find_spec("pyseccomp") is None:
        return [("libseccomp", False, "pyseccomp is missing; pip install 'deep-learning-autograder[sandbox]'")]
    try:
        import pyseccomp

        pyseccomp.system_arch()
    except RuntimeError:
        return [("libseccomp", False, "not found; install the system's package (libseccomp2 on Debian and Ubuntu)")]
    return [("libseccomp", True, "installed")]


def _check_interpreter() -> list[Fact]:
    from autograder.sandbox.visible_paths import find_unreachable_python

    closed = find_unreachable_python()
    if not closed:
        return [("interpreter", True, "every user can read this Python, as workers below level 3 need")]
    return [
        (
            "interpreter",
            None,
            f"other users cannot enter {', '.join(map(str, closed))}: below isolation level 3, student code can import "
            "only what was imported before. Use a Python that all users can read, or chmod o+rx there",
        )
    ]


def _check_data() -> list[Fact]:
    from autograder.data.layout import LAYOUTS, find_real

    named = os.environ.get("AUTOGRADER_DATA")
    facts: list[Fact] = []
    for name, layout in sorted(LAYOUTS.items()):
        if not named:
            facts.append((name, None, "stand-in; set AUTOGRADER_DATA to a folder with the real files"))
            continue
        try:
            real = find_real(layout, Path(named))
        except AutograderError as error:
            facts.append((name, False, str(error)))
            continue
        message = f"real, in {real}" if real else f"stand-in; {named} does not hold {layout.expected}"
        facts.append((name, bool(real) or None, message))
    return facts


def _check_cache() -> list[Fact]:
    from autograder.data.cache import cache_folder

    folder = cache_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            return [("cache", True, f"{folder} can be written")]
    except OSError as error:
        return [
            (
                "cache",
                False,
                f"{folder} cannot be written ({error.strerror}); set AUTOGRADER_CACHE to a folder that can",
            )
        ]


def _check_memory() -> list[Fact]:
    import psutil

    gib = psutil.virtual_memory().available / 2**30
    limit = _read_container_limit()
    if limit is not None:
        gib = min(gib, limit / 2**30)
    fine = gib >= _WORKER_GIB
    return [("memory", fine or None, f"{gib:.1f} GiB available, about {_WORKER_GIB:.0f} GiB are needed for each job")]


def _read_container_limit() -> int | None:
    """Bytes that the control group of this process may use; None where it has no limit."""
    for name in ("memory.max", "memory/memory.limit_in_bytes"):
        try:
            return int(Path("/sys/fs/cgroup", name).read_text())
        except (OSError, ValueError):
            continue
    return None


def _check_cores() -> list[Fact]:
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return [("cores", None if count < 2 else True, f"{count} processor cores" if count > 1 else "one processor core")]
