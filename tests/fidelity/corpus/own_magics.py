"""Magics that the notebook registers itself, and ones that nobody knows."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "cell_magic_that_runs_the_cell",
        r"""
from IPython.core.magic import register_cell_magic
@register_cell_magic
def timed(line, cell):
    get_ipython().run_cell(cell)
# %%
%%timed
k = 3
def f0(x):
    return k * x
""",
        "f0(2)",
        "k",
    ),
    entry(
        "cell_magic_that_skips",
        r"""
from IPython.core.magic import register_cell_magic
@register_cell_magic
def skip(line, cell):
    return
x = 1
# %%
%%skip
x = 2
# %%
def f0():
    return x
""",
        "f0()",
    ),
    entry(
        "cell_magic_skips_by_condition",
        r"""
from IPython.core.magic import register_cell_magic
@register_cell_magic
def skip_if(line, cell):
    if eval(line):
        return
    get_ipython().ex(cell)
TRAIN = False
source = "default"
# %%
%%skip_if not TRAIN
source = "trained"
# %%
%%skip_if TRAIN
depth = 4
# %%
def f0():
    return [source, depth]
""",
        "f0()",
    ),
    entry(
        "cell_magic_counts_lines",
        r"""
from IPython.core.magic import register_cell_magic
counts = {}
@register_cell_magic
def count_lines(line, cell):
    counts[line] = len(cell.splitlines())
# %%
%%count_lines poem
one
two
three
# %%
def f0():
    return counts["poem"]
""",
        "f0()",
    ),
    entry(
        "cell_magic_keeps_text",
        r"""
from IPython.core.magic import register_cell_magic
@register_cell_magic
def keep(line, cell):
    globals()[line.strip()] = cell.strip().split()
# %%
%%keep words
to be or not
# %%
def longest():
    return max(words, key=len)
""",
        "longest()",
        "words",
    ),
    entry(
        "line_magic_returns_value",
        r"""
from IPython.core.magic import register_line_magic
@register_line_magic
def double(line):
    return 2 * int(line)
# %%
eight = %double 4
# %%
def f0():
    return eight + 1
""",
        "f0()",
    ),
    entry(
        "line_magic_with_effect",
        r"""
from IPython.core.magic import register_line_magic
notes = []
@register_line_magic
def note(line):
    notes.append(line)
# %%
%note learning rate 0.1
%note batch 16
# %%
def f0():
    return notes
""",
        "f0()",
        "len(notes)",
    ),
    entry(
        "magics_class",
        r"""
from IPython.core.magic import Magics, magics_class, line_magic, cell_magic
@magics_class
class Lab(Magics):
    seen = 0
    @line_magic
    def lab(self, line):
        Lab.seen += 1
        return line.upper()
    @cell_magic
    def lab_cell(self, line, cell):
        self.shell.run_cell(cell)
        Lab.seen += 10
get_ipython().register_magics(Lab)
# %%
title = %lab exercise
# %%
%%lab_cell
p = 0.5
# %%
def f0():
    return [title, p, Lab.seen]
""",
        "f0()",
    ),
    entry(
        "register_magic_function",
        r"""
log = []
def remember(line, cell=None):
    log.append((line, cell))
get_ipython().register_magic_function(remember, "line_cell")
# %%
%remember one
# %%
%%remember two
inside
# %%
def f0():
    return [line for line, cell in log]
""",
        "f0()",
        "log[1][1]",
    ),
    entry(
        "load_own_extension",
        r"""
%load_ext myext
# %%
%greet world
# %%
def f0():
    return greeting
""",
        "f0()",
        files={
            "myext.py": "def load_ipython_extension(ip):\n"
            "    def greet(line):\n        ip.user_ns['greeting'] = 'hello ' + line\n"
            "    ip.register_magic_function(greet, 'line')\n"
        },
    ),
    entry(
        "unknown_line_magic_between",
        r"""
lr = 0.25
%nbdev_default_export core
# %%
def step(w):
    return w - lr
""",
        "step(1)",
    ),
    entry(
        "alias_magic",
        r"""
%alias_magic t time
# %%
%t seven = 3 + 4
# %%
def f0():
    return seven
""",
        "f0()",
    ),
]
