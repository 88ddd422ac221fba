"""Where the dependency slice leaves out what matters, everything runs in order, as in a kernel."""

import pytest

from autograder.records import Cell
from autograder.worker import replay as replay_module
from autograder.worker.doubt import may_matter
from autograder.worker.program import Program
from autograder.worker.replay import replay


def program(*sources, ran=True):
    cells = [Cell(number, source, ran=ran) for number, source in enumerate(sources, 1)]
    return Program.load(cells, is_notebook=True)


EFFECTS = {
    "torch in place": (
        "class T:\n    v = 0\n    def fill_(self, v):\n        self.v = v\nt = T()",
        "t.fill_(3)",
        "return t.v",
    ),
    "a function in place": ("import numpy as np\nM = np.ones((2, 2))", "np.fill_diagonal(M, 3)", "return int(M[0, 0])"),
    "an unknown function": ("a = [1]\ndef put(b):\n    b[0] = 3", "put(a)", "return a[0]"),
    "an alias": ("a = [1]\nb = a", "b[0] = 3", "return a[0]"),
    "setattr": ("class C:\n    pass\nc = C()", "setattr(c, 'v', 3)", "return c.v"),
    "vars": ("class C:\n    pass\nc = C()", "vars(c).update(v=3)", "return c.v"),
    "a method of one's own": ("class C:\n    def learn(self):\n        self.v = 3\nc = C()", "c.learn()", "return c.v"),
    "a patched class": ("class C:\n    pass", "def add(self):\n    return 3\nC.f = add", "return C().f()"),
    "a decorator that patches": (
        "class C:\n    pass\ndef add_to(cls):\n    return lambda f: setattr(cls, f.__name__, f)",
        "@add_to(C)\ndef f(self):\n    return 3",
        "return C().f()",
    ),
    "a registry": (
        "table = {}\ndef register(f):\n    table[f.__name__] = f\n    return f",
        "@register\ndef three():\n    return 3",
        "return table['three']()",
    ),
    "a global of a called function": ("def begin():\n    global N\n    N = 3", "begin()", "return N"),
    "globals()": ("", "globals()['N'] = 3", "return N"),
    "globals() in a loop": ("", "for k in 'MN':\n    globals()[k] = 3", "return N"),
    "exec": ("", "exec('N = 3')", "return N"),
    "class state": (
        "class C:\n    made = []\n    def __init__(self):\n        C.made.append(self)",
        "for _ in range(3):\n    C()",
        "return len(C.made)",
    ),
    "a counter": (
        "def counter():\n    n = [0]\n    def up():\n        n[0] += 1\n        return n[0]\n    return up\n"
        "up = counter()",
        "up(); up()",
        "return up()",
    ),
    "a loop of training": ("w = [0]\ndef step():\n    w[0] += 1", "for _ in range(3):\n    step()", "return w[0]"),
    "argparse": (
        "import argparse\np = argparse.ArgumentParser()",
        "p.add_argument('--n', default=3)",
        "return p.parse_args([]).n",
    ),
}


@pytest.mark.parametrize("effect", EFFECTS)
def test_an_effect_counts(effect):
    """Either the slice sees the effect, or it says that something may be missing, and the replay has it."""
    before, change, body = EFFECTS[effect]
    p = program(before, change, f"def answer():\n    {body}")
    try:
        value = p.get("answer")()
    except Exception:
        value = None
    if value != 3:
        assert may_matter(p, ["answer"]), "the slice does not know what it left out"
        replay(p)
        assert p.get("answer")() == 3
    assert p.problems == []


@pytest.mark.parametrize(
    "sources",
    [
        ["import numpy as np", "def f(x):\n    return x", "print(f(3))", "losses = [f(n) for n in range(3)]"],
        ["N = 3", "def f():\n    return N", "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"],
        [
            "device = str('cpu')",
            "class Net:\n    def f(self):\n        return device",
            "net = Net()\nnet.f()",
            "f = Net",
        ],
        ["def f():\n    return 1", "%matplotlib inline\n!pip install x", "x = f() + f()"],
        [
            "def f():\n    raise NotImplementedError('f')",
            "history = []\nfor _ in range(3):\n    history.append(len(history))",
        ],
    ],
)
def test_an_ordinary_notebook_needs_no_replay(sources):
    """Prints, plots and experiments change nothing that functions read: wrong answers cost no second run."""
    assert not may_matter(program(*sources), ["f"])


def test_a_statement_that_computes_for_long_is_cut_off_and_told(monkeypatch):
    """An endless loop at top level costs its time limit, even where it catches everything, and the rest still runs."""
    monkeypatch.setattr(replay_module, "CELL_SECONDS", 0.1)
    endless = "while True:\n    try:\n        sum(range(1000))\n    except Exception:\n        pass"
    p = program("a = [1]", endless, "a.append(2)", "def f():\n    return a")
    replay(p)
    assert p.get("f")() == [1, 2]
    assert "was ended after 0.1 s" in p.problems[0].message


def test_a_failing_statement_is_told_and_the_rest_runs():
    """What could not run where work is graded (a download) loses only itself."""
    p = program("a = [1]", "raise OSError('no network')", "a.append(2)", "def f():\n    return a")
    replay(p)
    assert p.get("f")() == [1, 2]
    assert "cell 2, line 1, failed: OSError: no network" in p.problems[0].message


def test_cells_that_were_not_run_are_not_replayed():
    """What ran in Jupyter is the answer: neither a stub nor a change in a cell without a number counts."""
    cells = [
        Cell(1, "a = [1]\ndef f():\n    return a", ran=True),
        Cell(2, "def f():\n    raise NotImplementedError\na.append(2)", ran=False),
    ]
    p = Program.load(cells, is_notebook=True)
    assert p.get("f")() == [1]
    assert p.definitions["f"] == 1
    replay(p)
    assert p.get("f")() == [1]
