"""Magics of one line: timing, settings, what is defined."""

from tests.fidelity.entry import entry

ENTRIES = [
    entry(
        "time_binds",
        r"""
%time total = sum(range(10))
# %%
def answer(n):
    return total + n
""",
        "answer(3)",
        "total",
    ),
    entry(
        "time_binds_several",
        r"""
import numpy as np
%time W, b = np.ones((2, 3)), np.zeros(3)
# %%
def forward(x):
    return x @ W + b
""",
        "forward([1.0, 2.0]).tolist()",
        "W.shape",
    ),
    entry(
        "time_calls_function_with_effect",
        r"""
history = []
def train(epochs):
    for e in range(epochs):
        history.append(1 / (e + 1))
# %%
%time train(3)
# %%
best = min(history)
""",
        "best",
        "len(history)",
    ),
    entry(
        "time_inside_loop_and_if",
        r"""
results = {}
for k in (1, 2, 4):
    %time r = k ** 2
    results[k] = r
if results:
    %time biggest = max(results.values())
""",
        "results[4]",
        "biggest",
    ),
    entry(
        "timeit_binds_nothing",
        r"""
x = [3, 1, 2]
# %%
%timeit -n 2 -r 1 y = sorted(x)
# %%
def f0():
    return "y" in globals()
""",
        "f0()",
        "x",
    ),
    entry(
        "timeit_with_option_o",
        r"""
def slow(n):
    return sum(i * i for i in range(n))
# %%
t = %timeit -o -q -n 3 -r 2 slow(10)
# %%
loops = t.loops
""",
        "slow(4)",
        "loops",
    ),
    entry(
        "matplotlib_first_line",
        r"""
%matplotlib inline
import math
# %%
def sigmoid(z):
    return 1 / (1 + math.exp(-z))
""",
        "sigmoid(0.5)",
    ),
    entry(
        "usual_head_of_a_notebook",
        r"""
import numpy as np
import random

%load_ext autoreload
%autoreload 2

%matplotlib inline
%config InlineBackend.figure_format = 'retina'
np.random.seed(231)
# %%
def softmax(z):
    e = np.exp(z - np.max(z))
    return e / e.sum()
""",
        "softmax([1.0, 2.0, 3.0]).tolist()",
    ),
    entry(
        "who_and_whos_and_lsmagic",
        r"""
lr = 0.1
%who
%whos
# %%
%lsmagic
# %%
def step(w, g):
    return w - lr * g
""",
        "step(1.0, 2.0)",
    ),
    entry(
        "who_ls_assigned",
        r"""
alpha = 1
beta = 2
names = %who_ls int
# %%
both = sorted(names)
""",
        "both",
    ),
    entry(
        "reset_selective",
        r"""
weight_a = 1
weight_b = 2
other = 3
# %%
%reset_selective -f ^weight_
# %%
def f0():
    return other
def f1():
    return weight_a
""",
        "f0()",
        "f1()",
    ),
    entry(
        "precision_and_pwd",
        r"""
%precision 3
here = %pwd
3.14159
# %%
import math
def area(r):
    return math.pi * r ** 2
""",
        "area(2.0)",
        "isinstance(here, str)",
    ),
    entry(
        "automagic_without_percent",
        r"""
time y = 2 ** 10
# %%
def f0():
    return y
""",
        "f0()",
    ),
]
