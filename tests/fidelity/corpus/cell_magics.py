"""Cell magics over Python code."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "time_over_definitions",
        r"""
%%time
rate = 0.5
def answer(n):
    return rate * n
""",
        "answer(3)",
        "rate",
    ),
    entry(
        "time_over_training",
        r"""
w = 4.0
losses = []
# %%
%%time
for step in range(5):
    losses.append(w ** 2)
    w -= 0.1 * 2 * w
""",
        "w",
        "losses",
    ),
    entry(
        "capture_named",
        r"""
%%capture out
print("epoch 1: 0.5")
print("epoch 2: 0.25")
last = 0.25
# %%
lines = out.stdout.splitlines()
# %%
def final():
    return float(lines[-1].split(": ")[1])
""",
        "final()",
        "last",
    ),
    entry(
        "capture_without_name",
        r"""
%%capture
import numpy as np
def one_hot(y, k):
    return np.eye(k)[y]
print("ready")
""",
        "one_hot([2, 0], 3).tolist()",
    ),
    entry(
        "capture_no_stderr",
        r"""
%%capture --no-stderr log
import sys
print("warning", file=sys.stderr)
print("ok")
value = 7
# %%
seen = log.stdout.strip()
""",
        "seen",
        "value",
    ),
    entry(
        "prun_binds_in_the_notebook",
        r"""
def work(n):
    return sum(range(n))
# %%
%%prun -q
result = work(100)
# %%
double = result * 2
""",
        "double",
    ),
    entry(
        "timeit_cell_binds_nothing",
        r"""
counter = 0
# %%
%%timeit -n 2 -r 1
z = [i for i in range(3)]
# %%
def f0():
    try:
        return z
    except NameError:
        return "z is not there"
""",
        "f0()",
        "counter",
    ),
    entry(
        "timeit_with_setup_and_effect",
        r"""
calls = []
def work(x):
    calls.append(x)
# %%
%%timeit -n 2 -r 3 v = 5
work(v)
# %%
how_often = len(calls)
""",
        "how_often >= 6",
        "set(calls) == {5}",
    ),
    entry(
        "title_above_time",
        r"""
#@title Helper functions
%%time
def square(x):
    return x * x
# %%
# the answer to question 2
# (see the lecture)

%%time
def cube(x):
    return square(x) * x
""",
        "cube(3)",
        colab=True,
    ),
    entry(
        "title_above_capture",
        r"""
#@title Setup { display-mode: "form" }
%%capture
depth = 3 #@param {type:"integer"}
act = "relu" #@param ["relu", "tanh"]
# %%
def describe():
    return [depth, act]
""",
        "describe()",
        colab=True,
    ),
    entry(
        "title_above_python",
        r"""
#@title Hyperparameters
batch = 16 #@param {type:"slider", min:1, max:64}
use_bias = True #@param {type:"boolean"}
# %%
def steps(n):
    return -(-n // batch) + use_bias
""",
        "steps(50)",
    ),
    entry(
        "blank_lines_above_time",
        r"""


%%time
k = 12
# %%
def f0():
    return k + 1
""",
        "f0()",
    ),
    entry(
        "time_over_capture",
        r"""
%%time
%%capture
a = 5
print(a)
# %%
def f0():
    return a
""",
        "f0()",
    ),
    entry(
        "capture_over_shell_and_python",
        r"""
%%capture
!echo installing
%env MODE=test
import os
mode = os.environ["MODE"]
# %%
def f0():
    return mode
""",
        "f0()",
    ),
    entry(
        "time_with_statement_on_its_line",
        r"""
%%time
first = [n for n in range(30) if n % 7 == 0]
first.append(99)
second = first[::-1]
""",
        "second",
    ),
    entry(
        "cell_raises_under_time",
        r"""
%%time
before = 1
raise ValueError("stop")
# %%
def f0():
    return before
""",
        "f0()",
    ),
    entry(
        "line_magics_inside_time",
        r"""
%%time
%matplotlib inline
import math
%time c = math.cos(0)
d = c + 1
""",
        "d",
    ),
]
