"""Which imports a worker gives notice of, and who pays for them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from autograder.boundary.connection import SocketConnection
from autograder.boundary.messages import CallRequest, FailureReply, LoadRequest, ValueReply
from autograder.judge.seeds import Seeds
from autograder.judge.student import Student
from autograder.records import Assignment, Cell, SubmissionRules, Task
from autograder.student_side.subprocess_worker import SubprocessWorker
from tests.helpers.waiting import Until

TASK = Task("t", "1", "T", 1.0, seconds=1.0)
ASSIGNMENT = Assignment("s", "S", "C", (), SubmissionRules((), ""), (TASK,), preload=("numpy",))
SOURCE = """
import importlib, threading

def statement():
    import xmlrpc.server
    return xmlrpc.server.__name__
def part_of_a_package():
    from wsgiref import simple_server
    return simple_server.__name__
def by_name(): return importlib.import_module("wave").__name__
def loaded():
    import numpy.linalg
    return numpy.linalg.__name__
def missing():
    for _ in range(100):
        try: import nothing_of_this_name
        except ImportError: pass
    return "missing"
def in_a_thread():
    threads = [threading.Thread(target=by_name)]
    for thread in threads: thread.start(); thread.join()
    return "wave"
def own():
    from helper import VALUE
    return VALUE
def slow():
    import takes_long
    return takes_long.VALUE
"""
HELPER = "import wave\nVALUE = wave.__name__\n"
SLOW = "import time\nwhile time.process_time() < %s: pass\nVALUE = 'paid'\n"


@pytest.fixture
def cells() -> list[Cell]:
    return [Cell(0, HELPER, ran=True, file="helper.py"), Cell(1, SOURCE, ran=True)]


@pytest.fixture
def worker(tmp_path: Path, cells: list[Cell]) -> Iterator[SocketConnection]:
    worker = SubprocessWorker(ASSIGNMENT, tmp_path, tmp_path, ())
    worker.request(LoadRequest(cells=tuple(cells)), Until(120))
    notices(worker, "loaded")  # the first request seeds NumPy, which imports its generators only now
    yield worker
    worker.stop()


def notices(worker: SocketConnection, name: str) -> list[bool]:
    """The notices before the reply to a call of the student's function ``name``, which must return a text."""
    wait = Until(120)
    reply = worker.request(CallRequest(name=name, args=[], kwargs={}, seed=0, notebook=""), wait)
    assert not isinstance(reply, FailureReply), reply
    assert isinstance(reply, ValueReply)
    assert isinstance(reply.value, str)
    return wait.notices


@pytest.mark.parametrize("name", ["statement", "part_of_a_package", "by_name", "missing"])
def test_an_import_of_a_module_that_is_not_loaded_is_bracketed_by_notices(worker: SocketConnection, name: str) -> None:
    """One pair for all that the module imports itself; none where it is loaded by then."""
    parts = 2 if name == "part_of_a_package" else 1
    assert notices(worker, name) == [True, False] * parts
    if name != "missing":
        assert notices(worker, name) == []


@pytest.mark.parametrize("name", ["loaded", "in_a_thread"])
def test_no_notice_of_what_is_loaded_nor_from_another_thread(worker: SocketConnection, name: str) -> None:
    """Notices of a thread could fall into the middle of the reply."""
    assert notices(worker, name) == []


def test_a_submitted_file_is_no_import_but_what_it_imports_is(worker: SocketConnection) -> None:
    """Otherwise a file that computes at its top level would be free."""
    assert notices(worker, "own") == [True, False]


def test_the_task_does_not_pay_for_an_import(
    tmp_path: Path, cells: list[Cell], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module that takes longer to import than the task may take is imported all the same."""
    library = tmp_path / "library"
    library.mkdir()
    (library / "takes_long.py").write_text(SLOW % (3 * TASK.seconds))
    monkeypatch.syspath_prepend(str(library))
    student = Student(
        lambda task: SubprocessWorker(ASSIGNMENT, tmp_path / "no", tmp_path, ()), cells, (), Seeds(b"k", "s")
    )
    student.begin(TASK)
    try:
        assert student.functions.slow() == "paid"
    finally:
        student.close()
