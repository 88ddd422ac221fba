"""Magics of one line that run files, change the folder or set variables of the environment."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "env_set_and_read",
        r"""
%env EXPERIMENT=run7
%env DEPTH 3
# %%
import os
name = %env EXPERIMENT
depth = int(os.environ["DEPTH"])
# %%
def label():
    return f"{name}-{depth}"
""",
        "label()",
    ),
    entry(
        "env_home",
        r"""
home = %env HOME
# %%
def f0():
    return isinstance(home, str) and len(home) > 0
def f1(x):
    return 2 * x
""",
        "f0()",
        "f1(4)",
    ),
    entry(
        "pip_magic",
        r"""
%pip install -q numpy
# %%
import numpy as np
def mse(a, b):
    return float(np.mean((np.array(a) - np.array(b)) ** 2))
""",
        "mse([1, 2], [3, 2])",
    ),
    entry(
        "pip_without_percent",
        r"""
pip install -q numpy
# %%
import numpy as np
mean = float(np.mean([1, 2, 6]))
""",
        "mean",
    ),
    entry(
        "run_a_script",
        r"""
%run layers.py
# %%
def network(x):
    return relu(scale * x)
""",
        "network(2)",
        "network(-2)",
        files={"layers.py": "scale = 3\n\ndef relu(x):\n    return max(x, 0)\n"},
    ),
    entry(
        "run_a_script_with_main_block_and_arguments",
        r"""
%run prepare.py 5 --fast
# %%
def size():
    return n * 2
""",
        "size()",
        "fast",
        files={
            "prepare.py": "import sys\nn = 1\nfast = False\nif __name__ == '__main__':\n"
            "    n = int(sys.argv[1])\n    fast = '--fast' in sys.argv\n"
        },
    ),
    entry(
        "run_sees_the_notebook_with_i",
        r"""
width = 4
# %%
%run -i uses_width.py
# %%
area = width * height
""",
        "area",
        files={"uses_width.py": "height = width + 1\nwidth = 10\n"},
    ),
    entry(
        "cd_into_a_folder_and_open_a_file",
        r"""
%cd data
text = open("numbers.txt").read()
%cd ..
# %%
numbers = [int(part) for part in text.split()]
""",
        "numbers",
        files={"data/numbers.txt": "3 5 8\n"},
    ),
]
