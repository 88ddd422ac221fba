"""Imports, also of files that lie beside the notebook."""

from tests.fidelity.entry import entry

UTILITIES = """import math
FACTOR = 2
_private = 1

def helper(x):
    return FACTOR * x

def hyp(a, b):
    return math.hypot(a, b)
"""

ENTRIES = [
    entry(
        "several_in_one_line",
        r"""
import math as m, json, os.path as osp
# %%
def f0():
    return [m.floor(2.5), json.dumps([1]), osp.join("a", "b")]
""",
        "f0()",
    ),
    entry(
        "from_with_parentheses",
        r"""
from math import (
    sqrt as root,  # used below
    pi,
    exp,
)
# %%
def f0(x):
    return [root(x), round(pi, 3), exp(0)]
""",
        "f0(16)",
    ),
    entry(
        "star_import_of_a_library",
        r"""
from math import *
# %%
def f0(x):
    return floor(x) + ceil(x) + gcd(4, 6)
""",
        "f0(2.5)",
    ),
    entry(
        "star_import_of_own_file",
        r"""
_private = "of the notebook"
# %%
from myutils import *
# %%
def answer(x):
    return helper(x) + FACTOR
def hidden():
    return _private
""",
        "answer(3)",
        "hidden()",
        files={"myutils.py": UTILITIES},
    ),
    entry(
        "own_file_with_all",
        r"""
def shown():
    return "of the notebook"
def unseen():
    return "of the notebook"
# %%
from lib import *
# %%
def f0():
    return shown()
def f1():
    return unseen()
""",
        "f0()",
        "f1()",
        files={"lib.py": "__all__ = ['shown']\ndef shown():\n    return 1\ndef unseen():\n    return 2\n"},
    ),
    entry(
        "own_module_by_alias",
        r"""
import myutils as U
U.FACTOR = 10
# %%
def answer(x):
    return U.helper(x)
""",
        "answer(3)",
        "U.hyp(3, 4)",
        files={"myutils.py": UTILITIES},
    ),
    entry(
        "conditional_import",
        r"""
try:
    import a_module_that_nobody_has as fast
except ImportError:
    import math as fast
import sys
if sys.version_info >= (3, 8):
    from math import prod
else:
    prod = None
# %%
def f0():
    return [fast.sqrt(4), prod([2, 3])]
""",
        "f0()",
    ),
    entry(
        "import_in_a_function",
        r"""
def f0(x):
    import math
    from myutils import helper
    return math.floor(helper(x))
""",
        "f0(2.6)",
        files={"myutils.py": UTILITIES},
    ),
    entry(
        "module_state_changed_by_notebook",
        r"""
import tracker
tracker.log("a")
tracker.log("b")
# %%
from tracker import entries
# %%
def f0():
    return entries
""",
        "f0()",
        files={"tracker.py": "entries = []\ndef log(x):\n    entries.append(x)\n"},
    ),
    entry(
        "modules_import_each_other",
        r"""
from model import Model
# %%
m = Model(3)
def f0(x):
    return m.forward(x)
""",
        "f0(2)",
        files={
            "model.py": "from layers import Dense\nclass Model:\n    def __init__(self, k):\n"
            "        self.d = Dense(k)\n    def forward(self, x):\n        return self.d(x)\n",
            "layers.py": "import config\nclass Dense:\n    def __init__(self, k):\n        self.k = k * config.GAIN\n"
            "    def __call__(self, x):\n        return self.k * x\n",
            "config.py": "GAIN = 10\n",
        },
    ),
    entry(
        "imported_name_is_overwritten",
        r"""
from myutils import helper
# %%
def helper(x):
    return -x
# %%
def answer(x):
    return helper(x)
""",
        "answer(3)",
        files={"myutils.py": UTILITIES},
    ),
    entry(
        "module_main_block_does_not_run",
        r"""
import script
def f0():
    return script.state
""",
        "f0()",
        files={"script.py": "state = 'imported'\nif __name__ == '__main__':\n    state = 'run'\n"},
    ),
    entry(
        "module_fails_on_import",
        r"""
import broken
# %%
def f0():
    return 1
""",
        "f0()",
        files={"broken.py": "x = 1\nraise RuntimeError('no GPU')\n"},
    ),
    entry(
        "import_module_by_name",
        r"""
import importlib
for name in ["one", "two"]:
    globals()[name] = importlib.import_module(name)
mod = __import__("one")
# %%
def f0():
    return [one.V, two.V, mod is one]
""",
        "f0()",
        files={"one.py": "V = 1\n", "two.py": "V = 2\n"},
    ),
    entry(
        "future_imports",
        r"""
from __future__ import annotations, division, print_function
# %%
def f0(x: Unknown) -> AlsoUnknown:
    return x / 2
""",
        "f0(3)",
    ),
    entry(
        "submodules_loaded_by_import",
        r"""
import xml.dom.minidom
import collections.abc as cabc
import numpy as np, numpy.linalg as LA
# %%
def f0():
    doc = xml.dom.minidom.parseString("<a b='1'/>")
    return [doc.documentElement.getAttribute("b"), isinstance([], cabc.Sequence), float(LA.norm(np.array([3, 4])))]
""",
        "f0()",
    ),
    entry(
        "data_file_beside_the_module",
        r"""
import reader
values = reader.load("numbers.csv")
# %%
def f0():
    return sum(values)
""",
        "f0()",
        files={
            "reader.py": "from pathlib import Path\nHERE = Path(__file__).parent\ndef load(name):\n"
            "    return [int(v) for v in (HERE / name).read_text().split(',')]\n",
            "numbers.csv": "4,5,6",
        },
    ),
]
