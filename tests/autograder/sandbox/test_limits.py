"""Attacks on memory, processor, disk and the table of processes, at every level that this machine reaches."""

from __future__ import annotations

import signal

import pytest

from tests.helpers import attacks
from tests.helpers.attacks import (
    compute,
    daemonize,
    fork_bomb,
    grow_file,
    leave_a_child_that_computes,
    spin,
    take_memory,
    who,
)
from tests.helpers.sandbox import ask, processes_of, working

course, server, worker = attacks.course, attacks.server, attacks.worker  # fixtures


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


def test_processor_time_of_children_is_seen_from_outside(worker):
    """The server adds up what the worker and its ended children used; a worker that waits for a request is idle."""
    assert ask(worker, compute, 0.2) is None
    assert 0.35 <= worker.processor_use().seconds < 10
    assert any(not worker.processor_use().running for _ in range(1000))


def test_a_descendant_that_computes_is_seen_from_outside(worker):
    """Also one that left its parent behind; the worker's main process only waits."""
    assert ask(worker, leave_a_child_that_computes) is None
    before = worker.processor_use()
    assert any(worker.processor_use().running for _ in range(1000))
    while worker.processor_use().seconds < before.seconds + 0.1:
        pass
    worker.stop()
    assert worker.processor_use().running is False


def test_cannot_fill_the_disk_with_one_file(worker):
    """A file beyond 256 MiB is refused."""
    assert ask(worker, grow_file, 255) is None
    assert ask(worker, grow_file, 257) == "refused: OSError"


@pytest.mark.slow
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
