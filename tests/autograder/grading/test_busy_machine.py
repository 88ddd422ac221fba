"""Budgets on a machine that does a lot of other work: an honest answer passes, what never ends is ended."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from autograder.boundary.connection import SocketConnection, Use, WorkerEnd
from autograder.checks.student import StudentFailure
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Cell, Task
from autograder.sandbox.fork_server import ForkServer
from autograder.worker.serve import serve

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="the fork server needs Linux")]

SECONDS = 1.5
SOURCE = f"""
import threading, time

def compute(part):
    while time.process_time() < part * {SECONDS}: pass
    return "done"
def in_threads(part):
    threads = [threading.Thread(target=compute, args=(part,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return "done"
def sleep(): time.sleep(1000)
def loop():
    while True: pass
"""
TASK = Task("t", "1", "T", 1.0, seconds=SECONDS, memory_mb=500)


@pytest.fixture(scope="module")
def server() -> Iterator[ForkServer]:
    with ForkServer.start(partial(serve, probes={})) as server:
        yield server


@pytest.fixture
def competition() -> Iterator[None]:
    """Two processes for each processor, of a higher priority than a worker."""
    spin = [sys.executable, "-S", "-c", "while True: pass"]
    processes = [subprocess.Popen(spin) for _ in range(2 * (os.cpu_count() or 1))]
    yield
    for process in processes:
        process.kill()
        process.wait()


@pytest.fixture
def student(server: ForkServer, competition: None, tmp_path: Path) -> Iterator[Student]:
    def connect(task: Task) -> SocketConnection:
        worker = server.spawn(tmp_path, memory_mb=task.memory_mb, cpu_seconds=100)

        def stop() -> WorkerEnd:
            ending = worker.stop()
            return WorkerEnd(ending.exit_code, ending.signal, ending.out_of_memory)

        return SocketConnection(worker.connection, stop, worker.log, lambda: Use(*worker.processor_use()))

    student = Student(connect, [Cell(1, SOURCE, ran=True)], (), Seeds(b"k", "s"))
    student.begin(TASK)
    yield student
    student.close()


def test_a_call_within_its_budget_of_processor_time_passes(student: Student) -> None:
    """It needs six tenths of its budget, and several times as much on the clock."""
    assert student.functions.compute(0.6) == "done"


def test_so_does_a_call_in_two_threads(student: Student) -> None:
    """Processor time of several threads counts together."""
    assert student.functions.in_threads(0.6) == "done"


@pytest.mark.parametrize(("name", "asleep"), [("sleep", True), ("loop", False)])
def test_what_never_ends_is_ended(student: Student, name: str, asleep: bool) -> None:
    """Sleeping is told from computing."""
    with pytest.raises(StudentFailure, match=r"of the 1\.5 s that this task allows") as caught:
        getattr(student.functions, name)()
    assert ("it was waiting" in str(caught.value)) is asleep
