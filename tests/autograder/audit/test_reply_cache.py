"""Repetitions of an audit: what is known from the model answer is not asked again, and nothing else is known."""

import numpy as np
import pytest
from msgspec.structs import asdict, replace

from autograder.audit import reply_cache as seen
from autograder.audit.reply_cache import CachedConnection, ReplyCache
from autograder.boundary.connection import Use, WorkerEnd
from autograder.boundary.messages import CallRequest, LoadRequest, ProbeRequest, ValueReply
from autograder.records import Cell, Submission
from tests.helpers.waiting import Until

MODEL = """import math
RATE = 0.1
def helper(x): return math.sin(RATE * x)
def f(x): return helper(x)
def other(): return 1
"""
ASKED = CallRequest(name="f", args=[np.arange(3.0)], kwargs={}, seed=5, notebook="a.ipynb")


class Worker:
    """Answers with how often it was asked."""

    def __init__(self, used=("f",)):
        self.asked = 0
        self.used = list(used)

    def request(self, message, wait):
        self.asked += 1
        return ValueReply(value=np.full(2, self.asked), used=self.used)

    def use(self):
        return Use(1.0, True)

    def stop(self):
        return WorkerEnd(3)

    def log(self):
        return "printed"


def submission(folder, source, files=None, script="x = 1\n"):
    folder.mkdir()
    for name, content in (files or {}).items():
        (folder / name).write_bytes(content)
    cells = (Cell(1, source, True, notebook="a.ipynb"), Cell(0, script, True, file="b.py", notebook="b.py"))
    return Submission("s", folder, tuple(files or {}), cells, "")


@pytest.fixture
def ask(tmp_path, monkeypatch):
    """``ask(source, …)``: how often the worker of a submission is asked after the model answer was asked ``ASKED``."""
    monkeypatch.setattr(seen, "WORTH_KEEPING", -1.0)
    kept = tmp_path / "seen"
    kept.mkdir()

    def once(source, message=ASKED, model=MODEL, used=("f",), files=None, model_files=None, script="x = 1\n"):
        model_answer = submission(tmp_path / "model", model, model_files)
        first = CachedConnection(Worker(used), model_answer, ReplyCache(kept, keeps=True)).request(
            replace(message, name="f"), Until(0)
        )
        np.testing.assert_array_equal(first.value, [1, 1])
        worker = Worker(used)
        link = CachedConnection(
            worker, submission(tmp_path / "other", source, files, script), ReplyCache(kept, keeps=False)
        )
        reply = link.request(message, Until(0))
        np.testing.assert_array_equal(reply.value, [1, 1])
        return worker.asked

    return once


@pytest.mark.parametrize(
    ("source", "times"),
    [
        (MODEL, 0),
        (MODEL + "\ndef other(): return 2\n", 0),
        (MODEL.replace("def helper(x): return", "def helper(x):\n    # as before\n    return"), 0),
        (MODEL + "\nimport math\n", 0),
        (MODEL + "\ndef f(x): return 2 * x\n", 1),
        (MODEL + "\ndef helper(x): return -x\n", 1),
        (MODEL + "\nRATE = 0.2\n", 1),
        ("raise NotImplementedError\n", 1),
    ],
    ids=[
        "same",
        "another function",
        "a comment",
        "an import",
        "the function",
        "its helper",
        "its constant",
        "nothing there",
    ],
)
def test_only_code_that_a_request_needs_decides(ask, source, times):
    """A change of what the request needs is asked for; a change elsewhere is not."""
    assert ask(source) == times


@pytest.mark.parametrize(
    "change",
    [{"seed": 6}, {"args": [np.arange(4.0)]}, {"args": [np.arange(3)]}, {"name": "other"}, {}],
    ids=["seed", "length", "dtype", "name", "operation"],
)
def test_another_request_is_asked(tmp_path, monkeypatch, change):
    """Seed, arguments (their dtype too) and name belong to what is known."""
    monkeypatch.setattr(seen, "WORTH_KEEPING", -1.0)
    changed = replace(ASKED, **change) if change else ProbeRequest(**asdict(ASKED))
    one, two = (submission(tmp_path / name, MODEL) for name in ("model", "other"))
    (tmp_path / "seen").mkdir()
    CachedConnection(Worker(), one, ReplyCache(tmp_path / "seen", keeps=True)).request(ASKED, Until(0))
    worker = Worker()
    CachedConnection(worker, two, ReplyCache(tmp_path / "seen", keeps=False)).request(changed, Until(0))
    assert worker.asked == 1


@pytest.mark.parametrize(("content", "times"), [(b"same", 0), (b"other", 1)])
def test_files_that_a_request_speaks_of_decide(ask, content, times):
    """Weights named in the arguments must be the same; others may differ."""
    message = replace(ASKED, args=["w.pt"])
    assert (
        ask(MODEL, message, model_files={"w.pt": b"same", "v.pt": b"1"}, files={"w.pt": content, "v.pt": b"2"}) == times
    )


def test_names_in_the_arguments_decide(ask):
    """A probe that is told the name of a function may have called it earlier and kept what came of it."""
    assert ask(MODEL + "\ndef other(): return 2\n", replace(ASKED, args=["other"])) == 1


def test_scripts_decide(ask):
    """A script may be imported by the notebook."""
    assert ask(MODEL, script="x = 2\n") == 1


def test_what_is_quick_is_not_kept(tmp_path):
    """To look a reply up takes time too."""
    (tmp_path / "seen").mkdir()
    CachedConnection(
        Worker(), submission(tmp_path / "model", MODEL), ReplyCache(tmp_path / "seen", keeps=True)
    ).request(ASKED, Until(0))
    assert not list((tmp_path / "seen").iterdir())


def test_loading_and_ending_are_the_worker_s(tmp_path):
    """The cells are always read, and what the worker printed and how it ended comes from it."""
    worker = Worker()
    link = CachedConnection(worker, submission(tmp_path / "s", MODEL), ReplyCache(tmp_path, keeps=False))
    link.request(LoadRequest(cells=()), Until(0))
    assert (worker.asked, link.stop(), link.log()) == (1, WorkerEnd(3), "printed")
