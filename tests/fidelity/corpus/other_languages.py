"""Cell magics over other languages, and files written by a cell."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "bash_cell",
        r"""
%%bash
for i in 1 2 3; do echo "step $i"; done
# %%
def f0(x):
    return x + 1
""",
        "f0(1)",
    ),
    entry(
        "bash_cell_with_out",
        r"""
%%bash --out text
echo 4
echo 5
# %%
numbers = [int(line) for line in text.split()]
""",
        "numbers",
    ),
    entry(
        "sh_cell_looks_like_python",
        r"""
value = 1
# %%
%%sh
value=2
# value = 3
# %%
def f0():
    return value
""",
        "f0()",
    ),
    entry(
        "html_cell",
        r"""
%%html
<style> table { float: left } </style>
<h2>def f0(): return "no Python"</h2>
# %%
def f0():
    return "Python"
""",
        "f0()",
    ),
    entry(
        "javascript_cell",
        r"""
limit = 3
# %%
%%javascript
var limit = 10;
IPython.OutputArea.prototype._should_scroll = function(lines) { return false; }
# %%
def under(x):
    return x < limit
""",
        "under(5)",
    ),
    entry(
        "latex_and_markdown_cells",
        r"""
%%latex
\begin{align} x = 5 \end{align}
# %%
%%markdown
# x = 6
* item
# %%
x = 7
""",
        "x",
    ),
    entry(
        "svg_cell",
        r"""
%%svg
<svg width="10" height="10"><circle r="4"/></svg>
# %%
def f0():
    return "circle"
""",
        "f0()",
    ),
    entry(
        "writefile_then_import",
        r"""
%%writefile helpers.py
SCALE = 2.5
def scale(x):
    return SCALE * x
# %%
from helpers import scale
def answer(x):
    return scale(x) + 1
""",
        "answer(2)",
    ),
    entry(
        "writefile_append",
        r"""
%%writefile metrics.py
def accuracy(a, b):
    return sum(x == y for x, y in zip(a, b)) / len(a)
# %%
%%writefile -a metrics.py

def error(a, b):
    return 1 - accuracy(a, b)
# %%
import metrics
""",
        "metrics.error([1, 2, 3, 4], [1, 2, 0, 0])",
    ),
    entry(
        "writefile_overwrites_the_upload",
        r"""
%%writefile conf.py
NAME = "new"
# %%
import conf
def f0():
    return conf.NAME
""",
        "f0()",
        files={"conf.py": 'NAME = "old"\n'},
    ),
    entry(
        "writefile_then_run",
        r"""
%%writefile setup_data.py
data = [1, 2, 3]
total = sum(data)
# %%
%run setup_data.py
# %%
def mean():
    return total / len(data)
""",
        "mean()",
    ),
    entry(
        "writefile_of_data",
        r"""
%%writefile table.csv
a,b
1,2
3,4
# %%
import csv
with open("table.csv") as f:
    rows = [[int(v) for v in row.values()] for row in csv.DictReader(f)]
# %%
def column(k):
    return [row[k] for row in rows]
""",
        "column(1)",
    ),
    entry(
        "writefile_into_a_package",
        r"""
import os
os.makedirs("toolbox", exist_ok=True)
open("toolbox/__init__.py", "w").close()
# %%
%%writefile toolbox/act.py
def leaky(x, a=0.1):
    return x if x > 0 else a * x
# %%
from toolbox.act import leaky
y = leaky(-2)
""",
        "y",
        "leaky(3)",
    ),
    entry(
        "writefile_twice_with_reload",
        r"""
%%writefile version.py
number = 1
# %%
import version
first = version.number
# %%
%%writefile version.py
number = 20
label = "second"
# %%
import importlib
importlib.reload(version)
# %%
def f0():
    return [first, version.number]
""",
        "f0()",
    ),
    entry(
        "python_cell_of_another_process",
        r"""
inside = "notebook"
# %%
%%python3
inside = "subprocess"
print(inside)
# %%
def f0():
    return inside
""",
        "f0()",
    ),
    entry(
        "script_cell_in_another_program",
        r"""
%%script bash
echo "a = 3"
# %%
%%script false --no-raise-error
a = "must not run"
# %%
a = 1
""",
        "a",
    ),
]
