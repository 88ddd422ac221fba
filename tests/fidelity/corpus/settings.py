"""Settings of Python and of libraries that later code feels."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "printoptions",
        r"""
import numpy as np
np.set_printoptions(precision=2, suppress=True)
# %%
def f0():
    return str(np.array([1 / 3, 2.0]))
""",
        "f0()",
    ),
    entry(
        "seterr_raise",
        r"""
import numpy as np
np.seterr(all="raise")
# %%
def f0():
    try:
        return float(np.float64(1) / np.float64(0))
    except FloatingPointError:
        return "raised"
""",
        "f0()",
    ),
    entry(
        "warnings_as_errors",
        r"""
import warnings
warnings.filterwarnings("error", category=UserWarning)
# %%
def f0():
    try:
        warnings.warn("careful")
    except UserWarning:
        return "error"
    return "warning"
""",
        "f0()",
    ),
    entry(
        "warnings_ignored",
        r"""
import warnings
warnings.filterwarnings("ignore")
import numpy as np
# %%
def f0():
    with warnings.catch_warnings(record=True) as seen:
        warnings.warn("careful")
    return len(seen)
def f1(x):
    return x + 1
""",
        "f0()",
        "f1(1)",
    ),
    entry(
        "environment_variables",
        r"""
import os
os.environ["CUDA_VISIBLE_DEVICES"] = ""
os.environ.setdefault("MY_DATA", "/data")
os.environ.update(MY_MODE="fast")
os.putenv("UNSEEN", "1")
# %%
def f0():
    return [os.environ["CUDA_VISIBLE_DEVICES"], os.getenv("MY_DATA"), os.getenv("MY_MODE"), os.getenv("UNSEEN")]
""",
        "f0()",
    ),
    entry(
        "decimal_context",
        r"""
from decimal import Decimal, getcontext
getcontext().prec = 5
# %%
def f0():
    return str(Decimal(1) / Decimal(3))
""",
        "f0()",
    ),
    entry(
        "recursion_limit",
        r"""
import sys
sys.setrecursionlimit(5000)
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)
# %%
def f0():
    return deep(3000)
""",
        "f0()",
    ),
    entry(
        "working_folder_changed",
        r"""
import os
os.chdir("inputs")
# %%
def f0():
    return open("one.txt").read()
""",
        "f0()",
        files={"inputs/one.txt": "uno"},
    ),
    entry(
        "logging_set_up",
        r"""
import logging
logging.basicConfig(level=logging.DEBUG, format="%(message)s", force=True)
logger = logging.getLogger("train")
logger.setLevel(logging.ERROR)
# %%
def f0():
    return [logger.level, logging.getLogger().level]
""",
        "f0()",
    ),
    entry(
        "random_state_saved_and_restored",
        r"""
import random, math
random.seed(10)
state = random.getstate()
a = random.random()
random.setstate(state)
b = random.random()
# %%
def f0():
    return [a == b, a]
""",
        "f0()",
    ),
    entry(
        "errstate_beside_seterr",
        r"""
import numpy as np
old = np.seterr(divide="ignore", invalid="ignore")
with np.errstate(all="raise"):
    inner = np.geterr()["divide"]
# %%
def f0():
    return [inner, np.geterr()["divide"], float(np.log(np.zeros(1))[0]) == -np.inf]
""",
        "f0()",
    ),
    entry(
        "encoder_of_json_replaced",
        r"""
import json, copyreg, atexit, sys
class Enc(json.JSONEncoder):
    def default(self, o): return list(o)
json._default_encoder = Enc()
sys.ps2 = "> "
atexit.register(lambda: None)
# %%
def f0():
    return json.dumps({"a": {3}})
""",
        "f0()",
    ),
    entry(
        "hooks_and_path_of_sys",
        r"""
import sys
hooks = []
sys.excepthook = lambda *e: hooks.append(1)
sys.path.append("nowhere_at_all")
# %%
def f0():
    return ["nowhere_at_all" in sys.path, len(hooks)]
""",
        "f0()",
    ),
    entry(
        "matplotlib_rc",
        r"""
import matplotlib
import matplotlib.pyplot as plt
plt.rcParams["figure.figsize"] = (10, 4)
plt.rcParams.update({"font.size": 14})
matplotlib.rc("lines", linewidth=3)
plt.style.use("ggplot")
# %%
def f0():
    return [list(plt.rcParams["figure.figsize"]), plt.rcParams["lines.linewidth"]]
""",
        "f0()",
    ),
]
