"""Folders in the upload that the notebook imports from."""

from tests.fidelity.entry import entry

NET = """class Net:
    def __init__(self, k=2):
        self.k = k
    def forward(self, x):
        return self.k * x
"""

ENTRIES = [
    entry(
        "module_two_folders_deep",
        r"""
from mlp.src.net import Net
net = Net(4)
# %%
def f0(x):
    return net.forward(x)
""",
        "f0(3)",
        files={"mlp/src/net.py": NET, "mlp/__init__.py": "", "mlp/src/__init__.py": ""},
    ),
    entry(
        "folders_without_init",
        r"""
import mlp.src.net as n
# %%
def f0(x):
    return n.Net().forward(x)
""",
        "f0(5)",
        files={"mlp/src/net.py": NET},
    ),
    entry(
        "init_that_re_exports",
        r"""
from models import Net, WIDTH
# %%
def f0(x):
    return Net(WIDTH).forward(x)
""",
        "f0(2)",
        files={"models/__init__.py": "from .net import Net\nWIDTH = 7\n", "models/net.py": NET},
    ),
    entry(
        "relative_imports",
        r"""
from lib.train import run
# %%
def f0(x):
    return run(x)
""",
        "f0(2)",
        files={
            "lib/__init__.py": "",
            "lib/train.py": "from .core.net import Net\nfrom . import settings as s\n"
            "def run(x):\n    return Net(s.K).forward(x)\n",
            "lib/settings.py": "K = 5\n",
            "lib/core/__init__.py": "",
            "lib/core/net.py": "from ..settings import K\n" + NET,
        },
    ),
    entry(
        "import_sub_as",
        r"""
import pkg.sub as p
import pkg
# %%
def f0(x):
    return [p.double(x), pkg.sub is p]
""",
        "f0(4)",
        files={"pkg/__init__.py": "", "pkg/sub.py": "def double(x):\n    return 2 * x\n"},
    ),
    entry(
        "from_package_import_module",
        r"""
from utils import metrics, plots
# %%
def f0():
    return [metrics.acc([1, 1], [1, 0]), plots.COLOUR]
""",
        "f0()",
        files={
            "utils/__init__.py": "",
            "utils/metrics.py": "def acc(a, b):\n    return sum(x == y for x, y in zip(a, b)) / len(a)\n",
            "utils/plots.py": "COLOUR = 'red'\n",
        },
    ),
    entry(
        "sys_path_insert",
        r"""
import sys
sys.path.insert(0, "src")
from net import Net
# %%
def f0(x):
    return Net(3).forward(x)
""",
        "f0(2)",
        files={"src/net.py": NET},
    ),
    entry(
        "sys_path_append_with_os",
        r"""
import os, sys
module_path = os.path.abspath(os.path.join("code"))
if module_path not in sys.path:
    sys.path.append(module_path)
import mynet
# %%
def f0(x):
    return mynet.Net().forward(x)
""",
        "f0(6)",
        files={"code/mynet.py": NET},
    ),
    entry(
        "reload_keeps_working",
        r"""
import importlib
import settings_of_mine as cfg
cfg.RATE = 99
importlib.reload(cfg)
# %%
def f0():
    return cfg.RATE
""",
        "f0()",
        files={"settings_of_mine.py": "RATE = 0.1\n"},
    ),
    entry(
        "star_import_of_a_package",
        r"""
from tools import *
# %%
def f0(x):
    return relu(x) + step(x)
""",
        "f0(3)",
        files={
            "tools/__init__.py": "from .act import *\nfrom .act import relu\n",
            "tools/act.py": "def relu(x):\n    return max(x, 0)\ndef step(x):\n    return int(x > 0)\n",
        },
    ),
    entry(
        "package_state",
        r"""
import zoo
zoo.registry.register("cat")
# %%
from zoo.registry import register, NAMES
register("dog")
# %%
def f0():
    return NAMES
""",
        "f0()",
        files={
            "zoo/__init__.py": "from . import registry\n",
            "zoo/registry.py": "NAMES = []\ndef register(n):\n    NAMES.append(n)\n",
        },
    ),
    entry(
        "class_from_package_is_extended",
        r"""
from mlp.net import Net
class Bigger(Net):
    def forward(self, x):
        return super().forward(x) + 1
Net.bias = 3
# %%
def f0(x):
    b = Bigger(2)
    return b.forward(x) + b.bias
""",
        "f0(5)",
        files={"mlp/__init__.py": "", "mlp/net.py": NET},
    ),
    entry(
        "file_read_by_relative_path_in_a_package",
        r"""
from data.load import table
# %%
def f0():
    return table()
""",
        "f0()",
        files={
            "data/__init__.py": "",
            "data/load.py": "import os\ndef table():\n"
            "    path = os.path.join(os.path.dirname(__file__), 'raw', 'table.txt')\n"
            "    return [int(x) for x in open(path)]\n",
            "data/raw/table.txt": "1\n2\n",
        },
    ),
    entry(
        "package_main_and_name",
        r"""
import app.core
# %%
def f0():
    return [app.core.__name__, app.core.WHERE, app.__name__]
""",
        "f0()",
        files={"app/__init__.py": "", "app/core.py": "WHERE = __package__\n"},
    ),
]
