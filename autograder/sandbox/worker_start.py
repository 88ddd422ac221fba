"""The first steps of a freshly forked worker: isolate itself, report that, and serve the judge's connection."""

from __future__ import annotations

import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable
from typing import NoReturn

from autograder.sandbox import environment
from autograder.sandbox.channel import ControlChannel
from autograder.sandbox.confine import ServerRules, WorkerLimits, confine
from autograder.sandbox.worker_process import OUT_OF_MEMORY


def run_worker(
    serve: Callable[[socket.socket], None],
    rules: ServerRules,
    limits: WorkerLimits,
    *,
    server_pid: int,
    channel: ControlChannel,
    connection: int,
    submission: int,
    output: int,
) -> NoReturn:
    """Turn this process into an isolated worker, run ``serve`` and exit.

    ``connection``, ``submission`` and ``output`` are descriptors: of the judge's connection, of the submission's
    folder, and of the pipe for what the worker prints. ``channel`` gets ``ready`` or ``failed`` and is closed before
    ``serve`` runs.
    """
    status = 1
    try:
        _reset_signals()
        try:
            confine(rules, limits, submission, output, server_pid)
        except BaseException as error:
            channel.send(op="failed", error="".join(traceback.format_exception_only(error)).strip())
            os._exit(1)
        channel.send(op="ready")
        environment.close_all_but([connection])
        os.set_inheritable(connection, False)
        judge = socket.socket(fileno=connection)  # stays open until the exit, so that end of file means the exit
        status = _serve(serve, judge)
    finally:
        os._exit(status)


def _reset_signals() -> None:
    signal.set_wakeup_fd(-1)
    for number in (signal.SIGCHLD, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, signal.SIG_DFL)


def _serve(serve: Callable[[socket.socket], None], connection: socket.socket) -> int:
    """Run ``serve`` and return the worker's exit status."""
    try:
        serve(connection)
        return 0
    except MemoryError:
        return OUT_OF_MEMORY
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
