"""TODO: split off grading.py."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from autograder.errors import GraderError
from autograder.records import Assignment
from autograder.worker import probes
from autograder.worker import serve as worker

if TYPE_CHECKING:
    from autograder.sandbox.fork_server import ForkServer
from autograder.grading.options import Options

QUIET = {
    "MPLBACKEND": "Agg",
    "OMP_NUM_THREADS": "1",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "TF_ENABLE_ONEDNN_OPTS": "0",
    "TF_NUM_INTRAOP_THREADS": "1",
}


def preload(assignment: Assignment) -> None:
    """Import the frameworks once; nothing of them is used before the forks (a framework operation would hang them)."""
    _quieten()
    for name in assignment.preload_worker:
        if importlib.util.find_spec(name.split(".")[0]) is None:
            raise _not_installed(assignment, name, "it is not installed")
    for name in assignment.preload:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise _not_installed(assignment, name, str(error)) from None


def warm(names: Sequence[str], cache: Path) -> None:
    """Import what only the workers have, and name the data that is ready for them; runs in the fork server."""
    os.environ["AUTOGRADER_CACHE_SHARED"] = str(cache)
    for name in names:
        importlib.import_module(name)


def _quieten() -> None:
    """Variables that frameworks read when they are imported: no windows, one thread, no chatter, the same sums."""
    for name, value in QUIET.items():
        os.environ.setdefault(name, value)


def _not_installed(assignment: Assignment, name: str, why: str) -> GraderError:
    extras = ",".join(assignment.extras)
    return GraderError(
        f"grading {assignment.slug} needs {name}: {why}. Install the extras it names: pip install "
        f"'deep-learning-autograder[{extras},instructor]'"
    )


@contextmanager
def worker_server(assignment: Assignment, options: Options, hidden: Sequence[Path]) -> Iterator[ForkServer]:
    """The fork server with the frameworks and the probes loaded, forked before any hidden test is read."""
    from threadpoolctl import threadpool_limits

    from autograder import data
    from autograder.data.cache import cache_folder
    from autograder.sandbox.fork_server import ForkServer
    from autograder.sandbox.limits import threads_per_worker

    preload(assignment)
    for name in assignment.data:  # once, not by every worker
        data.make_ready(name, keras="keras" in assignment.preload_worker)
    folder = options.root / "tests" / assignment.slug
    serve = partial(worker.serve, probes=probes.load(folder))
    gc.collect()
    gc.freeze()  # children that collect do not copy the pages of everything imported so far
    readable = data.folders()
    threadpool_limits(threads_per_worker(options.jobs), "blas")  # numpy came before ``QUIET``; workers inherit it
    server = ForkServer.start(
        serve,
        level=options.level,
        readable=readable,
        hidden=hidden,
        jobs=options.jobs,
        warm=partial(warm, assignment.preload_worker, cache_folder().resolve()),
    )
    threadpool_limits(1, "blas")  # the judges' part: as many of them compute at once as there are cores
    try:
        yield server
    finally:
        server.close()
