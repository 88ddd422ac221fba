"""Chance follows from the seed of a request, whichever generator a submission uses and wherever it keeps it."""

import datetime
import os
import random
import subprocess
import sys
import time
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

from autograder.boundary.messages import CallRequest, LoadRequest, ProbeRequest
from autograder.probing.chance import same_chance
from autograder.records import Cell
from autograder.worker.serve import Host
from autograder.worker.submitted_modules import SubmittedModule
from tests.helpers.datafiles import ROOT
from tests.helpers.draws import INSIDE, KEPT, TORCH
from tests.helpers.draws import KERAS as KERAS_KINDS

ONE, OTHER = 2_718_281_828, 3_141_592_653


@pytest.fixture(autouse=True)
def imports(monkeypatch):
    """What a host does to the import of modules is undone."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    yield
    for name in [name for name, module in sys.modules.items() if isinstance(module, SubmittedModule)]:
        del sys.modules[name]


def host_of(*sources, probes=None):
    """A host that has read these cells."""
    host = Host(None, probes or {})
    host.handle(LoadRequest(cells=tuple(Cell(number, text, ran=True) for number, text in enumerate(sources, 1))))
    return host


def call(host, name, seed, *args):
    """The value of a call; fails with the worker's sentence where there is none."""
    reply = host.handle(CallRequest(name=name, args=list(args), kwargs={}, seed=seed, notebook=""))
    assert reply.problems == []
    assert hasattr(reply, "value"), reply.detail
    return reply.value.numpy() if hasattr(reply.value, "numpy") else reply.value


def check_draws(*sources):
    """Equal seeds draw equal numbers, whatever was drawn before; others draw others, and all are from 0 to 1."""
    host = host_of(*sources)
    first, other, again = (np.array(call(host, "draw", seed, 400)) for seed in (ONE, OTHER, ONE))
    elsewhere = np.array(call(host_of(*sources), "draw", ONE, 400))
    np.testing.assert_array_equal(first, again)
    np.testing.assert_array_equal(first, elsewhere)
    assert (first != other).mean() > 0.9
    for numbers in (first, other):
        assert len(set(numbers.tolist())) > 150
        # The mean of 400 uniform numbers has a deviation of 0.289 / 20 = 0.0144; 0.1 is seven deviations away.
        assert abs(numbers.mean() - 0.5) < 0.1
        assert 0.22 < numbers.std() < 0.36
        assert abs(np.corrcoef(numbers[1:], numbers[:-1])[0, 1]) < 0.35


@pytest.mark.parametrize("kind", INSIDE)
def test_generator_that_a_call_makes(kind):
    """Without a seed, or with the clock as seed, a generator draws the same for the same request."""
    check_draws(INSIDE[kind])


@pytest.mark.parametrize("kind", KEPT)
def test_generator_that_is_kept(kind):
    """A generator that lives longer than a request starts each one from the request's seed."""
    check_draws("import numpy as np", KEPT[kind])


@pytest.mark.framework
@pytest.mark.parametrize("kind", TORCH)
def test_generator_of_torch(kind):
    """PyTorch's generators, also those that read the system in C."""
    check_draws("import torch", TORCH[kind])


def test_generators_do_not_draw_the_same():
    """Generators without a seed differ from each other: kept ones, and ones that one call makes."""
    host = host_of(
        "import numpy as np\na, b = np.random.default_rng(), np.random.default_rng()",
        "def draw(): return [r.random() for r in (a, b, np.random.default_rng(), np.random.default_rng())]",
    )
    assert len(set(call(host, "draw", ONE))) == 4


def test_a_seed_of_the_submission_stays():
    """A seed that the called function sets itself is its own choice."""
    host = host_of("import numpy as np\ndef draw(): return np.random.default_rng(7).random(3)")
    np.testing.assert_array_equal(call(host, "draw", ONE), np.random.default_rng(7).random(3))
    assert np.array_equal(call(host, "draw", OTHER), np.random.default_rng(7).random(3))


def test_cells_that_run_during_a_request_change_no_draw():
    """The first request runs the cells that draw, a later one does not; both draw the same."""
    host = host_of(
        "import numpy as np\nw = np.random.rand(5)\nnp.random.rand(7)\ndef draw(): return w, np.random.rand(3)"
    )
    first, again = (call(host, "draw", ONE) for _ in range(2))
    np.testing.assert_array_equal(first[0], again[0])
    np.testing.assert_array_equal(first[1], again[1])


def test_values_of_cells_do_not_depend_on_the_request_that_needs_them():
    """What a cell draws without a seed is the same for all requests, and differs from cell to cell."""
    cells = ("import numpy as np", "v = np.random.default_rng().random(3)", "w = np.random.default_rng().random(3)")
    values = [call(host_of(*cells), "v", seed) for seed in (ONE, OTHER)]
    np.testing.assert_array_equal(*values)
    assert not np.array_equal(values[0], call(host_of(*cells), "w", ONE))


def test_generator_of_another_file():
    """A generator in a submitted file that the notebook imports."""
    host = Host(None, {})
    cells = (
        Cell(
            1,
            "import numpy as np\nrng = np.random.default_rng()\ndef numbers(n): return rng.random(n)",
            ran=True,
            file="draws.py",
        ),
        Cell(1, "import draws\ndef draw(n): return draws.numbers(n)", ran=True, notebook="a.ipynb"),
    )
    host.handle(LoadRequest(cells=cells))
    replies = [
        host.handle(CallRequest(name="draw", args=[5], kwargs={}, seed=seed, notebook="a.ipynb")).value
        for seed in (ONE, OTHER, ONE)
    ]
    assert np.array_equal(replies[0], replies[2])
    assert not np.array_equal(replies[0], replies[1])


@pytest.mark.parametrize("kind", [*INSIDE, *KEPT])
def test_a_probe_can_repeat_chance(kind):
    """After ``same_chance`` a probe draws the same again; with another seed it draws something else."""

    def draws(student, seeds):
        values = []
        for seed in seeds:
            same_chance(student, seed)
            values.append(np.array(student.draw(50)))
            student.draw(3)
        return values

    source = INSIDE.get(kind) or "import numpy as np\n" + KEPT[kind]
    host = host_of(source, probes={"draws": draws})
    reply = host.handle(ProbeRequest(name="draws", args=[[5, 6, 5]], kwargs={}, seed=ONE, notebook=""))
    first, other, again = reply.value
    np.testing.assert_array_equal(first, again)
    assert not np.array_equal(first, other)


def test_the_clock_goes_on():
    """The clock never goes back, and a loop that waits for it ends."""
    host = host_of(
        "import time\ndef looks(): return [time.time() for _ in range(50)] + [time.time()]",
        "def waits():\n    start = time.time()\n    while time.time() - start < 0.001: pass\n    return 1",
    )
    looks = call(host, "looks", ONE)
    assert all(before < after for before, after in pairwise(looks))
    assert call(host, "waits", ONE) == 1


def test_libraries_read_the_real_clock():
    """Only code of the submission sees the other clock; a library waits and writes dates with the real one."""
    library = SimpleNamespace(now=lambda: (time.time(), datetime.datetime.now().timestamp()))
    host = host_of("def f(): return 1", probes={"now": lambda student: list(library.now())})
    before = time.time()
    reply = host.handle(ProbeRequest(name="now", args=[], kwargs={}, seed=ONE, notebook=""))
    assert all(before - 1 <= value <= time.time() + 1 for value in reply.value)


def test_everything_is_undone():
    """After a request, also one that failed, all functions are the real ones."""
    names = [(os, "urandom"), (random, "_urandom"), (random, "seed"), (random.Random, "seed")]
    names += [(time, name) for name in ("time", "time_ns", "perf_counter", "monotonic", "process_time")]
    before = [getattr(owner, name) for owner, name in names]
    dates = {name: vars(datetime.datetime)[name] for name in ("now", "utcnow")}
    host = host_of("def f(): raise SystemExit", "def g(): return 1")
    call(host, "g", ONE)
    host.handle(CallRequest(name="f", args=[], kwargs={}, seed=ONE, notebook=""))
    assert [getattr(owner, name) for owner, name in names] == before
    assert all(vars(datetime.datetime)[name] is value for name, value in dates.items())
    assert abs(datetime.datetime.now().timestamp() - time.time()) < 60


def test_names_that_a_live_kernel_imported_before():
    """A cell of a live notebook imported ``time`` before it is graded; afterwards it has the real one again."""
    source = "from time import time\nfrom os import urandom\nfrom random import seed, random\n"
    source += "def draw():\n    seed()\n    return time(), urandom(4), random()"
    variables = {"__name__": "__main__"}
    exec(compile(source, "<notebook>", "exec"), variables)
    before = dict(variables)
    kernel = SimpleNamespace(variables=variables, get=variables.__getitem__, problem_with=lambda name: None)
    first, other, again = (call(Host(kernel, {}), "draw", seed) for seed in (ONE, OTHER, ONE))
    assert first == again
    assert first != other
    assert variables == before


def test_what_libraries_need_of_the_system_goes_on():
    """Temporary files with the same names twice, processes, dates in pickles, random names of shared memory."""
    source = """
import datetime, pickle, subprocess, sys, tempfile, uuid
def work():
    kept = [tempfile.NamedTemporaryFile(), tempfile.TemporaryDirectory()]
    now = datetime.datetime.now()
    same = pickle.loads(pickle.dumps(now)) == now and isinstance(now, datetime.datetime)
    ended = subprocess.run([sys.executable, "-c", "import random; print(random.random())"], capture_output=True)
    files.append(kept)
    return same, ended.returncode, kept[0].name, kept[1].name
def close():
    for file, folder in files:
        file.close()
        folder.cleanup()
files = []
"""
    host = host_of(source)
    first, second = (call(host, "work", ONE) for _ in range(2))
    call(host, "close", ONE)
    assert first[:2] == second[:2] == (True, 0)
    assert not set(first[2:]) & set(second[2:])


KERAS = """
import keras
import numpy as np
import tensorflow as tf
from tests.autograder.worker.test_entropy import check_draws
from tests.helpers.draws import KERAS
for kind, source in KERAS.items():
    check_draws("import keras\\nimport numpy as np\\nimport tensorflow as tf", source)
    print(kind)
"""


@pytest.mark.framework
def test_generators_of_keras():
    """Generators of TensorFlow and Keras, in a process of their own."""
    done = subprocess.run([sys.executable, "-c", KERAS], capture_output=True, text=True, cwd=ROOT, check=False)
    assert done.stdout.splitlines() == list(KERAS_KINDS), done.stderr[-2000:]
