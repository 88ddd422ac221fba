"""Brings up the fork server for the workers of an assignment."""

from __future__ import annotations

import gc
import importlib
import importlib.util
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from threadpoolctl import threadpool_limits

from autograder import data
from autograder.data.cache import cache_folder
from autograder.errors import GraderError
from autograder.grading.options import Options
from autograder.records import Assignment
from autograder.sandbox import framework_variables as variables
from autograder.sandbox.fork_server import ForkServer
from autograder.sandbox.limits import threads_per_worker
from autograder.worker import probes
from autograder.worker.serve import serve


def import_frameworks(assignment: Assignment) -> None:
    """Import the frameworks once; they compute nothing before the forks (a worker would hang in its first operation).

    Raises GraderError when one is not installed.
    """
    variables.set_defaults(variables.QUIET | variables.SAME_SUMS | variables.ONE_THREAD)
    for name in assignment.preload_worker:
        if importlib.util.find_spec(name.split(".")[0]) is None:
            raise _not_installed(assignment, name, "it is not installed")
    for name in assignment.preload:
        try:
            importlib.import_module(name)
        except ImportError as error:
            raise _not_installed(assignment, name, str(error)) from None


@contextmanager
def start_worker_server(assignment: Assignment, options: Options, hidden: Sequence[Path]) -> Iterator[ForkServer]:
    """The fork server with the frameworks and the probes loaded. Call it before any hidden test is read.

    ``hidden`` are files and folders that the student's code must not see.
    """
    for name in assignment.data:  # once, not by every worker
        data.make_ready(name, keras="keras" in assignment.preload_worker)
    serve_requests = partial(serve, probes=probes.load(options.root / "tests" / assignment.slug))
    gc.collect()
    gc.freeze()  # children that collect garbage do not copy the pages of everything imported so far
    # NumPy was imported before the variables were set, and workers inherit what holds now
    threadpool_limits(threads_per_worker(options.jobs), "blas")
    server = ForkServer.start(
        serve_requests,
        level=options.level,
        readable=data.folders(),
        hidden=hidden,
        jobs=options.jobs,
        warm=partial(_warm_up, assignment.preload_worker, cache_folder().resolve()),
    )
    threadpool_limits(1, "blas")  # for the judges: as many of them compute at once as there are cores
    try:
        yield server
    finally:
        server.close()


def _warm_up(modules: Sequence[str], cache: Path) -> None:
    """Import what only the workers have, and name the data that is ready for them; runs in the fork server."""
    os.environ["AUTOGRADER_CACHE_SHARED"] = str(cache)
    importlib.import_module("IPython.core.inputtransformer2")  # nearly every notebook has a magic
    if modules:
        variables.keep_triton_out()
    for name in modules:
        importlib.import_module(name)


def _not_installed(assignment: Assignment, module: str, reason: str) -> GraderError:
    extras = ",".join(assignment.extras)
    return GraderError(
        f"grading {assignment.slug} needs {module}: {reason}. Install the extras that it needs: pip install "
        f"'deep-learning-autograder[{extras},instructor]'"
    )
