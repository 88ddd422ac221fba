"""Code from years ago, and files that do things when they are imported: what can be graded is graded."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from autograder.boundary.messages import CallRequest, FailureReply, LoadRequest, ProbeRequest
from autograder.records import Cell
from autograder.worker.legacy_code import hint, replace_print, restore_numpy_names
from autograder.worker.serve import Host
from autograder.worker.submitted_modules import Finder, SubmittedModule


@pytest.fixture
def host(monkeypatch):
    """A worker's host; what it does to the interpreter is undone."""
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.setattr(np, "__getattr__", np.__getattr__)
    made = Host(None, {"both": lambda student: [student.f(), student.NN().width]})
    restore_numpy_names(np, made.notes.append)
    yield made
    for name in [name for name, module in sys.modules.items() if isinstance(module, SubmittedModule)]:
        del sys.modules[name]


def load(host, *cells, **files):
    """Load notebook cells and files; returns the reply."""
    code = [Cell(number, source, ran=True, notebook="a.ipynb") for number, source in enumerate(cells, 1)]
    beside = [Cell(0, source, ran=True, file=f"{name}.py") for name, source in files.items()]
    return host.handle(LoadRequest(cells=(*code, *beside)))


def call(host, name, *args, notebook="a.ipynb"):
    return host.handle(CallRequest(name=name, args=list(args), kwargs={}, seed=1, notebook=notebook))


def test_removed_numpy_names_work_again_and_are_noted_once(host):
    load(host, "import numpy as np\ndef f():\n    return np.zeros(2, dtype=np.float), np.Inf, np.product([2, 3])")
    reply = call(host, "f")
    assert [v.tolist() if hasattr(v, "tolist") else v for v in reply.value] == [[0.0, 0.0], float("inf"), 6]
    assert reply.problems == [
        "NumPy removed `np.float`. Use `float` instead; we ran your code as if you had.",
        "NumPy removed `np.Inf`. Use `np.inf` instead; we ran your code as if you had.",
        "NumPy removed `np.product`. Use `np.prod` instead; we ran your code as if you had.",
    ]
    assert call(host, "f").problems == []


def test_names_that_numpy_never_had_fail_as_ever(host):
    load(host, "import numpy as np\ndef f():\n    return np.relu(1)")
    assert "has no attribute 'relu'" in call(host, "f").message


def test_ragged_arrays_say_what_to_do(host):
    load(host, "import numpy as np\ndef f():\n    return np.array([np.ones(2), np.ones(3)])")
    assert "keep them in a list" in call(host, "f").message


def test_a_constructor_that_reads_a_file_costs_only_its_users(host):
    load(host, "class NN:\n    def __init__(self, datapath='/data/mnist.npy'):\n        self.x = open(datapath).read()",
         "def f():\n    return NN()", "def g():\n    return 2")  # fmt: skip
    failure = call(host, "f")
    assert "`__init__` failed in cell 1, line 3" in failure.message
    assert "only the files of your upload exist" in failure.message
    assert call(host, "g").value == 2


def test_quit_in_the_initialiser_costs_only_its_users(host):
    load(
        host,
        "class NN:\n    def __init__(self):\n        quit()",
        "def f():\n    return NN()",
        "def g():\n    return 2",
    )
    assert "calls exit() or quit()" in call(host, "f").message
    assert call(host, "g").value == 2


TRAINS = "print('training')\nwhile True:\n    pass\n"


@pytest.mark.parametrize(
    "statement", ["from network import NN, f", "import network\nNN, f = network.NN, network.f", "from network import *"]
)
def test_a_file_that_trains_when_it_is_imported_is_not_run(host, statement):
    """The notebook's imports of its own file give it what it asks for and nothing else."""
    load(host, statement, network=f"class NN:\n    width = 7\ndef f():\n    return NN.width + 1\n{TRAINS}quit()\n")
    reply = host.handle(ProbeRequest(name="both", args=[], kwargs={}, seed=1, notebook="a.ipynb"))
    assert reply.value == [8, 7]


def test_files_import_each_other(host):
    load(host, "from network import f", network="from layers import relu\ndef f():\n    return relu(-1)",
         layers="import numpy as np\ndef relu(x):\n    return np.maximum(0, x)")  # fmt: skip
    assert call(host, "f").value == 0


def test_the_notebook_has_the_last_word(host):
    load(host, "def f():\n    return 'notebook'", network="def f():\n    return 'file'")
    assert call(host, "f").value == "notebook"


def test_a_name_that_a_file_lacks_is_explained(host):
    load(host, "from network import g\ndef f():\n    return g()", network="def g(:\n    pass\ndef h():\n    pass")
    assert "network.py could not be read: line 1" in call(host, "f").message


def test_a_file_does_not_stand_for_an_installed_package(host):
    load(host, "import numpy\ndef f():\n    return numpy.pi", numpy="pi = 3")
    assert call(host, "f").value == np.pi


def test_notebooks_do_not_see_each_other(host):
    cells = [Cell(1, "x = 1\ndef f():\n    return x", True, notebook="a.ipynb"),
             Cell(1, "x = 2\ndef f():\n    return x", True, notebook="b.ipynb")]  # fmt: skip
    reply = host.handle(LoadRequest(cells=tuple(cells)))
    assert reply.definitions == {"a.ipynb": {"x": 1, "f": 1}, "b.ipynb": {"x": 1, "f": 1}}
    assert [call(host, "f", notebook=name).value for name in ("a.ipynb", "b.ipynb", "a.ipynb")] == [1, 2, 1]


def test_an_earlier_submission_is_forgotten(host):
    load(host, "from network import f", network="def f():\n    return 1")
    assert call(host, "f").value == 1
    load(host, "from network import f")
    assert isinstance(call(host, "f"), FailureReply)
    assert sum(type(finder) is Finder for finder in sys.meta_path) == 1


@pytest.mark.parametrize("line", ["x = 'a: print b'", "print('x')", "printer = 1", ""])
def test_other_lines_are_no_print(line):
    assert replace_print([line], 0) is None


def test_ordinary_errors_have_no_hint():
    assert hint("division by zero") == ""


def test_a_value_that_is_still_the_stub_is_not_attempted(host):
    """Where a constant is asked for, the hand-out raises at top level; the name is not there, and nobody has tried."""
    load(host, "# SETTINGS = [...]\nraise NotImplementedError('settings')", "def f():\n    return 1")
    assert call(host, "SETTINGS").failure == "not_attempted"
    assert call(host, "f").value == 1
    load(host, "def f():\n    return 1")
    assert call(host, "SETTINGS").failure == "missing"
